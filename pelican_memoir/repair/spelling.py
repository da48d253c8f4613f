"""HTML's own spelling where kramdown writes XHTML's: `<br>`, `checked`, no white space at the ends of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelican_memoir.memoir.element import Element
from pelican_memoir.memoir.tree import VOID
from pelican_memoir.repair.edit import Edit
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.tag import attributes_of
from pelican_memoir.repair.texts import stretches

_SLASH = re.compile(r"(?<!\s)\s*+/>$")
_BOOLEAN = frozenset(
    "allowfullscreen async autoplay checked controls default defer disabled hidden loop multiple muted open"
    " playsinline readonly required reversed selected".split()
)
_AS_TYPED = frozenset({"pre", "textarea", "script", "style", "svg", "math", "xmp"})
_KEEPS_SPACES = _AS_TYPED - {"pre"}
_LINE_END = re.compile(r"(?<![ \t])[ \t]++(?=\n)")


def spelling(page: Page) -> Iterator[Edit]:
    """Yield the edits; nothing changes for a browser."""
    for element in page.tree.elements:
        if _is_as_typed(element):
            continue
        for attribute in attributes_of(element):
            if attribute.name in _BOOLEAN and attribute.value is not None:
                yield Edit(attribute.start, attribute.end, f" {attribute.name}")
        slash = _SLASH.search(page.html, element.start, element.inner) if element.name in VOID else None
        if slash and not _ends_unquoted(page.html, slash.start()):
            yield Edit(slash.start(), element.inner, ">")
    for start, end, element in stretches(page.tree):
        if not _is_as_typed(element, _KEEPS_SPACES):
            for match in _LINE_END.finditer(page.html, start, end):
                yield Edit(match.start(), match.end())


def _is_as_typed(element: Element, names: frozenset[str] = _AS_TYPED) -> bool:
    return element.name in names or any(around.name in names for around in element.ancestors())


def _ends_unquoted(html: str, place: int) -> bool:
    """A slash right behind an unquoted value is part of it: `<img src=a/>`."""
    return (
        bool(re.search(r"=\s*[^\s\"'>]+$", html[max(0, place - 300) : place])) and not html[place].isspace()
    )
