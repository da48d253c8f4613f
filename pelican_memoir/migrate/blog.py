"""A Jekyll blog on disk: its files by what Jekyll makes of them.

Source of the rules: Jekyll's classes `EntryFilter`, `PostReader` and `PageReader`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Literal

from pelican_memoir.errors import Problem
from pelican_memoir.jekyll import post_path, site_config
from pelican_memoir.jekyll.site_config import SiteConfig

Kind = Literal["post", "draft", "page", "layout", "static"]

MARKDOWN = frozenset((".markdown", ".mkdown", ".mkdn", ".mkd", ".md"))
PROCESSED = MARKDOWN | {".html", ".htm", ".xml", ".json", ".txt", ".css", ".scss", ".sass", ".js", ".coffee"}
NEVER = (
    *(
        ".sass-cache",
        ".jekyll-cache",
        "gemfiles",
        "Gemfile",
        "Gemfile.lock",
        "node_modules",
        "vendor/bundle/",
    ),
    *("vendor/cache/", "vendor/gems/", "vendor/ruby/", "_site", "*.gemspec"),
)
_FENCE = re.compile(rb"\A(?:\xef\xbb\xbf)?---[ \t\r\f\v]*\n")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the blog, `path` from its folder with `/` between the parts.

    A layout is a file with front matter that is no Markdown: a page that Jekyll makes of Liquid and layouts.
    """

    path: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Blog:
    """A blog, read. `left_out` holds paths that Jekyll publishes and that are not moved, with the reason."""

    folder: Path
    config: SiteConfig
    files: tuple[SourceFile, ...]
    left_out: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]

    def of(self, *kinds: Kind) -> list[SourceFile]:
        """Return the files of some kinds, in order of their paths."""
        return [file for file in self.files if file.kind in kinds]


def read(folder: Path) -> Blog:
    """Return the blog in `folder`. Raises `NotADirectoryError` where there is none."""
    if not folder.is_dir():
        raise NotADirectoryError(f"{folder} is no folder")
    config, problems = site_config.read(folder)
    files: list[SourceFile] = []
    left_out: list[tuple[str, str]] = []
    collections = written_collections(config)
    exclude, include = _patterns(config, "exclude", NEVER), _patterns(config, "include", (".htaccess",))
    for path in _walk(folder, exclude, (*include, *(f"_{name}" for name in collections))):
        kind, reason = classify(folder, path)
        if kind is not None:
            files.append(SourceFile(path, kind))
        elif reason:
            left_out.append((path, reason))
    return Blog(folder, config, tuple(files), tuple(left_out), problems)


def classify(folder: Path, path: str) -> tuple[Kind | None, str]:
    """Return what Jekyll makes of a file, or None and why it is not moved ("" for a file that Jekyll passes over)."""
    parts = path.split("/")
    ending = os.path.splitext(parts[-1])[1].lower()
    special = next((part for part in parts[:-1] if part in ("_posts", "_drafts")), None)
    if special == "_posts":
        if post_path.read(path).date is None:
            return None, "" if ending not in MARKDOWN else "its name has no date, so Jekyll passes it over"
        return ("post", "") if ending in MARKDOWN else (None, "a post that is no Markdown")
    if special == "_drafts":
        return ("draft", "") if ending in MARKDOWN else (None, "a draft that is no Markdown")
    if path.startswith("_") and not (ending in MARKDOWN and _has_front_matter(folder / path)):
        return None, "a file of a collection that is no Markdown with front matter"
    if ending in PROCESSED and _has_front_matter(folder / path):
        return ("page", "") if ending in MARKDOWN else ("layout", "")
    return "static", ""


def _has_front_matter(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return _FENCE.match(file.read(200)) is not None
    except OSError:
        return False


def _patterns(config: SiteConfig, key: str, always: Iterable[str]) -> tuple[str, ...]:
    found = config.mapping.get(key)
    own = found if isinstance(found, list) else [found] if isinstance(found, str) else []
    return (*always, *(str(entry).strip("/") for entry in own if entry))


def _walk(folder: Path, exclude: tuple[str, ...], include: tuple[str, ...]) -> Iterator[str]:
    """All files that Jekyll looks at, in order of their paths; symbolic links are not followed."""
    for place, folders, names in os.walk(folder):
        below = Path(place).relative_to(folder).as_posix()
        prefix = "" if below == "." else below + "/"
        inside_posts = any(part in ("_posts", "_drafts") for part in below.split("/"))
        folders[:] = sorted(
            name
            for name in folders
            if (name in ("_posts", "_drafts") or _wanted(prefix + name, name, exclude, include))
            and not (Path(place) / name).is_symlink()
        )
        for name in sorted(names):
            path = prefix + name
            if path in site_config.NAMES or (Path(place) / name).is_symlink():
                continue
            if _wanted(path, name, exclude, include) or (inside_posts and name[0] not in ".#~"):
                yield path


def _wanted(path: str, name: str, exclude: tuple[str, ...], include: tuple[str, ...]) -> bool:
    if _matches(path, name, include):
        return True
    return not (name[0] in "._#~" or name.endswith("~") or _matches(path, name, exclude))


def _matches(path: str, name: str, patterns: tuple[str, ...]) -> bool:
    return any(
        path == pattern.rstrip("/")
        or path.startswith(pattern.rstrip("/") + "/")
        or fnmatchcase(path, pattern)
        or (pattern.startswith("*") and fnmatchcase(name, pattern))
        for pattern in patterns
    )


def written_collections(config: SiteConfig) -> dict[str, dict[str, Any]]:
    """The collections that Jekyll writes pages for, with their options; their folders are named `_name`."""
    found = config.mapping.get("collections")
    options = found if isinstance(found, dict) else {}
    return {
        str(name): dict(entry)
        for name, entry in options.items()
        if name != "posts" and isinstance(entry, dict) and entry.get("output")
    }
