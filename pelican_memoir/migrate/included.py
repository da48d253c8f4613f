"""Files that only an `include_relative` reads: they go along with a move, and Pelican passes them over."""

from __future__ import annotations

from collections.abc import Iterable

from pelican_memoir.jekyll.source_tree import SourceTree
from pelican_memoir.migrate.conf import Settings

USUAL = ("**/.*",)
"""What Pelican passes over where the setting says nothing."""
OF_THEMES = tuple(".css .js .json .svg .png .jpg .jpeg .gif .webp .ico .ttf .otf .woff .woff2".split())
"""Endings of files that a theme may have under any name."""


def of(tree: SourceTree, read: Iterable[str]) -> list[str]:
    """Return, in order, those of the files that were read which Jekyll makes nothing of."""
    return sorted(set(read) - {file.path for file in tree.files})


def settle(settings: Settings, included: list[str], moved: Iterable[str]) -> None:
    """Set `IGNORE_FILES` so that such a file is no article, page or static file, unless one of `moved` is called so.

    Pelican knows files to pass over by their name alone, and those of the theme, too.
    """
    taken = {name_of(path) for path in moved}
    own = (name_of(path) for path in included if not path.lower().endswith(OF_THEMES))
    names = dict.fromkeys(name for name in own if name not in taken)
    if names:
        settings["IGNORE_FILES"] = [*USUAL, *names]


def name_of(path: str) -> str:
    """Return a file's name."""
    return path.rpartition("/")[2]
