"""Edits at places of the source: attributes added to start tags, tags set between elements. Nothing is rewritten."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass, field

from pelican_memoir.memoir.element import Element

_CLASS = re.compile(r"""\sclass\s*=\s*(?:"[^"]*?(?=")|'[^']*?(?=')|[^\s"'>]+)""", re.IGNORECASE)


@dataclass(slots=True)
class Edits:
    """Insertions into one source, applied together; at one place closing tags come before opening ones."""

    source: str
    _insertions: list[tuple[int, int, str]] = field(default_factory=list)

    def add_attribute(self, element: Element, name: str, value: str) -> None:
        """Gives the element an attribute that it does not have."""
        written = value if value.replace("-", "").isalnum() else html.escape(value)  # most anchors are plain
        self._insert(element.start + 1 + len(element.name), 0, f' {name}="{written}"')

    def add_class(self, element: Element, name: str) -> None:
        """Adds a class to those the element has."""
        if name in element.classes:
            return
        match = _CLASS.search(self.source, element.start, element.inner)
        if "class" in element.attributes and match:
            self._insert(match.end(), 0, f" {name}")
        else:
            self.add_attribute(element, "class", name)

    def wrap(self, start: int, end: int, opening: str, closing: str) -> None:
        """Sets a start tag at one place and an end tag at another."""
        self._insert(end, 0, closing)
        self._insert(start, 1, opening)

    def apply(self) -> str:
        """The source with all insertions."""
        parts, last = [], 0
        for place, _, text in sorted(self._insertions, key=lambda insertion: insertion[:2]):
            parts += [self.source[last:place], text]
            last = place
        return "".join([*parts, self.source[last:]])

    def _insert(self, place: int, order: int, text: str) -> None:
        self._insertions.append((place, order, text))
