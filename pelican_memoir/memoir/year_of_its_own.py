"""Years of periods that go on over the end of a calendar year: a fiscal year, a year at school, a year of a blog."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from itertools import pairwise

from pelican_memoir.memoir.codec import changed
from pelican_memoir.memoir.model import Period

_FEWEST = 3


def with_years(
    periods: tuple[Period, ...], year: int | None, date: datetime.date | None
) -> tuple[Period, ...]:
    """The periods, each with its year where they begin in one year, go on through the next and name none themselves.

    "4–6月", "7–9月", "10–12月", "1–3月" in a memoir of 2023 are of 2023 and 2024 where the post was written in March
    2024 or later, else of 2022 and 2023: what is looked back at is no later than the post.
    """
    if year is None or date is None or not _go_over_end_of_year(periods):
        return periods
    first, last = periods[0].months[0], periods[-1].months[-1]
    ending = year + 1 if (year + 1, last) <= (date.year, date.month) else year
    return tuple([changed(each, year=ending - (each.months[0] >= first)) for each in periods])


def _go_over_end_of_year(periods: Sequence[Period]) -> bool:
    """Three or more, in order but for one turn of the year with periods behind it, that last no longer than a year."""
    if len(periods) < _FEWEST or any(each.year is not None or not each.months for each in periods):
        return False
    if any(each.kind == "season" for each in periods):
        return False
    months = [month for each in periods for month in each.months]
    turns = sum(later < earlier for earlier, later in pairwise(months))
    return turns == 1 and months[0] >= months[-1] and any(each.months[0] < months[0] for each in periods)
