"""Periods that go on over the end of a calendar year."""

from __future__ import annotations

import pytest
from memoir_posts import memoir, placed

QUARTERS = "## 第1四半期(4-6月)\n## 第2四半期(7-9月)\n## 第3四半期(10-12月)\n## 第4四半期(1-3月)"


@pytest.mark.parametrize(
    ("date", "years"),
    [("2024-03-31", [2023, 2023, 2023, 2024]), ("2023-06-01", [2022, 2022, 2022, 2023])],
)
def test_a_fiscal_year_is_of_two_years_by_the_date_of_the_post(date: str, years: list[int]) -> None:
    found = memoir(QUARTERS, "2023年度の振り返り", date=date)
    assert found.year == 2023
    assert [period.year for period in found.periods] == years


def test_a_range_over_new_year_begins_in_the_earlier_one() -> None:
    lines = "## August – October: a\n## November – January: b\n## February – April: c\n## May – July: d"
    found = memoir(lines, "My first year as an engineer", date="2023-08-01")
    assert [period.year for period in found.periods] == [2022, 2022, 2023, 2023]


@pytest.mark.parametrize(
    "lines",
    [
        "## 1월\n## 6월\n## 12월",
        "## 12월\n## 11월\n## 10월",
        "## 하반기\n## 상반기",
        "## 겨울\n## 봄\n## 여름\n## 가을",
        "## 2월\n## 5월\n## 11월 ~ 1월",
        "## 12월 ~ 1월\n## 2월 ~ 3월\n## 12월 ~ 1월",
        "## 3월\n## 9월\n## 1월\n## 5월",
    ],
)
def test_else_the_year_is_left_to_the_memoir(lines: str) -> None:
    found = memoir(lines, "2022년 회고", date="2023-02-01")
    assert {period.year for period in found.periods} == {None}


def test_places_and_periods_stay_in_step() -> None:
    made = placed("<h2>9월</h2><h2>12월</h2><h2>3월</h2>", "2022년 회고", date="2022-12-31")
    assert [period.year for period in made.memoir.periods] == [2021, 2021, 2022]
    assert [each.found.reading.number for each in made.periods] == [9, 12, 3]
