"""The elements of a page in which each has an end tag of its own, made when somebody asks for them.

Where the tags stand says all of it then: no parser is needed, and of most elements nobody asks anything.
"""

from __future__ import annotations

import html as html_text
import weakref
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence, Set
from itertools import accumulate
from typing import Any

from pelican_memoir.memoir.element import Element
from pelican_memoir.memoir.tree import DEEPEST, ends_another, may_end_from
from pelican_memoir.repair.scan import COMMENT, NO_TAG, Scan, Tag

ROOT = -1


class Nested:
    """The elements of a page, which go by the numbers of their start tags.

    `ends` are the numbers of their end tags, `around` those of the elements that each tag's element is in, and
    `numbers` those of each kind of start tags.
    """

    is_regular = True

    def __init__(
        self, scan: Scan, ends: Sequence[int], around: Sequence[int], numbers: dict[Tag, list[int]]
    ) -> None:
        self.html = scan.html
        self.parts = scan.parts
        self.tags = list(scan.tags)
        self.ends = ends
        self.around = around
        self.sums = list(accumulate(map(len, scan.parts)))
        self._numbers = numbers
        self._made: dict[int, _Made] = {}
        self._me = weakref.ref(self)

    def __del__(self) -> None:
        """Let go of the elements: those that hold one another would wait for the collector."""
        for element in self._made.values():
            element.let_go()

    def element(self, number: int) -> Element:
        """Return an element, always the same one."""
        made = self._made.get(number)
        if made is None:
            made = self._made[number] = _Made(self, self._me, number)
        return made

    @property
    def root(self) -> Element:
        """What all elements are in."""
        return self.element(ROOT)

    def all(self) -> list[Element]:
        """Return all elements that are left, in the order of the source."""
        return [self.element(number) for number, tag in enumerate(self.tags) if tag.name]

    def named(self, names: Collection[str], keys: Set[str] = frozenset()) -> list[Element]:
        """Return the elements of these names, and those that have one of these attributes."""
        found = [
            number
            for tag, numbers in self._numbers.items()
            if tag.name in names or (keys and not keys.isdisjoint(tag.attributes))
            for number in numbers
        ]
        return [self.element(number) for number in sorted(found)]

    def take_out(self, stretches: Sequence[tuple[int, int]]) -> None:
        """Forget the elements of some stretches of the source."""
        for start, _ in stretches:
            first = bisect_left(range(len(self.tags)), start, key=self.start)
            last = self.ends[first]
            for number in range(first, last + 1):
                if self.tags[number].name:
                    self._put(number, NO_TAG)

    def retag(self, element: Element, tag: Tag) -> None:
        """Give an element another start tag, by which it is found."""
        element.become(tag.name, tag.attributes)
        if isinstance(element, _Made):
            self._put(element.number, tag)

    def _put(self, number: int, tag: Tag) -> None:
        self._numbers[self.tags[number]].remove(number)
        self._numbers.setdefault(tag, []).append(number)
        self.tags[number] = tag

    def start(self, number: int) -> int:
        """Return where a tag begins: brackets are not among the parts."""
        return self.sums[2 * number] + 2 * number

    def end(self, number: int) -> int:
        """Return where a tag ends."""
        return self.sums[2 * number + 1] + 2 * number + 2

    def children(self, number: int) -> list[Element | str]:
        """Return what is right inside an element."""
        last = len(self.tags) if number == ROOT else self.ends[number]
        children: list[Element | str] = []
        inside = number + 1
        while inside <= last:
            children += _texts(self.parts[2 * inside])
            if inside < last:
                children.append(self.element(inside))
                inside = self.ends[inside]
            inside += 1
        return children

    def stretches(self, words: Collection[str]) -> Iterator[tuple[int, int, Element]]:
        """Yield start, end and element of each text between tags that has one of the words, comments and all."""
        for number, text in enumerate(self.parts[::2]):
            if any(word in text for word in words):
                before = number - 1
                opens = before >= 0 and self.tags[before].name and self.ends[before] != before
                element = before if opens or before < 0 else self.around[before]
                start = self.end(before) if number else 0
                yield start, start + len(text), self.element(element)


class _Made(Element):
    """An element of `Nested`: what is around it and in it is looked for when it is asked for.

    Whoever asks keeps the page for as long.
    """

    __slots__ = ("_nested", "number")

    def __init__(self, nested: Nested, reference: weakref.ref[Nested], number: int) -> None:
        self._nested = reference
        self.number = number
        self.source = nested.html
        self._classes = None
        if number == ROOT:
            self.name, self.is_bare, self._attributes = "", False, None
            self.start = self.inner = 0
            self.close = self.end = len(nested.html)
            return
        tag = nested.tags[number]
        self.name, self.is_bare, self._attributes = tag.name, not tag.inside, tag.attributes
        self.start, self.inner = nested.start(number), nested.end(number)
        last = nested.ends[number]
        self.close = nested.start(last) if last != number else self.inner
        self.end = nested.end(last)

    def __getattr__(self, name: str) -> Any:
        """Fill in what is asked for the first time."""
        nested = self._nested()
        if nested is not None and name == "children":
            self.children = nested.children(self.number)
            return self.children
        if nested is not None and name == "parent":
            is_root = self.number == ROOT
            self.parent = None if is_root else nested.element(nested.around[self.number])
            return self.parent
        raise AttributeError(name)

    def let_go(self) -> None:
        """Know nothing of what is around it any more."""
        self.parent = None


def _texts(text: str) -> list[str]:
    """Return a text between two tags as it is meant, without comments."""
    if not text:
        return []
    pieces = [piece for piece in COMMENT.split(text) if piece] if "<" in text else [text]
    return [html_text.unescape(piece) if "&" in piece else piece for piece in pieces]


def nested(scan: Scan) -> Nested | None:
    """Return the elements of a page; None where one has no end tag of its own, or where they are very deep."""
    tags = scan.tags
    ends, around = list(range(len(tags))), [ROOT] * len(tags)
    numbers: dict[Tag, list[int]] = {tag: [] for tag in scan.kinds}
    open_ = ROOT
    for number, tag in enumerate(tags):
        if tag.ends:
            if tags[open_].name != tag.ends:
                return None
            ends[open_] = number
            open_ = around[number] = around[open_]
            continue
        around[number] = open_
        numbers[tag].append(number)
        if (
            tag.may_end
            and open_ != ROOT
            and may_end_from(tag.name, tags[open_].name)
            and ends_another(tag.name, _names(tags, around, open_))
        ):
            return None
        if not tag.is_void:
            open_ = number
    return Nested(scan, ends, around, numbers) if open_ == ROOT and not _is_deep(around) else None


def _names(tags: Sequence[Tag], around: Sequence[int], number: int) -> Iterator[str]:
    """Yield the names of an element and of those around it, the nearest first."""
    while number != ROOT:
        yield tags[number].name
        number = around[number]


def _is_deep(around: Sequence[int]) -> bool:
    """Tell whether an element is deeper than browsers let them be: each such one has two tags."""
    if len(around) < 2 * DEEPEST:
        return False
    depths = [0] * (len(around) + 1)  # that of the root is the last
    for number, parent in enumerate(around):
        depths[number] = depths[parent] + 1
    return max(depths) >= DEEPEST
