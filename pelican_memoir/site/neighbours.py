"""The memoirs of the years before and after one, by the same author in the same language."""

from __future__ import annotations

from collections.abc import Iterable

from pelican_memoir.site.post import Post, author_of, is_whole_year, year_of


def year_neighbours(post: Post, published: Iterable[Post]) -> tuple[Post | None, Post | None]:
    """The memoirs of the nearest earlier and the nearest later year; None where there is none.

    A year that was left out is jumped over. `published` may hold `post` itself; a draft need not be in it.
    Where a year has two memoirs, the later one stands for it.
    """
    if not is_whole_year(post):
        return None, None
    year = year_of(post)
    rivals = [
        other
        for other in published
        if is_whole_year(other) and other.lang == post.lang and author_of(other) == author_of(post)
    ]
    earlier = [other for other in rivals if year_of(other) < year]
    later = [other for other in rivals if year_of(other) > year]
    previous = max(earlier, key=lambda other: (year_of(other), other.date), default=None)
    following = min(later, key=lambda other: (year_of(other), -other.date.toordinal()), default=None)
    return previous, following
