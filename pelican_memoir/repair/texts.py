"""The texts of a page with their places in the source, which the tree does not keep."""

from __future__ import annotations

from collections.abc import Iterator

from pelican_memoir.memoir.element import Element
from pelican_memoir.memoir.tree import Tree


def stretches(tree: Tree) -> Iterator[tuple[int, int, Element]]:
    """Yield start, end and element of every stretch between tags, element by element; comments are part of it."""
    for element in (tree.root, *tree.elements):
        place = element.inner
        for child in element.elements:
            if child.start > place:
                yield place, child.start, element
            place = max(place, child.end)
        if element.close > place:
            yield place, element.close, element
