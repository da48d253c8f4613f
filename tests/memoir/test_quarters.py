"""The quarter that a period is laid into."""

from __future__ import annotations

import pytest

from pelican_memoir.memoir.model import PostPeriod
from pelican_memoir.memoir.quarters import quarter_of


@pytest.mark.parametrize(
    ("months", "quarter"),
    [((1, 2, 3), 1), ((3, 4, 5), 1), ((4,), 2), ((7, 8, 9, 10, 11, 12), 3), ((12, 1, 2), 4), ((), None)],
)
def test_it_is_the_one_that_the_period_begins_in(months: tuple[int, ...], quarter: int | None) -> None:
    assert quarter_of(PostPeriod("month_range", 1, None, months)) == quarter
