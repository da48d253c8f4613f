"""The periods of a year under the quarters that they begin in, as the timeline shows them side by side."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from pelican_memoir.memoir.model import Memoir, Period
from pelican_memoir.memoir.quarters import quarter_of

_MONTHS_OF_QUARTER = 3
_QUARTERS = 4


@dataclass(frozen=True, slots=True)
class Column:
    """Periods that begin in one quarter (1 to 4, None where they have no months), and how many quarters they take."""

    quarter: int | None
    span: int
    periods: tuple[Period, ...]


def columns(memoir: Memoir) -> list[Column]:
    """The columns of a memoir in the order of its text; a half takes two quarters, three months share one."""
    return [
        Column(quarter, max(_span(period, quarter) for period in periods), tuple(periods))
        for quarter, periods in ((key, list(group)) for key, group in groupby(memoir.periods, quarter_of))
    ]


def _span(period: Period, quarter: int | None) -> int:
    """How many quarters a period takes, no more than are left of the year."""
    quarters = max(1, round(len(period.months) / _MONTHS_OF_QUARTER))
    return min(quarters, _QUARTERS + 1 - (quarter or 1))
