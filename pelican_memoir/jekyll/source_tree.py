"""A Jekyll blog on disk: its files by what Jekyll makes of them.

Source of the rules: Jekyll's classes `Reader`, `PostReader`, `PageReader` and `CollectionReader`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from pelican_memoir.errors import Location, Problem
from pelican_memoir.jekyll import collections, endings, entries, post_path, site_config
from pelican_memoir.jekyll.collections import Collections
from pelican_memoir.jekyll.entries import EntryFilter
from pelican_memoir.jekyll.site_config import SiteConfig

Kind = Literal["post", "draft", "page", "document", "unwritten", "template", "static"]

FENCE = re.compile(rb"\A---[ \t\r\f\v]*\n")


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the blog, `path` from its folder with `/` between the parts.

    Posts and drafts are what they are; with front matter, a file of a collection is a `document` (`unwritten` where no
    pages are made of that collection), Markdown and HTML elsewhere a `page`, and any other text a `template`.
    """

    path: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class SourceTree:
    """A blog, read: `home` is the folder of its `_config.yml`, `folder` that of its files.

    `left_out` holds paths that Jekyll publishes and that cannot be moved, with the reason.
    """

    home: Path
    folder: Path
    config: SiteConfig = field(default_factory=SiteConfig)
    collections: Collections = field(default_factory=Collections)
    files: tuple[SourceFile, ...] = ()
    left_out: tuple[tuple[str, str], ...] = ()
    problems: tuple[Problem, ...] = ()

    def of(self, *kinds: Kind) -> list[SourceFile]:
        """Return the files of some kinds, in order of their paths."""
        return [file for file in self.files if file.kind in kinds]


def read(home: Path) -> SourceTree:
    """Return the blog in `home`. Raises `NotADirectoryError` where there is none."""
    tree = without_files(home)
    return with_files(tree, home / destination(tree.config))


def with_files(tree: SourceTree, output: Path) -> SourceTree:
    """Return a blog with its files; what lies in `output` is none of them. Raises `NotADirectoryError`."""
    if not tree.folder.is_dir():
        raise NotADirectoryError(f"{tree.folder} is no folder")
    walk = Walk(tree.folder, tree.collections, entries.read(tree.config.mapping), output)
    files: list[SourceFile] = []
    left_out: list[tuple[str, str]] = []
    for path in sorted(set(walk)):
        reason = unusable(tree.folder, path)
        kind = None if reason else classify(tree.folder, path, tree.collections)
        if kind is not None:
            files.append(SourceFile(path, kind))
        elif reason or (reason := why_not(tree.folder, path)):
            left_out.append((printable(path), reason))
    return replace(tree, files=tuple(files), left_out=tuple(left_out))


def without_files(home: Path) -> SourceTree:
    """Return the blog in `home` by its configuration alone. Raises `NotADirectoryError` where there is none."""
    if not home.is_dir():
        raise NotADirectoryError(f"{home} is no folder")
    config, problems = site_config.read(home)
    folder, more = source_of(home, config)
    known = collections.read(config.mapping.get("collections"), config.text("collections_dir"))
    return SourceTree(home, folder, config, known, problems=(*problems, *more))


def source_of(home: Path, config: SiteConfig) -> tuple[Path, tuple[Problem, ...]]:
    """Return the folder that `source:` names, which must lie in the blog's."""
    source = config.text("source")
    folder = home / source
    if not source or (folder.is_dir() and folder.resolve().is_relative_to(home.resolve())):
        return folder, ()
    message = f"source: {source!r} is no folder of the blog; the blog's own is read"
    return home, (Problem(Location(site_config.NAMES[0]), site_config.CODE, message),)


def destination(config: SiteConfig) -> str:
    """Return where Jekyll writes the site, from the blog's folder: what lies there is none of its sources."""
    return config.text("destination") or "_site"


def classify(folder: Path, path: str, known: Collections) -> Kind | None:
    """Return what Jekyll makes of a file; None for one that it passes over, or that is not moved (`why_not`)."""
    label = known.home(path).label
    if label == collections.POSTS:
        facts = post_path.read(path)
        if not (endings.is_markdown(path) or endings.is_html(path)):
            return None
        return "draft" if facts.draft else "post" if facts.date or facts.wrong_date else None
    if not has_front_matter(folder / path):
        return "static" if known.is_written(label) else None
    if label is not None and not known.is_written(label):
        return "unwritten"
    if endings.ending(path) in (*endings.SASS, "coffee"):
        return None
    if endings.output_ext(path).lower() not in (".html", ".htm", ".xhtml"):
        return "template"
    return "page" if label is None else "document"


def why_not(folder: Path, path: str) -> str:
    """Return why a file is not moved that Jekyll makes something of; "" for one that Jekyll passes over itself."""
    ending = endings.ending(path)
    if any(part in collections.SPECIAL for part in path.split("/")):
        if endings.is_markdown(path) or endings.is_html(path):
            return "its name has no date, so Jekyll passes it over"
        return (
            ""
            if ending in ("", "png", "jpg", "jpeg", "gif", "svg", "pdf")
            else "a post that is no Markdown and no HTML"
        )
    if ending in (*endings.SASS, "coffee") and has_front_matter(folder / path):
        return "a style sheet or script of the old theme that Jekyll compiles"
    return ""


def unusable(folder: Path, path: str) -> str:
    """Return why a file cannot be moved at all; "" where it can."""
    if path != printable(path):
        return "its name is no UTF-8"
    full = folder / path
    if full.is_symlink() and not full.exists():
        return "a symbolic link that leads nowhere"
    if not full.resolve().is_relative_to(folder.resolve()):
        return "a symbolic link that leads out of the blog"
    if not full.is_file():
        return "no ordinary file"
    return "" if os.access(full, os.R_OK) else "it cannot be read"


def printable(path: str) -> str:
    """Return a path as text; bytes that are no UTF-8 become U+FFFD."""
    return path.encode(errors="surrogateescape").decode(errors="replace")


def has_front_matter(path: Path) -> bool:
    """Tell whether a file opens with front matter; Jekyll looks at the bytes, so that a BOM hides it."""
    try:
        with path.open("rb") as file:
            return FENCE.match(file.read(200)) is not None
    except OSError:
        return False


@dataclass(frozen=True, slots=True)
class Walk:
    """Goes through the files that Jekyll looks at; links to folders are followed, never twice on one way down."""

    folder: Path
    known: Collections
    filter: EntryFilter
    output: Path

    def __iter__(self) -> Iterator[str]:
        yield from self.read_folder("", frozenset())
        for label in self.known.options:
            home = "/".join(filter(None, (self.known.folder, f"_{label}")))
            if label not in (collections.POSTS, "data") and self.enters(home, frozenset()) is not None:
                yield from self.everything(home, home, f"_{label}", frozenset())
        for entry in self.filter.include:
            if (self.folder / entry).is_file():
                yield entry.strip("/")

    def read_folder(self, below: str, above: frozenset[Path]) -> Iterator[str]:
        """Yield the files of a folder and of those in it, and the posts that it holds."""
        seen = self.enters(below, above)
        if seen is None:
            return
        if not self.known.folder or f"{below}/".startswith(f"{self.known.folder}/"):
            for special in collections.SPECIAL:
                home = joined(below, special)
                yield from self.everything(home, home, home, above)
        for entry in sorted(os.listdir(self.folder / below)):
            path = joined(below, entry)
            if not self.filter.wants(entry, below):
                continue
            if (self.folder / path).is_dir():
                yield from self.read_folder(path, seen)
            else:
                yield path

    def everything(self, below: str, home: str, shown: str, above: frozenset[Path]) -> Iterator[str]:
        """Yield the files below a special folder, `home`, at any depth; patterns know that one as `shown`."""
        seen = self.enters(below, above)
        if seen is None:
            return
        for entry in sorted(os.listdir(self.folder / below)):
            path = joined(below, entry)
            if (self.folder / path).is_dir():
                if not entry.startswith("."):
                    yield from self.everything(path, home, shown, seen)
            elif self.filter.wants(path[len(home) + 1 :], shown):
                yield path

    def enters(self, below: str, above: frozenset[Path]) -> frozenset[Path] | None:
        """Return the folders on the way down with this one; None where it is none to go into."""
        path = self.folder / below
        if not path.is_dir() or not os.access(path, os.R_OK | os.X_OK):
            return None
        real = path.resolve()
        outside = not real.is_relative_to(self.folder.resolve())
        if outside or real in above or real == self.output.resolve():
            return None
        return above | {real}


def joined(folder: str, name: str) -> str:
    """Return a path below the blog's folder."""
    return f"{folder}/{name}" if folder else name
