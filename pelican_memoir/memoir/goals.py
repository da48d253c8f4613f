"""Collects the sections of goals: those for what comes, and those once set that the author looks back at."""

from __future__ import annotations

import re
from collections.abc import Callable

from pelican_memoir.memoir.element import text_of
from pelican_memoir.memoir.entries import Entry, entries
from pelican_memoir.memoir.heading import LETTER, part_named, read_heading
from pelican_memoir.memoir.marks import is_skipped
from pelican_memoir.memoir.model import Goals, PostPeriod
from pelican_memoir.memoir.outline import Heading, Outline, spaced
from pelican_memoir.memoir.periods import Found
from pelican_memoir.memoir.sections import is_goals, is_next_part, is_past_goals, names_next_year

_AREA = re.compile(r"[\W_]*[^\W\d_]{1,12}(?:\s*[&/·+,]\s*[^\W\d_]{1,12})?[\W_]*")
"""A word or two by themselves, an emoji beside them or not."""


def goals_of(
    outline: Outline, year: int | None, found: list[Found], part: PostPeriod | None = None
) -> tuple[Goals, ...]:
    """The sections of goals for what comes, in order; one inside another counts once.

    A plan that opens the post and names no coming year is the plan that the post looks back at. In a post about a
    `part` of the year the next part is what comes ("하반기에는").
    """
    return _collect(
        outline,
        _outside_periods(found[:-1], found),
        lambda heading: (
            is_next_part(heading.text, part)
            or (
                is_goals(heading.text, year)
                and not _is_opening_plan(heading, outline, year, found)
                and not _is_plan_of_past_part(heading, year, found, part)
            )
        ),
    )


def _is_plan_of_past_part(
    heading: Heading, year: int | None, found: list[Found], part: PostPeriod | None
) -> bool:
    """A plan for a part of the time that the post looks back at: "Q3 Targets" in a memoir by quarters.

    The plan for a part that comes first in a year may stand behind all periods: it is the next year's.
    """
    if names_next_year(heading.text, year):
        return False
    named = part_named(heading.text)
    if named is None or not named.months:
        return False
    if part is not None:
        return not part.months or named.months[0] <= part.months[-1]
    last = max((month for each in found for month in each.reading.months), default=0)
    return named.months[0] <= last and not (named.number == 1 and heading.start > found[-1].heading.start)


def past_goals_of(
    outline: Outline, year: int | None, found: list[Found], part: PostPeriod | None = None
) -> tuple[Goals, ...]:
    """The sections that look back at goals: "2022년 새해 다짐" in 2022, "去年の宣言", "Review of my goals"."""
    return _collect(
        outline,
        _outside_periods(found, found),
        lambda heading: (
            is_past_goals(heading.text, year)
            or _is_opening_plan(heading, outline, year, found)
            or (is_goals(heading.text, year) and _is_plan_of_past_part(heading, year, found, part))
        ),
    )


def _is_opening_plan(heading: Heading, outline: Outline, year: int | None, found: list[Found]) -> bool:
    if not is_goals(heading.text, year) or names_next_year(heading.text, year):
        return False
    opens = heading is outline.headings[0] and len(outline.headings) > 1
    return opens or bool(found and heading.start < found[0].heading.start)


def _collect(
    outline: Outline, outside: Callable[[Heading], bool], wanted: Callable[[Heading], bool]
) -> tuple[Goals, ...]:
    found: list[Goals] = []
    covered = 0
    for heading in outline.headings:
        if heading.start >= covered and wanted(heading) and outside(heading):
            covered = outline.section_end(heading)
            items = tuple(entry.text for entry in _items(outline, heading.content, covered))
            told = items or _items_of_tables(outline, heading.content, covered)
            found.append(Goals(heading.text, heading.anchor, told))
    return tuple(found)


def _items(outline: Outline, start: int, end: int) -> list[Entry]:
    """The goals of a section: where its headings are periods ("상반기"), what stands below these.

    So of one heading that only says once more that there are goals ("# 2024년", "## 목표"), and of areas of life, each
    a word with goals below it ("개발", "건강").
    """
    found: list[Entry] = []
    told = entries(outline, start, end)
    below = [_below(outline, entry) for entry in told]
    again = len(told) == 1 and is_goals(told[0].text, None)
    by_area = len(told) > 1 and all(below) and all(_AREA.fullmatch(entry.text) for entry in told)
    for entry, inner in zip(told, below, strict=True):
        parted = again or by_area or read_heading(entry.text) is not None
        found += (inner if parted else []) or [entry]
    return found


def _below(outline: Outline, entry: Entry) -> list[Entry]:
    """What an entry has below it: the items of a list inside an item, those behind a heading."""
    start = entry.element.inner if entry.element.name == "li" else entry.start
    return entries(outline, start, entry.end)


def _items_of_tables(outline: Outline, start: int, end: int) -> tuple[str, ...]:
    """The goals of a table, one a row, by the first of its cells that has words; its head names none."""
    rows = [element for element in outline.between(start, end) if element.name == "tr"]
    told = ([spaced(text_of(cell)) for cell in row.elements if cell.name == "td"] for row in rows)
    return tuple(goal for cells in told if (goal := next(filter(LETTER.search, cells), "")))


def _outside_periods(shut: list[Found], found: list[Found]) -> Callable[[Heading], bool]:
    """Tells of a heading that it names no period and lies in none of `shut`."""

    def is_outside(heading: Heading) -> bool:
        own = any(part.candidate.heading is heading for period in found for part in period.parts)
        inside = any(period.heading.start <= heading.start < period.end for period in shut)
        return not own and not inside and not is_skipped(heading.element)

    return is_outside
