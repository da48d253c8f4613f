"""Periods that are only a year and a number: "2021-3" is a quarter or a month by the others beside it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import pairwise

from pelican_memoir.memoir.candidates import Candidate
from pelican_memoir.memoir.reading import GREATEST, PointKind, months_of

_FULL_SERIAL: dict[frozenset[int], PointKind] = {
    frozenset(range(1, 5)): "quarter",
    frozenset(range(1, 13)): "month",
}
_FEWEST_SERIAL = 3


def resolve_serials(found: list[Candidate]) -> Iterable[Candidate]:
    """ "2021-1" to "2021-4" are quarters, "2021-01" to "2021-04" months; anything else is none."""
    serials = [candidate for candidate in found if candidate.reading.kind == "serial"]
    numbers = frozenset(candidate.reading.number for candidate in serials)
    beside_months = any(candidate.reading.kind == "month" for candidate in found)
    kind = _months_of_calendar(serials, beside_months=beside_months) or _FULL_SERIAL.get(numbers)
    for candidate in found:
        reading = candidate.reading
        if reading.kind != "serial":
            yield candidate
        elif kind is not None:
            months = months_of(kind, reading.number)
            yield Candidate(candidate.heading, replace(reading, kind=kind, months=months))


def _months_of_calendar(serials: list[Candidate], *, beside_months: bool) -> PointKind | None:
    """A part of a year is told by its months where they are written as such: "2022.01", "2022.11".

    A few do beside other months ("2022.03 ~ 2022.05").
    """
    numbers = [candidate.reading.number for candidate in serials]
    padded = all(re.search(r"[-./]\s?(?:0\d|1[0-2])(?!\d)", candidate.heading.text) for candidate in serials)
    in_order = all(earlier < later for earlier, later in pairwise(numbers))
    beyond = max(numbers, default=0) > GREATEST["quarter"]
    if padded and beside_months:
        return "month"
    return "month" if len(serials) >= _FEWEST_SERIAL and (padded or (in_order and beyond)) else None
