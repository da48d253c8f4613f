"""The entries of a stretch of a post: what a reader would count as its items, each with its own stretch.

Headings at the shallowest level, else bold paragraphs, else the list that leads, else the period's own title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pelican_memoir.memoir.content import TopList, item_text, top_lists
from pelican_memoir.memoir.element import Element, text_of
from pelican_memoir.memoir.marks import ACHIEVEMENT, is_skipped
from pelican_memoir.memoir.outline import Heading, Outline, spaced

_NUMBER = re.compile(r"\s*[(\[#]?\s*(\d{1,2})\s*(?:[.)\]]|\ufe0f?\u20e3)(?!\d)\s*")
_CIRCLED = re.compile(r"\s*([①-⑳])\s*")
_FEWEST_BOLD = 2
_FEWEST_PARTED = 3
_SHORT_INTRODUCTION = 200
"""Prose before a list of a period that is longer than this, and than the list, tells the period itself."""


@dataclass(slots=True, eq=False)
class Entry:
    """`element` is the heading or list item that carries the anchor; the entry's words are `html[start:end]`."""

    text: str
    element: Element
    start: int
    end: int


def entries(outline: Outline, start: int, end: int, *, titled: bool = False) -> list[Entry]:
    """The entries of `html[start:end]`. `titled`: the period has a title of its own, so prose there is about it."""
    marked = outline.of_class((ACHIEVEMENT,), start, end)
    if marked:
        return _of_marked(outline, marked, end)
    inner = [h for h in outline.headings_between(start, end) if not is_skipped(h.element)]
    real = [heading for heading in inner if heading.level is not None or heading.element.name == "summary"]
    if real:
        top = min(heading.rank for heading in real)
        return _of_headings([heading for heading in real if heading.rank == top], end)
    if len(inner) >= _FEWEST_BOLD:
        return _of_headings(inner, end)
    return [
        # A heading right behind a list is part of its last item to Markdown, and begins another section to readers.
        Entry(text, item, item.start, min(item.end, end))
        for top_list in _counting(top_lists(outline, start, end), titled)
        for item in top_list.items
        if not is_skipped(item) and (text := item_text(item))
    ]


def cells(row: Element) -> list[Entry]:
    """The entries of a row whose first cell names the period: each further cell that says something."""
    found = [(spaced(text_of(cell)), cell) for cell in list(row.elements)[1:]]
    return [Entry(text, cell, cell.inner, cell.close) for text, cell in found if text]


def _of_marked(outline: Outline, marked: list[Element], end: int) -> list[Entry]:
    """What the author marks: a heading's entry reaches to the next one, a list is its items, else it is the whole."""
    headings = {heading.start: heading for heading in outline.headings}
    found = []
    for element, stop in zip(marked, [*(each.start for each in marked[1:]), end], strict=True):
        heading = headings.get(element.start)
        if heading is not None:
            found.append(Entry(heading.text, element, heading.content, stop))
            continue
        items = [child for child in element.elements if child.name == "li"]
        for item in items or [element]:
            text = item_text(item) if item.name == "li" else spaced(text_of(item))
            if text and not is_skipped(item):
                found.append(Entry(text, item, item.start, item.end))
    return found


def _of_headings(headings: list[Heading], end: int) -> list[Entry]:
    stops = [heading.start for heading in headings[1:]] + [end]
    return [
        Entry(heading.text, heading.element, heading.content, stop)
        for heading, stop in zip(headings, stops, strict=True)
    ]


def _counting(found: list[TopList], titled: bool) -> list[TopList]:
    """The lists that tell what was done: not those that a paragraph brings up to explain itself."""
    if not found:
        return []
    first = found[0]
    if titled and first.prose_before and len(first.items) == 1:
        return []
    if first.prose_before > _SHORT_INTRODUCTION and first.prose_before > sum(
        len(spaced(text_of(item))) for item in first.items
    ):
        return []
    alike = [each for each in found if each.element.name == first.element.name]
    if _are_parted_by_stories(alike):
        return alike
    return [each for each in alike if each is first or not each.after_paragraph]


def _are_parted_by_stories(found: list[TopList]) -> bool:
    """One list that the paragraphs behind its items part into many, not an item that a paragraph brings up."""
    one_each = all(len(each.items) == 1 for each in found)
    return one_each and (found[-1].before_paragraph or len(found) >= _FEWEST_PARTED)


def numbered(text: str) -> tuple[int | None, str]:
    """A heading's number and the heading without it: "1) 소집해제" is (1, "소집해제")."""
    if text[:1].isalpha():
        return None, text
    match = _NUMBER.match(text)
    if match and match.end() < len(text):
        return int(match[1]), text[match.end() :]
    circled = _CIRCLED.match(text)
    if circled and circled.end() < len(text):
        return ord(circled[1]) - ord("①") + 1, text[circled.end() :]
    return None, text
