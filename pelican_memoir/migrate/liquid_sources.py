"""What a blog's Liquid reads beside the posts, which goes along, and the names that it mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from pelican_memoir.jekyll import site_config
from pelican_memoir.jekyll.liquid import holds_liquid
from pelican_memoir.jekyll.source_tree import SourceTree
from pelican_memoir.migrate.texts import Text

MARKUP = re.compile(r"\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
NAME = re.compile(r"[\w-]+")


@dataclass(frozen=True)
class Sources:
    """The Liquid of a blog: that of its texts, of its includes and of what they include beside them, of its layouts."""

    tree: SourceTree
    texts: list[Text]
    beside: list[str] = field(default_factory=list)

    @cached_property
    def are_needed(self) -> bool:
        """Tell whether any text holds Liquid, or is made by a layout."""
        return any(holds_liquid(text.body) or (text.html and not text.body.strip()) for text in self.texts)

    def copies(self) -> dict[str, str]:
        """Return what lies beside the content, by its place in the new site: configuration, includes, data, layouts."""
        if not self.are_needed:
            return {}
        home, folder = self.tree.home, self.tree.folder
        found = {name: name for name in site_config.NAMES if (home / name).is_file()}
        for place in self.folders("includes", "data", "layouts"):
            for path in files(place):
                found[path.relative_to(folder).as_posix()] = path.relative_to(home).as_posix()
        return found

    def folders(self, *kinds: str) -> Iterator[Path]:
        """Yield the folders of those kinds that the blog has inside itself."""
        for kind in kinds:
            place = self.tree.folder / (self.tree.config.text(f"{kind}_dir") or f"_{kind}")
            if place.is_dir() and place.resolve().is_relative_to(self.tree.folder.resolve()):
                yield place

    def names(self) -> set[str]:
        """Return every name that the Liquid mentions: what is called so has an effect."""
        if not self.are_needed:
            return set()
        written = [text.body for text in self.texts]
        included = [path for place in self.folders("includes") for path in files(place)]
        included += [self.tree.folder / path for path in self.beside]
        written += [path.read_text(encoding="utf-8", errors="replace") for path in included]
        return {name for text in written for markup in MARKUP.findall(text) for name in NAME.findall(markup)}


def files(place: Path) -> Iterator[Path]:
    """Yield the ordinary files of a folder, in order."""
    return (path for path in sorted(place.rglob("*")) if path.is_file() and not path.is_symlink())
