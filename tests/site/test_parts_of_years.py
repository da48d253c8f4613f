"""Posts about a part of a year: how they join it, what posts they gather, and the goals that they set."""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import Any

import pytest
from test_years import Post, memoir_post, plain

from pelican_memoir.memoir.model import Goals, Memoir, PostPeriod
from pelican_memoir.site.neighbours import neighbours, parts_of_year, whole_of_year
from pelican_memoir.site.period_posts import NO_PERIOD, posts_by_period
from pelican_memoir.site.published import Published
from pelican_memoir.site.relations import relations
from pelican_memoir.site.timeline import timelines


def part(year: int, number: int, kind: Any = "quarter", **changes: Any) -> Post:
    length = {"quarter": 3, "half": 6, "month": 1}[kind]
    months = tuple(range(length * (number - 1) + 1, length * number + 1))
    memoir = Memoir(year, "", "ko", post_period=PostPeriod(kind, number, None, months))
    memoir = replace(memoir, goals=changes.pop("goals", ()))
    values: dict[str, Any] = {
        "title": f"{year} {kind} {number}",
        "slug": f"{kind}-{year}-{number}",
        "date": datetime.datetime(year, months[-1], 28),
        "memoir": memoir,
    }
    return Post(**{**values, **changes})


def test_parts_follow_each_other_over_the_years() -> None:
    third, fourth, first = part(2022, 3), part(2022, 4), part(2023, 1)
    blog = [first, memoir_post(2022), third, fourth, part(2022, 4, lang="en"), part(2022, 4, author="Lee")]
    assert neighbours(fourth, blog) == (third, first)
    assert neighbours(third, blog) == (None, fourth)
    assert neighbours(first, blog) == (fourth, None)


def test_parts_stand_for_a_year_without_a_memoir_of_its_whole() -> None:
    before, after = memoir_post(2021), memoir_post(2023)
    first, second = part(2022, 1, "half"), part(2022, 2, "half")
    blog = [after, second, first, before]
    assert neighbours(before, blog) == (None, first)
    assert neighbours(after, blog) == (second, None)
    assert neighbours(first, blog) == (before, second)
    assert neighbours(second, blog) == (first, after)


def test_a_years_whole_goes_before_its_parts() -> None:
    before, whole, first = memoir_post(2021), memoir_post(2022), part(2022, 1)
    other_year = part(2021, 4)
    blog = [first, before, whole, other_year]
    assert neighbours(whole, blog) == (before, None)
    assert neighbours(before, blog) == (None, whole)
    assert neighbours(first, blog) == (other_year, None)


def test_a_longer_part_goes_before_those_it_is_made_of() -> None:
    half, first, second = part(2022, 1, "half"), part(2022, 1), part(2022, 2)
    whole = memoir_post(2022)
    blog = [second, first, half, whole, part(2021, 1)]
    assert parts_of_year(whole, blog) == (half, first, second)
    assert parts_of_year(first, blog) == (half, second)


def test_a_part_knows_the_memoir_of_its_whole_year() -> None:
    whole, quarter = memoir_post(2022), part(2022, 2)
    blog = [whole, quarter, memoir_post(2022, author="Lee"), memoir_post(2021)]
    assert whole_of_year(quarter, blog) is whole
    assert whole_of_year(whole, blog) is None
    told = relations(quarter, blog)
    assert (told.whole, told.goals, told.previous) == (whole, (), blog[3])
    assert relations(whole, blog).parts == (quarter,)


def test_a_memoir_is_related_once_to_what_is_published() -> None:
    whole, quarter = memoir_post(2022), part(2022, 2)
    published = Published([whole, quarter])
    told = relations(quarter, published)
    assert relations(quarter, published) is told
    assert (told.whole, relations(whole, published).parts) == (whole, (quarter,))
    assert published.of_slug(quarter.slug) == [post for post in (whole, quarter) if post.slug == quarter.slug]
    assert published.of_slug("no such") == []


def test_a_part_stands_in_the_period_it_is_about_whenever_it_was_written() -> None:
    late = part(2022, 1, date=datetime.datetime(2022, 4, 3))
    half = part(2022, 1, "half")
    assert posts_by_period(memoir_post(2022), [late, half]) == {"q1": [late], "q2": [], "q3": [], "q4": []}


@pytest.mark.parametrize(("post", "months"), [(part(2022, 2), (4, 6)), (part(2022, 5, "month"), (5, 5))])
def test_a_part_without_periods_gathers_the_posts_of_its_months(post: Post, months: tuple[int, int]) -> None:
    inside = [plain(f"in-{month}", 2022, month, 1) for month in sorted(set(months))]
    outside = [plain("before", 2022, months[0] - 1, 28), plain("after", 2022, months[1] + 1, 1)]
    assert posts_by_period(post, [*outside, *reversed(inside), post]) == {NO_PERIOD: inside}


def test_a_year_by_topics_gathers_the_posts_of_the_whole_year() -> None:
    by_topic = memoir_post(2022, memoir=Memoir(2022, "", "ko"))
    first, last, other = plain("a", 2022, 1, 1), plain("b", 2022, 12, 31), plain("c", 2023, 1, 1)
    assert posts_by_period(by_topic, [other, last, first]) == {NO_PERIOD: [first, last]}


def test_goals_come_from_the_last_part_of_a_year_that_has_no_memoir() -> None:
    goals, early = Goals("목표", "g", ("책",)), Goals("다음 목표", "e", ("운동",))
    halves = [part(2022, 1, "half", goals=(early,)), part(2022, 2, "half", goals=(goals,))]
    told = relations(memoir_post(2023), halves)
    assert (told.goals, told.goals_from) == ((goals,), halves[1])


def test_a_part_in_the_middle_of_a_year_sets_goals_for_the_next_only_where_it_says_so() -> None:
    unnamed, named = Goals("다음 목표", "u", ("운동",)), Goals("2023년 목표", "n", ("논문",))
    post = part(2022, 1, "half", goals=(unnamed, named))
    assert relations(memoir_post(2023), [post]).goals == (named,)


def test_goals_of_the_memoir_go_before_those_of_the_parts() -> None:
    goals = Goals("내년 목표", "g", ("책",))
    before = memoir_post(2022, memoir=Memoir(2022, "", "ko", goals=(goals,)))
    other = part(2022, 2, "half", goals=(Goals("내년 목표", "h", ("운동",)),))
    assert relations(memoir_post(2023), [other, before]).goals_from is before


def test_timelines_keep_languages_and_authors_apart() -> None:
    kim = [memoir_post(2021), memoir_post(2022), part(2022, 1)]
    lee = [memoir_post(2022, author="Lee", slug="lee")]
    english, japanese = memoir_post(2022, lang="en"), memoir_post(2020, lang="ja", author=None)
    blog = [japanese, english, *lee, *kim, plain("x", 2022, 1, 1, lang="zh")]
    found = timelines(blog, default="ko")
    assert [each.language for each in found] == ["ko", "en", "ja"]
    korean = found[0]
    assert [(author.author, [year.year for year in author.years]) for author in korean.authors] == [
        ("Kim", [2022, 2021]),
        ("Lee", [2022]),
    ]
    assert korean.authors[0].years[0].partials == (kim[2],)
    assert korean.years[0].memoirs == (kim[1], lee[0])
    assert [author.author for author in found[2].authors] == [""]


def test_timelines_do_without_the_default_language_and_without_memoirs() -> None:
    assert [each.language for each in timelines([memoir_post(2022)], default="en")] == ["ko"]
    assert timelines([plain("x", 2022, 1, 1)], default="ko") == ()
