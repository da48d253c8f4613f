"""Paragraphs and line breaks that only make room: the style sheet does that."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelican_memoir.memoir.element import Element
from pelican_memoir.repair.edit import Removal
from pelican_memoir.repair.flow import BLOCKS, Neighbours
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.tag import is_whole

_NAMES = frozenset(["p", "br"])
_WORD = re.compile(r"\s*+[^\s<&]")


def spacers(page: Page) -> Iterator[Removal]:
    """Yield what takes out empty paragraphs without an anchor, and line breaks that stand between blocks."""
    neighbours = Neighbours()
    for element in page.named(_NAMES):
        if (element.name == "p" and _is_empty(element) and not _ends_another(element, neighbours)) or (
            element.name == "br" and _is_between(element, neighbours)
        ):
            yield Removal(element)


def _is_empty(element: Element) -> bool:
    return (
        not _WORD.match(element.source, element.inner, element.close)  # first: most hold words
        and is_whole(element)
        and "id" not in element.attributes
        and "<!--" not in element.source[element.inner : element.close]
        and all(child.name == "br" and "id" not in child.attributes for child in element.elements)
        and not any(isinstance(child, str) and child.strip() for child in element.children)
    )


def _ends_another(element: Element, neighbours: Neighbours) -> bool:
    """Tell whether the paragraph before it has no other end than that this one begins."""
    before, _ = neighbours.of(element)
    return isinstance(before, Element) and before.name == "p" and not is_whole(before)


def _is_between(element: Element, neighbours: Neighbours) -> bool:
    if (
        element.parent is None
        or element.parent.name not in ("", "section", "div", "article")
        or "id" in element.attributes
        or "caption" in element.parent.classes
    ):
        return False
    before, behind = neighbours.of(element)
    return all(
        side is None or (isinstance(side, Element) and side.name in (*BLOCKS, "br"))
        for side in (before, behind)
    )
