"""Neighbours, posts of a period, goals and the timeline, over stand-ins for a blog's posts."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

import pytest

from pelican_memoir.memoir.model import Goals, Memoir, Period, PostPeriod
from pelican_memoir.site.goals import goals_set_for
from pelican_memoir.site.neighbours import year_neighbours
from pelican_memoir.site.period_posts import calendar_months, posts_by_period
from pelican_memoir.site.relations import relations
from pelican_memoir.site.timeline import memoirs_of, timeline


@dataclass(eq=False)
class Post:
    title: str
    slug: str
    date: datetime.datetime
    lang: str = "ko"
    memoir: Memoir | None = None
    author: str | None = "Kim"


def quarter(number: int, months: tuple[int, ...] = ()) -> Period:
    months = months or tuple(range(3 * number - 2, 3 * number + 1))
    heading = f"{number}분기"
    return Period("quarter", number, None, months, heading, "", f"q{number}", 2)


def memoir_post(year: int, **changes: object) -> Post:
    memoir = Memoir(year, f"{year} 회고", "ko", periods=tuple(quarter(n) for n in range(1, 5)))
    values: dict[str, object] = {
        "title": memoir.title,
        "slug": f"memoir-{year}",
        "date": datetime.datetime(year, 12, 31),
        "memoir": memoir,
    }
    return Post(**{**values, **changes})  # type: ignore[arg-type]


def plain(slug: str, *date: int, lang: str = "ko") -> Post:
    return Post(slug, slug, datetime.datetime(*date), lang=lang)  # type: ignore[arg-type]


def test_neighbours_are_the_nearest_years_and_jump_over_a_gap() -> None:
    blog = [memoir_post(year) for year in (2019, 2021, 2022, 2025)]
    assert year_neighbours(blog[2], blog) == (blog[1], blog[3])
    assert year_neighbours(blog[0], blog) == (None, blog[1])
    assert year_neighbours(blog[3], blog) == (blog[2], None)


@pytest.mark.parametrize("change", [{"lang": "en"}, {"author": "Lee"}, {"author": None}])
def test_neighbours_keep_languages_and_authors_apart(change: dict[str, object]) -> None:
    old, new = memoir_post(2021, **change), memoir_post(2022)
    assert year_neighbours(new, [old, new]) == (None, None)


def test_a_memoir_of_a_quarter_is_nobodys_neighbour() -> None:
    part = memoir_post(
        2021, memoir=Memoir(2021, "1분기", "ko", post_period=PostPeriod("quarter", 1, None, (1, 2, 3)))
    )
    whole = memoir_post(2022)
    assert year_neighbours(whole, [part, whole]) == (None, None)
    assert year_neighbours(part, [part, whole]) == (None, None)


def test_a_draft_finds_its_neighbours_without_being_published() -> None:
    published = [memoir_post(2021)]
    assert year_neighbours(memoir_post(2022), published) == (published[0], None)


def test_where_several_look_back_each_year_has_the_posts_of_its_author() -> None:
    kims, lees = memoir_post(2022), memoir_post(2022, slug="lee", author="Lee")
    kim, lee = plain("kim", 2022, 1, 1), plain("lees", 2022, 1, 2)
    lee.author = "Lee"
    both = plain("both", 2022, 1, 3)
    both.authors = ["Lee", "Kim"]  # type: ignore[attr-defined]
    unsigned = plain("unsigned", 2022, 1, 4)
    unsigned.author = None
    blog = [kims, lees, kim, lee, both, unsigned]
    assert posts_by_period(kims, blog)["q1"] == [kim, both, unsigned]
    assert posts_by_period(lees, blog)["q1"] == [lee, both, unsigned]
    assert posts_by_period(kims, [kims, kim, lee, both])["q1"] == [
        kim,
        lee,
        both,
    ]  # of all where one looks back


def test_posts_fall_into_the_period_of_their_month_and_year() -> None:
    memoir = memoir_post(2022)
    march, april = plain("march", 2022, 3, 31), plain("april", 2022, 4, 1)
    january = plain("january", 2022, 1, 1)
    others = [
        april,
        march,
        january,
        plain("late", 2023, 3, 1),
        plain("english", 2022, 2, 1, lang="en"),
        memoir,
    ]
    assert posts_by_period(memoir, others) == {"q1": [january, march], "q2": [april], "q3": [], "q4": []}


def test_a_translation_of_the_memoir_is_no_other_post() -> None:
    memoir = memoir_post(2022)
    twin = Post("twin", memoir.slug, datetime.datetime(2022, 12, 30))
    assert posts_by_period(memoir, [twin])["q4"] == []


@pytest.mark.parametrize(
    ("index", "expected"),
    [(0, ((2021, 12), (2022, 1))), (1, ((2022, 2), (2022, 3))), (2, ((2022, 12), (2023, 1)))],
)
def test_a_wrapping_period_belongs_to_the_side_of_the_year_it_stands_on(
    index: int, expected: tuple[tuple[int, int], ...]
) -> None:
    periods = tuple(quarter(number, months) for number, months in enumerate([(12, 1), (2, 3), (12, 1)], 1))
    assert calendar_months(Memoir(2022, "", "ko", periods=periods), index, 2022) == expected


def test_goals_are_those_that_last_year_named_for_this_one() -> None:
    named, unnamed = Goals("2023년 목표", "g", ("책 12권",)), Goals("내년 목표", "n", ("운동",))
    other, empty = Goals("2022년 목표 돌아보기", "o", ("논문",)), Goals("2023년 다짐", "e", ())
    before = memoir_post(2022, memoir=Memoir(2022, "", "ko", goals=(other, named, unnamed, empty)))
    assert goals_set_for(memoir_post(2023), before) == (named, unnamed)
    assert goals_set_for(memoir_post(2024), before) == ()
    assert goals_set_for(memoir_post(2023), None) == ()


def test_timeline_runs_from_the_newest_year_and_joins_parts_to_their_year() -> None:
    def part(number: int) -> Post:
        months = tuple(range(3 * number - 2, 3 * number + 1))
        memoir = Memoir(2022, "", "ko", post_period=PostPeriod("quarter", number, None, months))
        return memoir_post(2022, title=f"Q{number}", slug=f"q{number}", memoir=memoir)

    old, new, second, first = memoir_post(2020), memoir_post(2022), part(2), part(1)
    english = memoir_post(2021, lang="en")
    blog = [old, second, new, first, english, plain("x", 2022, 1, 1)]
    years = timeline(blog, language="ko")
    assert [year.year for year in years] == [2022, 2020]
    assert years[0].memoirs == (new,)
    assert years[0].partials == (first, second)
    assert english not in memoirs_of(blog, language="ko")
    assert memoirs_of(blog, language="en") == [english]


def test_a_memoir_without_a_year_stands_in_the_year_of_its_date() -> None:
    post = memoir_post(2022, memoir=Memoir(None, "", "ko"))
    assert [year.year for year in timeline([post], language="ko")] == [2022]


def test_relations_gather_all_of_it() -> None:
    goals = Goals("다음 해 목표", "g", ("책",))
    before = memoir_post(2021, memoir=Memoir(2021, "", "ko", goals=(goals,)))
    now, post = memoir_post(2022), plain("p", 2022, 8, 1)
    told = relations(now, [before, now, post])
    assert (told.previous, told.following, told.goals) == (before, None, (goals,))
    assert told.posts["q3"] == [post]
