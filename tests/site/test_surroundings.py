"""What stands around a post: the posts beside it in time, its series, and posts that have to do with it."""

from __future__ import annotations

import datetime
from types import SimpleNamespace
from typing import Any

import pytest

from pelican_memoir.site.related import MOST, related
from pelican_memoir.site.series import series
from pelican_memoir.site.surroundings import surroundings


def post(
    slug: str, day: int = 1, *, lang: str = "ko", tags: str = "", category: str = "", **fields: Any
) -> Any:
    return SimpleNamespace(
        title=slug,
        slug=slug,
        lang=lang,
        date=datetime.datetime(2022, 1, 1) + datetime.timedelta(days=day),
        tags=[SimpleNamespace(slug=tag) for tag in tags.split()],
        category=SimpleNamespace(slug=category) if category else None,
        front_matter=fields,
    )


def slugs(posts: Any) -> list[str]:
    return [each.slug for each in posts]


def test_posts_of_a_language_follow_each_other_in_time() -> None:
    late, early, middle, english = post("c", 9), post("a", 1), post("b", 5), post("x", 3, lang="en")
    found = surroundings([late, early, middle, english])
    assert (found[id(middle)].older, found[id(middle)].newer) == (early, late)
    assert (found[id(early)].older, found[id(late)].newer) == (None, None)
    assert (found[id(english)].older, found[id(english)].newer) == (None, None)
    assert surroundings([]) == {}


def test_a_series_goes_by_number_then_by_date() -> None:
    posts = [
        post("late", 9, series="S"),
        post("one", 8, series="S", series_index=1),
        post("early", 1, series=" S "),
    ]
    found = series(
        [*posts, post("two", 7, series="S", series_index="2"), post("alone", 2, series="T"), post("none")]
    )
    assert [(each.name, slugs(each.posts)) for each in found] == [("S", ["one", "two", "early", "late"])]


@pytest.mark.parametrize("number", ["first", None, [], "1.5"])
def test_a_number_that_is_none_is_left_out(number: object) -> None:
    found = series([post("a", 2, series="S", series_index=number), post("b", 1, series="S")])
    assert slugs(found[0].posts) == ["b", "a"]


def test_languages_have_their_own_series() -> None:
    assert series([post("a", series="S"), post("a", lang="en", series="S")]) == []


def test_posts_of_pelicans_own_readers_are_in_series_too() -> None:
    own = SimpleNamespace(slug="own", lang="ko", date=datetime.datetime(2021, 1, 1), metadata={"series": "S"})
    assert slugs(series([own, post("b", series="S")])[0].posts) == ["own", "b"]  # type: ignore[list-item]


def test_the_rarest_tag_says_most_and_the_nearest_in_time_goes_first() -> None:
    posts = [
        post("rare", 1, tags="rare"),
        post("far", 2, tags="common"),
        post("near", 5, tags="common"),
        post("self", 6, tags="rare common"),
        *(post(f"other{day}", day) for day in range(7, 11)),
    ]
    assert slugs(dict(related_by_slug(posts))["self"]) == ["rare", "near", "far"]
    assert dict(related_by_slug(posts))["other7"] == ()


def test_what_most_posts_share_says_nothing() -> None:
    posts = [post(f"p{day}", day, category="misc") for day in range(10)]
    assert all(not others for _, others in related(posts))


def test_a_category_counts_and_there_are_never_too_many() -> None:
    posts = [post(f"p{day}", day, category="a" if day < 40 else "b") for day in range(80)]
    found = dict(related_by_slug(posts))
    assert slugs(found["p20"]) == ["p21", "p19", "p22", "p18"]
    assert all(len(others) == MOST for others in found.values())


def related_by_slug(posts: list[Any]) -> list[tuple[str, Any]]:
    return [(each.slug, others) for each, others in related(posts)]


def test_posts_of_a_series_are_not_related_to_each_other_too() -> None:
    serial = [post(f"s{at}", at, tags="move", series="S") for at in range(3)]
    other, unlike = post("other", 7, tags="move"), [post(f"u{at}", 9 + at) for at in range(8)]
    found = surroundings([*serial, other, *unlike])
    assert slugs(found[id(serial[0])].related) == ["other"]
    assert slugs(found[id(other)].related) == ["s2", "s1", "s0"]
