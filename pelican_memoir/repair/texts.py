"""The texts of a page with their places in the source, which the tree does not keep."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from pelican_memoir.memoir.element import Element
from pelican_memoir.memoir.tree import Tree


def stretches(tree: Tree, gone: Collection[tuple[int, int]] = ()) -> Iterator[tuple[int, int, Element]]:
    """Yield start, end and element of every stretch between tags, element by element; comments are part of it.

    `gone` are parts of the source that are out, with all that is in them.
    """
    for element in (tree.root, *tree.elements):
        if element.inner == element.close or any(start <= element.start < end for start, end in gone):
            continue
        place = element.inner
        for child in element.elements:
            if child.start > place:
                yield from _kept(gone, place, child.start, element)
            place = max(place, child.end)
        if element.close > place:
            yield from _kept(gone, place, element.close, element)


def _kept(
    gone: Collection[tuple[int, int]], start: int, end: int, element: Element
) -> Iterator[tuple[int, int, Element]]:
    for first, last in gone:
        if start <= first < end:
            yield from _kept(gone, start, first, element)
            start = last
    if start < end:
        yield start, end, element
