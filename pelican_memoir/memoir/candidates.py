"""The headings of a post that could be its periods, each by itself and by what the author lays down."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pelican_memoir.memoir.heading import read_heading
from pelican_memoir.memoir.marks import PeriodMarks, is_skipped
from pelican_memoir.memoir.model import PostPeriod
from pelican_memoir.memoir.normalise import plain
from pelican_memoir.memoir.outline import Heading, Outline
from pelican_memoir.memoir.overrides import NOTHING_LAID_DOWN, Overrides
from pelican_memoir.memoir.reading import Reading, Strength
from pelican_memoir.memoir.sections import is_goals, is_next_part, is_past_goals, year_headed

_ENOUGH = 2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A heading that reads as a period."""

    heading: Heading
    reading: Reading
    laid_down: bool = False
    """The author says so: no series is asked."""


def candidates(
    outline: Outline,
    year: int | None,
    overrides: Overrides = NOTHING_LAID_DOWN,
    part: PostPeriod | None = None,
) -> list[Candidate]:
    """The headings that read as periods and do not lie in a section of goals, and those the author lays down.

    Those in a section that looks back at goals ("2022년 목표" above its quarters) count only where there are no others.
    In a post about a `part` of the year the next part is what comes, and not looked back at.
    """
    found: list[Candidate] = []
    in_past_goals: list[Candidate] = []
    marks, goals_end, past_end = PeriodMarks(), 0, 0
    for heading in outline.headings:
        key = plain(heading.text) if overrides.periods else ""
        if is_skipped(heading.element) or (key in overrides.periods and overrides.periods[key] is None):
            continue
        laid_down = overrides.periods.get(key) or marks.read(heading)
        if laid_down is not None:
            found.append(Candidate(heading, _titled(laid_down, heading), laid_down=True))
        elif heading.start >= goals_end:
            reading = read_heading(heading.text)
            if is_next_part(heading.text, part):
                goals_end = outline.section_end(heading)
            elif reading is not None and not _is_plan(reading, year):
                reading = reading if reading.year is not None else _of_year_above(reading, heading, outline)
                (found if heading.start >= past_end else in_past_goals).append(Candidate(heading, reading))
            elif heading.level is not None and is_goals(heading.text, year):
                goals_end = outline.section_end(heading)
            elif heading.level is not None and is_past_goals(heading.text, year):
                past_end = outline.section_end(heading)
    return (
        found
        if len(found) >= _ENOUGH
        else sorted([*found, *in_past_goals], key=lambda each: each.heading.start)
    )


def _titled(reading: Reading, heading: Heading) -> Reading:
    """A heading that is a period by the author's word alone is that period's title."""
    told = read_heading(heading.text)
    title = told.title if told is not None else heading.text
    return replace(reading, title=title, strength=Strength.EXACT)


def _of_year_above(reading: Reading, heading: Heading, outline: Outline) -> Reading:
    """The reading with the year of the headings around it: below "## 2021" "### 상반기" is that of 2021."""
    above = outline.parent(heading)
    while above is not None:
        year = year_headed(above.text)
        if year is not None:
            return replace(reading, year=year)
        above = outline.parent(above)
    return reading


def _is_plan(reading: Reading, year: int | None) -> bool:
    return year is not None and reading.year is not None and reading.year > year and 12 not in reading.months
