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
    year_of,
)

Pair = tuple[Post | None, Post | None]


def neighbours(post: Post, published: Iterable[Post]) -> Pair:
    """The memoirs before and after: of other years for a whole year, of other quarters or months for a part."""
    return part_neighbours(post, published) if is_part_of_year(post) else year_neighbours(post, published)


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


def part_neighbours(post: Post, published: Iterable[Post]) -> Pair:
    """The posts about the part of a year that comes before this one's and the one after, also of other years."""
    if not is_part_of_year(post):
        return None, None
    place = place_in_time(post)
    rivals = [
        other
        for other in published
        if is_part_of_year(other) and are_kin(post, other) and not is_same(post, other)
    ]
    earlier = [other for other in rivals if place_in_time(other) < place]
    later = [other for other in rivals if place_in_time(other) > place]
    return max(earlier, key=place_in_time, default=None), min(later, key=place_in_time, default=None)


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
