"""The outline of a post: what stands as a heading, in the order of the source, with its place.

Headings are `<h1>` to `<h6>` (Markdown's or the author's raw HTML), `<summary>`, and paragraphs or first lines of
paragraphs that are nothing but bold.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pelican_memoir.memoir.element import Element, text_of
from pelican_memoir.memoir.tree import Tree, parse

BOLD_RANK = 7
"""Bold paragraphs rank below every heading."""

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_MAY_BE_HEADINGS = frozenset({*_LEVELS, "summary", "p"})
_BOLD = frozenset({"strong", "b"})
_INLINE_WRAPPERS = frozenset({"em", "i", "u", "span", "font", "mark", "a", "ins", "big", "small"})
_NOT_AROUND_BOLD = frozenset({"li", "blockquote", "td", "th", "dd", "dt", "figure", "figcaption", "summary"})
_LONGEST_BOLD = 80
_LONGEST = 1000
"""About where the text of a heading ends: headings that are never closed hold all that follows, again and again."""
_WORD = re.compile(r"\w")
_SENTENCE_END = re.compile(r"[.。．…]\W*$")
_MEDIA = frozenset({"a", "img"})
_PROSE = frozenset({"p", "pre", "table", "nav", "script"})
_NOT_OUTLINE = frozenset({"nav", "aside"})


@dataclass(slots=True, eq=False)
class Heading:
    """`level` is None for what is not `<h1>` to `<h6>`, of `rank` 1 is the highest.

    `element` carries the anchor, or may get one; it begins at `start`.
    """

    text: str
    level: int | None
    rank: int
    element: Element
    start: int

    @property
    def anchor(self) -> str | None:
        return self.element.attributes.get("id") or None

    @property
    def content(self) -> int:
        """Where the section's content begins: behind the heading, inside the paragraph for a bold first line."""
        return self.element.end if self.level or self.element.name == "summary" else self.element.inner


class Outline:
    """The headings of a post and all its elements in the order of the source.

    `leads` are further places that stand for headings (see `leads`).
    """

    def __init__(self, tree: Tree, leads: Iterable[Heading] = ()):
        self.tree = tree
        self.elements = tree.elements
        self._starts = [element.start for element in self.elements]
        self._classes: dict[str, list[Element]] = {}
        headings = {heading.start: heading for heading in (*_headings(self.elements), *leads)}
        self.headings = tuple([headings[start] for start in sorted(headings)])
        self._heading_starts = [heading.start for heading in self.headings]

    @property
    def end(self) -> int:
        return len(self.tree.html)

    def between(self, start: int, end: int) -> tuple[Element, ...]:
        """The elements whose start tag lies in `html[start:end]`."""
        return self.elements[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    @functools.cached_property
    def open(self) -> tuple[Element, ...]:
        """The elements without an end tag."""
        return tuple([element for element in self.elements if element.end == element.close])

    def media_between(self, start: int, end: int) -> tuple[Element, ...]:
        """The pictures and links among them."""
        media, starts = self._media
        return media[bisect_left(starts, start) : bisect_left(starts, end)]

    @functools.cached_property
    def _media(self) -> tuple[tuple[Element, ...], list[int]]:
        return self._named(_MEDIA)

    def prose_between(self, start: int, end: int) -> tuple[Element, ...]:
        """The paragraphs among them, and what may hold paragraphs that are none of the author's prose."""
        prose, starts = self._prose
        return prose[bisect_left(starts, start) : bisect_left(starts, end)]

    @functools.cached_property
    def _prose(self) -> tuple[tuple[Element, ...], list[int]]:
        return self._named(_PROSE)

    def _named(self, names: frozenset[str]) -> tuple[tuple[Element, ...], list[int]]:
        found = tuple([element for element in self.elements if element.name in names])
        return found, [element.start for element in found]

    def of_class(self, names: Iterable[str], start: int, end: int) -> list[Element]:
        """The elements of `html[start:end]` that have one of the classes, in order."""
        found = {
            element.start: element
            for name in names
            for element in self._of_class(name)
            if start <= element.start < end
        }
        return [found[place] for place in sorted(found)]

    def _of_class(self, name: str) -> list[Element]:
        """Looks for the name in the text, once: the attributes of most elements are never read."""
        known = self._classes.get(name)
        if known is None:
            place, known = self.tree.html.find(name), []
            while place >= 0:
                index = bisect_right(self._starts, place) - 1
                if index >= 0 and place < self.elements[index].inner and name in self.elements[index].classes:
                    known.append(self.elements[index])
                place = self.tree.html.find(name, place + 1)
            self._classes[name] = known
        return known

    def headings_between(self, start: int, end: int) -> list[Heading]:
        starts = self._heading_starts
        return list(self.headings[bisect_left(starts, start) : bisect_left(starts, end)])

    def parent(self, heading: Heading) -> Heading | None:
        """The heading of a higher rank below which `heading` stands."""
        return self._parents[heading.start]

    @functools.cached_property
    def _parents(self) -> dict[int, Heading | None]:
        found: dict[int, Heading | None] = {}
        open_: list[Heading] = []
        for heading in self.headings:
            while open_ and open_[-1].rank >= heading.rank:
                open_.pop()
            found[heading.start] = open_[-1] if open_ else None
            open_.append(heading)
        return found

    def section_end(
        self, heading: Heading, stops: frozenset[int] = frozenset(), *, through_bold: bool = False
    ) -> int:
        """Where the section of `heading` ends: at a heading of its rank or a higher one, or at one of `stops`.

        That of an item or a row ends with it, that of a term with its list. `through_bold`: that of a bold paragraph
        holds the bold paragraphs behind it.
        """
        end = self._end_of_lead(heading.element)
        rank = min(heading.rank, BOLD_RANK - through_bold)
        following = bisect_right(self._heading_starts, heading.start)
        for other in self.headings[following:]:
            if other.rank <= rank or other.start in stops:
                return min(other.start, end)
        return end

    def _end_of_lead(self, element: Element) -> int:
        if element.name == "dt" and element.parent is not None:
            return element.parent.close
        return element.close if element.name in ("li", "tr") else self.end


@functools.lru_cache(maxsize=1)
def read_outline(html: str) -> Outline:
    """The outline of any HTML; never raises. The last one is kept: a post is read and then spliced."""
    return Outline(parse(html))


def spaced(text: str) -> str:
    """Text as the model holds it: NFC, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _headings(elements: tuple[Element, ...]) -> Iterator[Heading]:
    for element in [each for each in elements if each.name in _MAY_BE_HEADINGS]:
        level = _LEVELS.get(element.name)
        if element.name != "p":
            text = spaced(text_of(element, _LONGEST))
        elif not _opens_plainly(element) and not _inside(element, _NOT_AROUND_BOLD):
            text = spaced(bold_line(element))
        else:
            continue
        if text and not _inside(element, _NOT_OUTLINE):
            yield Heading(text, level, level or BOLD_RANK, element, element.start)


def _opens_plainly(paragraph: Element) -> bool:
    """Its first words are not bold, as in most paragraphs."""
    first = paragraph.children[0] if paragraph.children else ""
    return isinstance(first, str) and _WORD.search(first) is not None


def _inside(element: Element, names: frozenset[str]) -> bool:
    around = element.parent
    while around is not None:
        if around.name in names:
            return True
        around = around.parent
    return False


def bold_line(paragraph: Element) -> str:
    """The first line of a paragraph if it is bold and short and no sentence, else ''."""
    line, bold, rest = [], [], False
    for text, is_bold in _runs(paragraph):
        head, newline, _ = text.partition("\n")
        line.append(head)
        if is_bold:
            bold.append(head)
        elif _WORD.search(head):
            return ""
        if newline and _WORD.search("".join(bold)):
            rest = True
            break
    found = spaced("".join(line)).rstrip(":： ")
    if not _WORD.search("".join(bold)) or len(found) > _LONGEST_BOLD or _SENTENCE_END.search(found):
        return ""
    return found if rest or paragraph.classes.isdisjoint(NOTES) else ""


NOTES = frozenset({"box-note", "box-warning", "box-error", "box-success", "memoir-takeaway"})


def _runs(paragraph: Element) -> Iterator[tuple[str, bool]]:
    """The texts of a paragraph and whether each is bold; a line break is a newline, anything else ends it."""
    inside = [(iter(paragraph.children), False)]
    while inside:
        children, bold = inside[-1]
        for child in children:
            if isinstance(child, str):
                yield child, bold
            elif child.name in _BOLD or child.name in _INLINE_WRAPPERS:
                inside.append((iter(child.children), bold or child.name in _BOLD))
                break
            elif child.name != "img":
                yield "\n", bold
        else:
            inside.pop()
