"""What the timeline and the home page show of a year: columns by quarter, the year's shape, the best of it."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from stand_ins import post

from pelican_memoir.memoir.model import Achievement, Memoir, Outcome, Period
from pelican_memoir.theming.columns import columns
from pelican_memoir.theming.outcomes import best
from pelican_memoir.theming.silhouette import HEIGHT, silhouette

Render = Callable[..., str]


def period(kind: str, number: int, *months: int, done: tuple[Achievement, ...] = ()) -> Period:
    return Period(kind, number, None, months, "", "", None, 2, achievements=done)  # type: ignore[arg-type]


def done(title: str, *kinds: str) -> Achievement:
    outcomes = tuple(Outcome(kind, kind) for kind in kinds)  # type: ignore[arg-type]
    return Achievement(None, title, title, None, outcomes=outcomes)


def shape_of(*periods: Period) -> list[tuple[int | None, int, int]]:
    found = columns(Memoir(2022, "", "ko", periods=periods))
    return [(column.quarter, column.span, len(column.periods)) for column in found]


def test_quarters_are_columns() -> None:
    quarters = [period("quarter", q, 3 * q - 2, 3 * q - 1, 3 * q) for q in range(1, 5)]
    assert shape_of(*quarters) == [(1, 1, 1), (2, 1, 1), (3, 1, 1), (4, 1, 1)]


def test_months_share_the_column_of_their_quarter() -> None:
    assert shape_of(*(period("month", month, month) for month in (1, 2, 3, 4, 12))) == [
        (1, 1, 3),
        (2, 1, 1),
        (4, 1, 1),
    ]


def test_a_half_takes_two_quarters_and_none_reaches_beyond_the_year() -> None:
    assert shape_of(period("half", 1, *range(1, 7)), period("half", 2, *range(7, 13))) == [
        (1, 2, 1),
        (3, 2, 1),
    ]
    assert shape_of(period("month_range", 11, 11, 12, 1, 2, 3, 4)) == [(4, 1, 1)]
    assert shape_of(period("season", 1)) == [(None, 1, 1)]


def test_the_best_of_a_year_begins_with_medals_and_has_no_setback() -> None:
    things = (
        done("책", "completion"),
        done("시험", "certificate"),
        done("대회", "setback", "medal"),
        done("탈락", "setback"),
    )
    memoir = Memoir(
        2022,
        "",
        "ko",
        periods=(period("quarter", 1, done=things), period("quarter", 2, done=(done("일", "employment"),))),
    )
    assert [item.title for item in best(memoir, 9)] == ["대회", "시험", "일"]
    assert [item.title for item in best(memoir, 1)] == ["대회"]
    assert best(Memoir(2022, "", "ko"), 9) == []


def test_a_year_has_a_shape_where_enough_was_written() -> None:
    def written(month: int, year: int = 2022) -> object:
        return post(date=datetime.datetime(year, month, 1, tzinfo=datetime.UTC))

    march = [written(3), written(3)]
    memoirs = (
        post(memoir_posts={"q1": march, "q4": [written(12)]}),
        post(memoir_posts={"": [*march, written(1, 2023)]}),
    )
    found = silhouette(memoirs, 2022)
    assert found is not None
    assert found.posts == 3
    assert [bars.quarter for bars in found.bars] == [1, 2, 3, 4]
    lines = [path for bars in found.bars for path in bars.path.removeprefix("M").split("M")]
    assert len(lines) == 12
    assert [line for line in lines if "v-1h" not in line] == [lines[2], lines[11]]
    assert silhouette((post(memoir_posts={"q1": march}),), 2022) is None
    assert silhouette((post(),), 2022) is None


def test_the_busiest_month_is_as_high_as_the_drawing() -> None:
    days = [post(date=datetime.datetime(2022, 5, day, tzinfo=datetime.UTC)) for day in range(1, 21)]
    found = silhouette((post(memoir_posts={"": days}),), 2022)
    assert found is not None
    assert f"v-{HEIGHT}h3" in found.bars[1].path


@pytest.mark.parametrize("partial", ["memoir_achievement", "best_of_year"])
def test_a_medal_that_the_title_shows_is_not_shown_again(render: Render, partial: str) -> None:
    won = (Outcome("medal", "은메달", "silver"),)
    for title in ("대회 은메달 🥈", "대회 은메달"):
        item = Achievement(None, "", title, None, outcomes=won)
        assert render(f"partials/{partial}.html", item=item, best=[item]).count("🥈") == 1
