"""The elements of any page, as a parser reads them."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator, Sequence, Set

from pelican_memoir.memoir.element import Element
from pelican_memoir.memoir.tree import VOID, Tree
from pelican_memoir.repair.scan import Tag

_NOWHERE = (sys.maxsize, sys.maxsize)
"""A stretch behind the end of any source."""


class Parsed:
    """The elements of a page whose tags alone do not tell which is in which."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.root = tree.root
        self._elements = list(tree.elements)

    @property
    def is_regular(self) -> bool:
        """Whether each element has an end tag of its own, so that the parser had nothing to mend."""
        return not self.tree.stray and all(
            element.end > element.close or element.name in VOID for element in self.tree.elements
        )

    def all(self) -> list[Element]:
        """Return all elements that are left, in the order of the source."""
        return self._elements

    def named(self, names: Collection[str], keys: Set[str] = frozenset()) -> list[Element]:
        """Return the elements of these names, and those that have one of these attributes."""
        return [
            element
            for element in self._elements
            if element.name in names or not (element.is_bare or keys.isdisjoint(element.attributes))
        ]

    def retag(self, element: Element, tag: Tag) -> None:
        """Give an element another start tag, by which it is found."""
        element.become(tag.name, tag.attributes)

    def take_out(self, stretches: Sequence[tuple[int, int]]) -> None:
        """Forget the elements of some stretches of the source."""
        left: list[Element] = []
        ahead = iter(sorted(stretches))  # as the elements, in the order of the source
        start, end = next(ahead, _NOWHERE)
        for element in self._elements:
            while element.start >= end:
                start, end = next(ahead, _NOWHERE)
            if element.start < start:
                left.append(element)
        self._elements = left

    def stretches(self, words: Collection[str]) -> Iterator[tuple[int, int, Element]]:
        """Yield start, end and element of each text between tags that has one of the words, comments and all."""
        html = self.tree.html
        for element in (self.root, *self._elements):
            place = element.inner
            for start, end in [
                *((child.start, child.end) for child in element.elements),
                (element.close,) * 2,
            ]:
                if start > place and any(html.find(word, place, start) >= 0 for word in words):
                    yield place, start, element
                place = max(place, end)
