"""The memoirs beside one, by the same author in the same language: the years around it, and the parts of its year."""

from __future__ import annotations

from collections.abc import Iterable

from pelican_memoir.site.post import (
    Post,
    author_of,
    first_month,
    is_part_of_year,
    is_same,
    is_whole_year,
    memoir_of,
    year_of,
)

Pair = tuple[Post | None, Post | None]


def neighbours(post: Post, published: Iterable[Post]) -> Pair:
    """The memoirs before and after one; a year without a memoir of its whole is stood for by its parts.

    Beside the memoir of a year stand those of the nearest years, beside a post about a part of a year the parts next to
    it. A draft need not be among `published`.
    """
    kin = [
        other
        for other in published
        if memoir_of(other) is not None and are_kin(post, other) and not is_same(post, other)
    ]
    return _beside(post, kin, earlier=True), _beside(post, kin, earlier=False)


def _beside(post: Post, kin: list[Post], *, earlier: bool) -> Post | None:
    """The memoir next to `post` on one side: in its own year for a part, else of the nearest year."""
    nearest = max if earlier else min
    year = year_of(post)
    if is_part_of_year(post):
        own = [other for other in kin if is_part_of_year(other) and year_of(other) == year]
        place = place_in_time(post)
        beside = [other for other in own if (place_in_time(other) < place) == earlier]
        if beside:
            return nearest(beside, key=place_in_time)
    years = {year_of(other) for other in kin if year_of(other) != year and (year_of(other) < year) == earlier}
    if not years:
        return None
    there = [other for other in kin if year_of(other) == nearest(years)]
    alike = [other for other in there if is_part_of_year(other) == is_part_of_year(post)] or there
    if is_part_of_year(alike[0]):
        return nearest(alike, key=place_in_time)
    return max(alike, key=lambda other: other.date)


def year_neighbours(post: Post, published: Iterable[Post]) -> Pair:
    """The memoirs of the nearest earlier and the nearest later year; None where there is none.

    A year that was left out is jumped over. `published` may hold `post` itself; a draft need not be in it.
    Where a year has two memoirs, the later one stands for it.
    """
    if not is_whole_year(post):
        return None, None
    year = year_of(post)
    rivals = [other for other in published if is_whole_year(other) and are_kin(post, other)]
    earlier = [other for other in rivals if year_of(other) < year]
    later = [other for other in rivals if year_of(other) > year]
    previous = max(earlier, key=lambda other: (year_of(other), other.date), default=None)
    following = min(later, key=lambda other: (year_of(other), -other.date.toordinal()), default=None)
    return previous, following


def parts_of_year(post: Post, published: Iterable[Post]) -> tuple[Post, ...]:
    """The other posts about a quarter, half or month of the year that `post` is about, in order of time."""
    found = [
        other
        for other in published
        if is_part_of_year(other)
        and are_kin(post, other)
        and year_of(other) == year_of(post)
        and not is_same(post, other)
    ]
    return tuple(sorted(found, key=place_in_time))


def whole_of_year(post: Post, published: Iterable[Post]) -> Post | None:
    """The memoir of the whole year that `post` is about a part of; None where there is none, and for no part."""
    if not is_part_of_year(post):
        return None
    whole = [
        other
        for other in published
        if is_whole_year(other) and are_kin(post, other) and year_of(other) == year_of(post)
    ]
    return max(whole, key=lambda other: other.date, default=None)


def are_kin(post: Post, other: Post) -> bool:
    """Whether two posts are by one author in one language."""
    return other.lang == post.lang and author_of(other) == author_of(post)


def place_in_time(post: Post) -> tuple[int, int, int, str]:
    """What sorts posts about parts of years: where the part begins, the longer one first, then by their slugs."""
    months = post.memoir.post_period.months if post.memoir and post.memoir.post_period else ()
    return year_of(post), first_month(post), -len(months), post.slug
