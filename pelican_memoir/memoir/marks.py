"""What authors mark in the text with attribute lists: `{: .memoir-quarter}`, `{: .achievement}`, `{: .memoir-skip}`."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

from pelican_memoir.errors import Location, Problem
from pelican_memoir.memoir.element import Element
from pelican_memoir.memoir.heading import read_heading
from pelican_memoir.memoir.model import Outcome
from pelican_memoir.memoir.outcomes import outcomes_of
from pelican_memoir.memoir.outline import Heading
from pelican_memoir.memoir.overrides import CODE
from pelican_memoir.memoir.reading import GREATEST, PointKind, Reading, Strength, months_of

SKIP = "memoir-skip"
_MARK = "memoir-"
ACHIEVEMENT = "achievement"
_PERIODS: dict[str, PointKind] = {
    "memoir-month": "month",
    "memoir-quarter": "quarter",
    "memoir-half": "half",
    "memoir-season": "season",
}


class PeriodMarks:
    """Reads headings marked as periods, in order: one that names no number is the next of its kind."""

    def __init__(self) -> None:
        self._last: Counter[str] = Counter()

    def read(self, heading: Heading) -> Reading | None:
        """The period that the heading is marked as; None without a mark, or where its number cannot be."""
        element = heading.element
        marks = _PERIODS.keys() & element.classes if element.writes(_MARK) else ()
        if not marks:
            return None
        kind = _PERIODS[min(marks)]
        told = read_heading(heading.text)
        if told is not None and told.kind == kind:
            self._last[kind] = told.end_number or told.number
            return replace(told, strength=Strength.EXACT)
        number = element.attributes.get("number", "")
        self._last[kind] = int(number) if number.isdecimal() else self._last[kind] + 1
        if not 1 <= self._last[kind] <= GREATEST[kind]:
            return None
        months = months_of(kind, self._last[kind])
        return Reading(kind, self._last[kind], None, months, heading.text, Strength.EXACT)


_NUMBERED = re.compile(
    r"""\{:[^}\n]*\.(?P<mark>memoir-(?:month|quarter|half|season))\b[^}\n]*?\bnumber=(?P<quote>["']?)(?P<number>[^"'\s}]*)"""
)


def mark_problems(source: str, file: str, line: int) -> tuple[Problem, ...]:
    """What is wrong in the attribute lists of a post's Markdown, which begins at `line` of `file`."""
    found = []
    for match in _NUMBERED.finditer(source):
        mark, number, greatest = match["mark"], match["number"], GREATEST[_PERIODS[match["mark"]]]
        if not (number.isdecimal() and 1 <= int(number) <= greatest):
            start = match.start()
            place = Location(file, line + source.count("\n", 0, start), start - source.rfind("\n", 0, start))
            told = f".{mark}: number: expected 1 to {greatest}, got {number!r}"
            found.append(Problem(place, CODE, told))
    return tuple(found)


def is_skipped(element: Element) -> bool:
    """The author wants the heading or item to count for nothing."""
    return element.has_class(SKIP)


def marked_outcome(element: Element) -> tuple[Outcome, ...] | None:
    """The outcome that `{: .achievement outcome="…"}` lays down: () for an empty one, None where none is said."""
    text = element.attributes.get("outcome") if not element.is_bare else None
    return None if text is None else outcome_from(text)


def outcome_from(text: str) -> tuple[Outcome, ...]:
    """An outcome in the author's words; its kind is read from them, and something done if they say no other."""
    if not text.strip():
        return ()
    found = outcomes_of([text])
    kind, level = (found[0].kind, found[0].level) if found else ("completion", "")
    return (Outcome(kind, text.strip(), level),)
