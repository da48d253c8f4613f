"""Periods that no heading tells: a bold name that opens a paragraph; an item, a row of a table or a term of a list of
definitions that holds or says what was done in it.

**1월** 첫 회사에 들어갔다.          - 1월                - **1월**: 입사          | 1월 | 입사 |
                                      - 입사             - 2월: 이사
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise

from pelican_memoir.memoir.content import is_contents, item_text
from pelican_memoir.memoir.element import Element, text_of
from pelican_memoir.memoir.heading import LETTER, read_heading
from pelican_memoir.memoir.normalise import plain
from pelican_memoir.memoir.outline import BOLD_RANK, Heading, Outline, spaced
from pelican_memoir.memoir.period_words import compiled
from pelican_memoir.memoir.reading import GREATEST, Reading, Strength
from pelican_memoir.memoir.seasons import are_in_time
from pelican_memoir.memoir.sections import group_of, is_closing, is_goals, is_opening
from pelican_memoir.memoir.series import is_topic

_BOLD = frozenset({"strong", "b"})
_LISTS = frozenset({"ul", "ol"})
_FEWEST = 3
_LONGEST = 60
_AFTER_NAME = ":： .-–—"


def with_leads(outline: Outline) -> Outline | None:
    """The outline with a series of leads among its headings, None where there is none.

    A series are the leads of one element that are nothing but periods of one kind, three or more in order of time,
    and one of another kind at its place among them; items may say behind the period what was done in it.
    """
    beside: dict[tuple[int, str], list[tuple[Reading, Heading]]] = defaultdict(list)
    for heading in _leads(outline):
        reading, around = read_heading(heading.text), _around(heading.element)
        if reading is None or around is None:
            continue
        if reading.strength is Strength.EXACT or _says_what_was_done(heading.element, reading):
            beside[around.start, heading.element.name].append((reading, heading))
    found = [heading for leads in beside.values() for heading in _series_among(leads)]
    return Outline(outline.tree, found) if found else None


def _says_what_was_done(element: Element, reading: Reading) -> bool:
    if element.name != "li" or not reading.title:
        return False
    return reading.strength is Strength.TITLED or _is_bold_period(element)


def _is_bold_period(item: Element) -> bool:
    """ "**1월** 겨울 여행": the bold words are the period and nothing else, which parts it from what was done."""
    reading = read_heading(spaced(_bold_opening(item)).rstrip(_AFTER_NAME))
    return reading is not None and reading.strength is Strength.EXACT


def _series_among(leads: list[tuple[Reading, Heading]]) -> list[Heading]:
    """The series of each kind among the leads of one element, with the lone ones that stand in time between them."""
    kinds = Counter(reading.kind for reading, _ in leads)
    whole = {kind for kind in kinds if _is_in_order([each for each, _ in leads if each.kind == kind])}
    kept = [(reading, heading) for reading, heading in leads if reading.kind in whole]
    if kept and any(kinds[reading.kind] == 1 for reading, _ in leads):
        told = [
            (reading, heading)
            for reading, heading in leads
            if reading.kind in whole or kinds[reading.kind] == 1
        ]
        if are_in_time([reading for reading, _ in told]):
            return [heading for _, heading in told]
    return [heading for _, heading in kept]


def _around(element: Element) -> Element | None:
    """The element that leads of a series share: each may have a quotation of its own."""
    around = element.parent
    return around.parent if around is not None and around.name == "blockquote" else around


def _is_in_order(series: list[Reading]) -> bool:
    """Three or more in order of time, or both halves of a year. Winter may come first."""
    numbers = [each.number for each in series]
    if series[0].kind == "season" and numbers[0] == GREATEST["season"]:
        numbers[0] = 0
    enough = len(numbers) >= _FEWEST or (numbers == [1, 2] and series[0].kind == "half")
    return enough and all(one < other for one, other in pairwise(numbers))


def _leads(outline: Outline) -> Iterator[Heading]:
    by_topic = _has_topics(outline)
    timelines = [(h.start, outline.section_end(h)) for h in outline.headings if by_topic and _is_timeline(h)]
    for element in outline.elements:
        in_time = not by_topic or any(start < element.start < end for start, end in timelines)
        read = (_READ_BY_TIME if in_time else _READ).get(element.name)
        text = spaced(read(element)).rstrip(_AFTER_NAME) if read is not None else ""
        if 0 < len(text) <= _LONGEST:
            yield Heading(text, None, BOLD_RANK, element, element.start)


def _first_words(element: Element) -> Element | str | None:
    return next((child for child in element.children if not isinstance(child, str) or child.strip()), None)


def _bold_opening(element: Element) -> str:
    first = _first_words(element)
    return text_of(first) if isinstance(first, Element) and first.name in _BOLD else ""


def _opening_of_item(item: Element) -> str:
    """The words of an item that holds a list, and does not lead somewhere as those of a table of contents do."""
    holds_list = any(child.name in _LISTS for child in item.elements)
    leads = any(child.name == "a" for child in item.elements)
    if not holds_list or leads or item.parent is None or is_contents(item.parent):
        return ""
    return item_text(item)


def _story_of_item(item: Element) -> str:
    """The words of an item that says itself what was done, its bold opening if they are many.

    An item that is nothing but a period may be one of a table of contents, as one that begins with a link.
    """
    first = _first_words(item)
    if item.parent is None or is_contents(item.parent) or (isinstance(first, Element) and first.name == "a"):
        return ""
    text = item_text(item)
    if len(text) > _LONGEST:
        return _bold_opening(item)
    reading = read_heading(text)
    tells = reading is not None and (reading.strength is Strength.TITLED or _is_bold_period(item))
    return text if tells else ""


def _opening_of_row(row: Element) -> str:
    """The first cell of a row that has words in another."""
    cells = list(row.elements)
    return text_of(cells[0]) if any(LETTER.search(text_of(cell)) for cell in cells[1:]) else ""


_READ: Mapping[str, Callable[[Element], str]] = {"p": _bold_opening, "li": _opening_of_item}
"""How the name of a period is read from the elements that may open with one."""

_READ_BY_TIME: Mapping[str, Callable[[Element], str]] = {
    "p": _bold_opening,
    "li": lambda item: _opening_of_item(item) or _story_of_item(item),
    "tr": _opening_of_row,
    "dt": text_of,
}
"""The same in a post that has no topics, or below a heading that tells of time ("월별 기록"): beside topics a list or
a table only dates events."""


def _is_timeline(heading: Heading) -> bool:
    """The heading tells of time, and of no plan."""
    about_time = compiled("%s", "sections.timeline").search(plain(heading.text)) is not None
    return about_time and heading.level is not None and not _is_frame(heading.text)


def _has_topics(outline: Outline) -> bool:
    return any(
        heading.level is not None and is_topic(heading) and not _is_frame(heading.text)
        for heading in outline.headings
    )


def _is_frame(text: str) -> bool:
    return is_opening(text) or is_closing(text) or is_goals(text, None) or group_of(text) is not None
