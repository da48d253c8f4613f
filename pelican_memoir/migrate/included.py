"""Files that only an `include_relative` reads: they go along with a move, and Pelican passes them over."""

from __future__ import annotations

from collections.abc import Iterable

from pelican_memoir.jekyll.source_tree import SourceTree
from pelican_memoir.migrate.conf import Settings

USUAL = ("**/.*",)
"""What Pelican passes over where the setting says nothing."""


def of(tree: SourceTree, read: Iterable[str]) -> list[str]:
    """Return, in order, those of the files that were read which Jekyll makes nothing of."""
    return sorted(set(read) - {file.path for file in tree.files})


def settle(settings: Settings, included: list[str], moved: Iterable[str]) -> None:
    """Set `IGNORE_FILES` so that such a file is no article, page or static file, unless one of `moved` is called so.

    Pelican knows files to pass over by their name alone.
    """
    taken = {name_of(path) for path in moved}
    names = dict.fromkeys(name for path in included if (name := name_of(path)) not in taken)
    if names:
        settings["IGNORE_FILES"] = [*USUAL, *names]


def name_of(path: str) -> str:
    """Return a file's name."""
    return path.rpartition("/")[2]
