"""Finds the periods of a post: candidates by their headings, judged as a series, each with its stretch of the post."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from pelican_memoir.memoir.heading import read_heading
from pelican_memoir.memoir.marks import PeriodMarks, is_skipped
from pelican_memoir.memoir.normalise import plain
from pelican_memoir.memoir.outline import Heading, Outline
from pelican_memoir.memoir.overrides import NOTHING_LAID_DOWN, Overrides
from pelican_memoir.memoir.reading import PointKind, Reading, Strength, months_of
from pelican_memoir.memoir.sections import is_closing, is_goals

_FULL_SERIAL: dict[frozenset[int], PointKind] = {
    frozenset(range(1, 5)): "quarter",
    frozenset(range(1, 13)): "month",
}
_FEWEST_LOOSE = 4
_FEWEST_SERIAL = 3
_LOOSE_SHARE = 0.6


@dataclass(frozen=True, slots=True)
class Candidate:
    """A heading that reads as a period."""

    heading: Heading
    reading: Reading
    laid_down: bool = False
    """The author says so: no series is asked."""


@dataclass(frozen=True, slots=True)
class Part:
    """One heading of a period and where its content ends; a month that is told by several headings has several."""

    candidate: Candidate
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """A period of the post."""

    parts: tuple[Part, ...]

    @property
    def reading(self) -> Reading:
        return self.parts[0].candidate.reading

    @property
    def heading(self) -> Heading:
        return self.parts[0].candidate.heading

    @property
    def end(self) -> int:
        return self.parts[-1].end


def candidates(
    outline: Outline, year: int | None, overrides: Overrides = NOTHING_LAID_DOWN
) -> list[Candidate]:
    """The headings that read as periods and do not lie in a section of goals, and those the author lays down."""
    found: list[Candidate] = []
    marks, goals_end = PeriodMarks(), 0
    for heading in outline.headings:
        key = plain(heading.text) if overrides.periods else ""
        if is_skipped(heading.element) or (key in overrides.periods and overrides.periods[key] is None):
            continue
        laid_down = overrides.periods.get(key) or marks.read(heading)
        if laid_down is not None:
            found.append(Candidate(heading, _titled(laid_down, heading), laid_down=True))
        elif heading.start >= goals_end:
            reading = read_heading(heading.text)
            if reading is not None and not _is_plan(reading, year):
                found.append(Candidate(heading, reading))
            elif heading.level is not None and is_goals(heading.text, year):
                goals_end = outline.section_end(heading)
    return found


def _titled(reading: Reading, heading: Heading) -> Reading:
    """A heading that is a period by the author's word alone is that period's title."""
    told = read_heading(heading.text)
    title = told.title if told is not None else heading.text
    return replace(reading, title=title, strength=Strength.EXACT)


def _is_plan(reading: Reading, year: int | None) -> bool:
    return year is not None and reading.year is not None and reading.year > year and 12 not in reading.months


def series(found: list[Candidate], outline: Outline, *, lone: bool) -> list[Candidate]:
    """The candidates that hold as a series; `lone` also accepts a single one that is nothing but a period."""
    families: dict[str, list[Candidate]] = defaultdict(list)
    laid_down = [candidate for candidate in found if candidate.laid_down]
    for candidate in _resolve_serials([candidate for candidate in found if not candidate.laid_down]):
        families[candidate.reading.kind].append(candidate)
    kept = laid_down + [candidate for family in families.values() for candidate in _judge(family, outline)]
    if kept or lone:
        kept += [
            family[0]
            for family in families.values()
            if len(family) == 1
            and family[0].reading.strength is Strength.EXACT
            and family[0].reading.kind != "season"
        ]
    return sorted(kept, key=lambda candidate: candidate.heading.start)


def _resolve_serials(found: list[Candidate]) -> Iterable[Candidate]:
    """ "2021-1" to "2021-4" are quarters, "2021-01" to "2021-12" months; anything else is none."""
    serials = [candidate for candidate in found if candidate.reading.kind == "serial"]
    numbers = frozenset(candidate.reading.number for candidate in serials)
    kind = _FULL_SERIAL.get(numbers) or _months_of_calendar(serials)
    for candidate in found:
        reading = candidate.reading
        if reading.kind != "serial":
            yield candidate
        elif kind is not None:
            months = months_of(kind, reading.number)
            yield Candidate(candidate.heading, replace(reading, kind=kind, months=months))


def _months_of_calendar(serials: list[Candidate]) -> PointKind | None:
    """A part of a year is told by its months where they are written as such: "2022.01", "2022.11"."""
    padded = all(re.search(r"[-./]\s?(?:0\d|1[0-2])(?!\d)", candidate.heading.text) for candidate in serials)
    return "month" if len(serials) >= _FEWEST_SERIAL and padded else None


def _judge(family: list[Candidate], outline: Outline) -> list[Candidate]:
    """The part of one family (all months, all quarters, …) that is a series."""
    sure = [candidate for candidate in family if candidate.reading.strength is not Strength.LOOSE]
    if _are_events_of_topics(sure, outline):
        return []
    if len(_numbers(sure)) >= 2:
        levels = {candidate.heading.level for candidate in sure}
        return [
            candidate
            for candidate in family
            if candidate.reading.strength is not Strength.LOOSE
            or (candidate.heading.level in levels and _fits(candidate, sure))
        ]
    if len(_numbers(family)) >= _FEWEST_LOOSE and _is_told_in_order(family, outline):
        return family
    return []


def _are_events_of_topics(family: list[Candidate], outline: Outline) -> bool:
    """Titled months that begin anew under each of several topics date what happened there: they are no periods."""
    if any(candidate.reading.strength is Strength.EXACT for candidate in family):
        return False
    parents = [_parent(candidate.heading, outline) for candidate in family]
    return any(
        later.reading.number < earlier.reading.number
        and earlier.reading.year == later.reading.year
        and one != other
        for (earlier, later), (one, other) in zip(pairwise(family), pairwise(parents), strict=True)
    )


def _parent(heading: Heading, outline: Outline) -> int | None:
    above = [h.start for h in outline.headings if h.start < heading.start and h.rank < heading.rank]
    return above[-1] if above else None


def _numbers(family: Iterable[Candidate]) -> set[tuple[int, int | None]]:
    return {(candidate.reading.number, candidate.reading.end_number) for candidate in family}


def _fits(candidate: Candidate, sure: list[Candidate]) -> bool:
    """A doubtful month fits where the sure ones around it are earlier and later."""
    before = [other.reading.number for other in sure if other.heading.start < candidate.heading.start]
    after = [other.reading.number for other in sure if other.heading.start > candidate.heading.start]
    number = candidate.reading.number
    return (not before or before[-1] <= number) and (not after or number <= after[0])


def _is_told_in_order(family: list[Candidate], outline: Outline) -> bool:
    """All at one level, in order of time, and most of what stands at that level."""
    levels = {candidate.heading.level for candidate in family}
    ordered = all(a.reading.number <= b.reading.number for a, b in pairwise(family))
    if len(levels) != 1 or not ordered:
        return False
    first, last = family[0].heading, family[-1].heading
    peers = [h for h in outline.headings_between(first.start, last.start + 1) if h.level == first.level]
    return len(family) >= _LOOSE_SHARE * len(peers)


def with_sections(kept: list[Candidate], outline: Outline, year: int | None) -> list[Found]:
    """Gives every period its stretch and merges headings that follow each other for the same period."""
    stops = frozenset(candidate.heading.start for candidate in kept)
    found: list[Found] = []
    for index, candidate in enumerate(kept):
        end = outline.section_end(candidate.heading, stops)
        if index == len(kept) - 1:
            end = _before_closing(candidate.heading, end, outline, year)
        part = Part(candidate, end)
        if found and _is_same(found[-1].reading, candidate.reading):
            found[-1] = Found((*found[-1].parts, part))
        else:
            found.append(Found((part,)))
    return found


def _is_same(one: Reading, other: Reading) -> bool:
    return (one.kind, one.number, one.end_number, one.year) == (
        other.kind,
        other.number,
        other.end_number,
        other.year,
    )


def _before_closing(heading: Heading, end: int, outline: Outline, year: int | None) -> int:
    """The last period also ends where the author closes the year at a lower level ("#### 마무리" below "### 12월")."""
    inner = outline.headings_between(heading.content, end)
    usual = {other.text for other in outline.headings if other.start < heading.start}
    top = min((other.rank for other in inner), default=0)
    for other in inner:
        if (
            other.rank == top
            and other.text not in usual
            and (is_closing(other.text) or is_goals(other.text, year))
        ):
            return other.start
    return end
