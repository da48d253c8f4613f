"""The page that repairs look at: its HTML as a tree, and what they must know that the HTML does not say."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property

from pelican_memoir.memoir.element import Element
from pelican_memoir.memoir.tree import parse
from pelican_memoir.repair.census import Census, census_of, scanned
from pelican_memoir.repair.nested import Nested, nested
from pelican_memoir.repair.parsed import Parsed
from pelican_memoir.repair.scan import Scan, scan
from pelican_memoir.repair.tag import StartTag, as_written

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PeriodHeading:
    """What is known of a period by its heading's anchor: how deep among periods (0 is outermost), and a label.

    `takeaway` names its summing-up for a reader who cannot see the box, in the language of the post.
    """

    depth: int = 0
    takeaway: str = ""


def _unknown(_: str) -> Size | None:
    return None


@dataclass(eq=False)
class Page:
    """One piece of content. `periods` goes by the anchors of headings, `items` are anchors of achievements.

    While repairs run, elements of the tree take other tags or go, and `html` is what the tree was read from: places
    are places in it, and `gone` are the stretches of it that are out.
    """

    html: str
    title: str = ""
    periods: Mapping[str, PeriodHeading] = field(default_factory=dict)
    items: frozenset[str] = frozenset()
    size_of: Callable[[str], Size | None] = _unknown
    taken_ids: frozenset[str] = frozenset()
    before: Census | None = None
    """What names the source held before repairs, which put in none that `spelling` asks for."""
    told: Census | None = None
    """What names the source may hold, where that is known."""

    @cached_property
    def scan(self) -> Scan | None:
        """Its tags, where it takes no parser to find them."""
        return scan(self.html)

    @cached_property
    def census(self) -> Census:
        """What names the source holds, or one or another more; told without a tree."""
        if self.told is not None:
            return self.told
        return census_of(self.html) if self.scan is None else scanned(self.scan)

    @cached_property
    def tree(self) -> Nested | Parsed:
        """Its elements; read when first asked for, by a parser only where the tags alone do not say it."""
        return (self.scan and nested(self.scan)) or Parsed(parse(self.html))

    @property
    def elements(self) -> list[Element]:
        """All elements that are left, in the order of the source."""
        return self.tree.all()

    @cached_property
    def anchors(self) -> Mapping[str, Element]:
        """The elements of the source by their ids, the first of each."""
        with_ids = [element for element in self.named((), having={"id"}) if element.attributes["id"]]
        return {element.attributes["id"]: element for element in reversed(with_ids)}

    @cached_property
    def is_regular(self) -> bool:
        """Whether each element has an end tag of its own, so that a parser has nothing to mend."""
        return self.tree.is_regular

    @cached_property
    def has_open_quote(self) -> bool:
        """Whether an attribute's quote is never closed: any quote that is put behind it would close it."""
        places = [(self.html, self.html.rfind(quote)) for quote in "\"'"]
        return any(place > 0 and html[:place].rstrip().endswith("=") for html, place in places)

    @cached_property
    def gone(self) -> list[tuple[int, int]]:
        """The stretches of the source that are out."""
        return []

    def named(self, names: Collection[str], *, having: Set[str] = frozenset()) -> list[Element]:
        """Return the elements of these names, and those with one of the attributes, in the order of the source."""
        return self.tree.named(names, having)

    def stretches(self, words: Collection[str]) -> Iterator[tuple[int, int, Element]]:
        """Yield start, end and element of each text between tags that has one of the words, comments and all."""
        return self.tree.stretches(words)

    @cached_property
    def start_tags(self) -> dict[Element, StartTag]:
        """The start tags that elements have got, which the source does not have yet."""
        return {}

    def start_tag(self, element: Element) -> StartTag:
        """Return the start tag that an element has by now."""
        return self.start_tags.get(element) or as_written(
            self.html[element.start : element.inner], element.name
        )

    def retag(self, element: Element, tag: StartTag) -> None:
        """Give an element another start tag, by which it is found."""
        self.start_tags[element] = tag
        self.tree.retag(element, tag)

    def take_out(self, stretches: list[tuple[int, int]]) -> None:
        """Forget the elements of some stretches of the source."""
        self.gone.extend(stretches)
        self.tree.take_out(stretches)

    def source(self, start: int, end: int) -> str:
        """Return a stretch of the source without what is out."""
        parts = []
        for first, last in sorted(self.gone):
            if start <= first and last <= end:
                parts.append(self.html[start:first])
                start = last
        return "".join([*parts, self.html[start:end]])
