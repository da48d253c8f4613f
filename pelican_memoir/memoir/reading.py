"""What one heading says about time, before the post as a whole is asked."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from pelican_memoir.memoir.model import PeriodKind

PointKind = Literal["month", "quarter", "half", "season", "serial"]

MONTHS_EACH: dict[str, int] = {"month": 1, "quarter": 3, "half": 6}
GREATEST: dict[str, int] = {"month": 12, "quarter": 4, "half": 2, "season": 4, "serial": 12}


class Strength(IntEnum):
    """How surely a heading names a period: by nothing else, with a title of its own, or only by how it begins."""

    LOOSE = 1
    TITLED = 2
    EXACT = 3


@dataclass(frozen=True, slots=True)
class Reading:
    """A heading read as a period: `number` to `end_number` of `kind`; `months` are empty for seasons and serials.

    `title` is what the heading says beside the period, as written.
    """

    kind: PointKind
    number: int
    end_number: int | None
    months: tuple[int, ...]
    title: str
    strength: Strength
    year: int | None = None


def months_of(kind: PointKind, number: int, end_number: int | None = None) -> tuple[int, ...]:
    """The months of a period by the calendar, in order of time: December to January is (12, 1)."""
    size = MONTHS_EACH.get(kind)
    if size is None:
        return ()
    first = (number - 1) * size + 1
    last = ((end_number or number) - 1) * size + size
    return month_range(first, last)


def month_range(first: int, last: int) -> tuple[int, ...]:
    """The months from `first` to `last`, over the end of the year where `last` is before `first`."""
    return tuple((first + step - 1) % 12 + 1 for step in range((last - first) % 12 + 1))


def period_kind(kind: PointKind, end_number: int | None) -> PeriodKind:
    """The model's kind for a reading that is no serial."""
    if kind == "month":
        return "month" if end_number is None else "month_range"
    if kind == "quarter":
        return "quarter" if end_number is None else "quarter_range"
    return "half" if kind == "half" else "season"
