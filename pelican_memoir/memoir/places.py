"""Finds the periods of a memoir again in the HTML it was read from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelican_memoir.memoir.candidates import Candidate
from pelican_memoir.memoir.heading import read_heading
from pelican_memoir.memoir.model import Memoir, Period
from pelican_memoir.memoir.normalise import plain
from pelican_memoir.memoir.outline import Heading, Outline
from pelican_memoir.memoir.periods import Found, with_sections
from pelican_memoir.memoir.reading import PointKind, Reading, Strength

_POINTS: dict[str, PointKind] = {
    "month": "month",
    "month_range": "month",
    "quarter": "quarter",
    "quarter_range": "quarter",
    "half": "half",
    "season": "season",
}


def places_of(memoir: Memoir, outline: Outline) -> dict[int, Found]:
    """The place of each period by its index in the memoir; one that the HTML no longer has is missing."""
    headings = _headings_of(memoir, outline)
    candidates, owners = [], {}
    for index, heading in headings.items():
        period = memoir.periods[index]
        owners[heading.start] = index
        candidates.append(Candidate(heading, _reading(period, heading)))
        candidates += _further_parts(period, heading, headings, outline)
    found = with_sections(candidates, outline, memoir.year)
    return {owners[each.heading.start]: each for each in found if each.heading.start in owners}


def _headings_of(memoir: Memoir, outline: Outline) -> dict[int, Heading]:
    """The headings that carry the periods' words, matched in order."""
    found: dict[int, Heading] = {}
    for index, period in enumerate(memoir.periods):
        start = found[index - 1].start + 1 if index - 1 in found else 0
        heading = next((h for h in outline.headings if h.start >= start and _is_of(h, period)), None)
        if heading is not None:
            found[index] = heading
    return found


def _is_of(heading: Heading, period: Period) -> bool:
    return heading.level == period.level and same_words(heading.text, period.heading)


def _further_parts(
    period: Period, heading: Heading, headings: dict[int, Heading], outline: Outline
) -> Iterator[Candidate]:
    """The headings before the next period that tell the same one once more ("3월 - …", "3월 - …")."""
    end = min(
        (other.start for other in headings.values() if other.start > heading.start), default=outline.end
    )
    for other in outline.headings_between(heading.start + 1, end):
        reading = read_heading(other.text)
        if reading is not None and (reading.kind, reading.number, reading.end_number, reading.year) == (
            _POINTS[period.kind],
            period.number,
            period.end_number,
            period.year,
        ):
            yield Candidate(other, reading)


def _reading(period: Period, heading: Heading) -> Reading:
    told = read_heading(heading.text)
    title = told.title if told is not None else heading.text
    kind = _POINTS[period.kind]
    months = period.months
    return Reading(kind, period.number, period.end_number, months, title, Strength.EXACT, period.year)


def same_words(one: str, other: str) -> bool:
    """The texts are the same but for what smart punctuation changes."""
    return one == other or (len(one) < 2 * len(other) + 8 and _comparable(one) == _comparable(other))


def _comparable(text: str) -> str:
    return re.sub(r"[-.]+", "-", plain(text))
