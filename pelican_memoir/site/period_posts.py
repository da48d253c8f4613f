"""The blog's other posts that fall into each period of a memoir."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from pelican_memoir.memoir.model import Memoir, Period
from pelican_memoir.site.post import Post, author_of, authors_of, is_same, year_of
from pelican_memoir.site.published import Month, Published

NO_PERIOD = ""
"""The key for posts of a memoir that has no periods to lay them on."""


def posts_by_period(post: Post, published: Iterable[Post]) -> dict[str, list[Post]]:
    """Period anchor -> the other posts dated in that period's months and year, oldest first.

    Only posts of the memoir's language count; the memoir itself and its translations (the same slug) do not. Where
    several people look back at their years, only those that the author of the memoir wrote or nobody signed. A post
    that looks back at a part of a year stands where that part does, whenever it was written. Every period that has an
    anchor has a key, also where no post falls into it. A memoir without such periods has all posts of its year, or of
    the part of the year that it is about, under `NO_PERIOD`.
    """
    memoir = post.memoir
    if memoir is None:
        return {}
    covered = months_by_anchor(memoir, year_of(post))
    blog = Published.of(published)
    author = author_of(post) if blog.have_own_years(post.lang) else ""
    return {
        anchor: [
            other
            for other in blog.told_of(post.lang, months)
            if not is_same(post, other) and (not author or author in (authors_of(other) or (author,)))
        ]
        for anchor, months in covered.items()
    }


def months_by_anchor(memoir: Memoir, year: int) -> dict[str, set[Month]]:
    """Period anchor -> the months it covers; without such periods `NO_PERIOD` -> those of the whole post."""
    found: dict[str, set[Month]] = {}
    for index, period in enumerate(memoir.periods):
        if period.anchor is not None:
            found[period.anchor] = set(calendar_months(memoir, index, year))
    if found:
        return found
    months = memoir.post_period.months if memoir.post_period is not None else range(1, 13)
    return {NO_PERIOD: {(year, month) for month in months}}


def calendar_months(memoir: Memoir, index: int, year: int) -> tuple[Month, ...]:
    """The (year, month) pairs that the memoir's period number `index` covers.

    A period that wraps the year (12, 1) began in the year before where it opens the memoir and says no year itself, and
    ends in the next year where it closes it.
    """
    period = memoir.periods[index]
    first = period.year if period.year is not None else year
    if index == 0 and period.year is None and len(memoir.periods) > 1 and _wraps(period):
        first -= 1
    pairs: list[Month] = []
    for month in period.months:
        if pairs and month < pairs[-1][1]:
            first += 1
        pairs.append((first, month))
    return tuple(pairs)


def _wraps(period: Period) -> bool:
    return any(later < earlier for earlier, later in pairwise(period.months))
