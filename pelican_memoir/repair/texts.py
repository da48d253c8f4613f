"""The texts of a page with their places in the source, which the tree does not keep."""

from __future__ import annotations

from collections.abc import Iterator

from pelican_memoir.memoir.element import Element
from pelican_memoir.repair.page import Page


def stretches(page: Page) -> Iterator[tuple[int, int, Element]]:
    """Yield start, end and element of every stretch between tags, element by element; comments are part of it."""
    for element in (page.tree.root, *page.elements):
        if element.inner == element.close:
            continue
        place = element.inner
        for child in element.elements:
            if child.start > place:
                yield from _kept(page, place, child.start, element)
            place = max(place, child.end)
        if element.close > place:
            yield from _kept(page, place, element.close, element)


def _kept(page: Page, start: int, end: int, element: Element) -> Iterator[tuple[int, int, Element]]:
    for first, last in page.gone:
        if start <= first < end:
            yield from _kept(page, start, first, element)
            start = last
    if start < end:
        yield start, end, element
