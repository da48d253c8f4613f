"""The blog's other posts that fall into each period of a memoir."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from pelican_memoir.memoir.model import Memoir, Period
from pelican_memoir.site.post import Post, year_of


def posts_by_period(post: Post, published: Iterable[Post]) -> dict[str, list[Post]]:
    """Period anchor -> the other posts dated in that period's months and year, oldest first.

    Only posts of the memoir's language count; the memoir itself and its translations (the same slug) do not.
    Every period that has an anchor has a key, also where no post falls into it.
    """
    memoir = post.memoir
    if memoir is None:
        return {}
    months = {
        anchor: set(calendar_months(memoir, index, year_of(post)))
        for index, anchor in enumerate(period.anchor for period in memoir.periods)
        if anchor is not None
    }
    found: dict[str, list[Post]] = {anchor: [] for anchor in months}
    for other in sorted(published, key=lambda other: other.date):
        if other is post or other.slug == post.slug or other.lang != post.lang:
            continue
        for anchor, covered in months.items():
            if (other.date.year, other.date.month) in covered:
                found[anchor].append(other)
    return found


def calendar_months(memoir: Memoir, index: int, year: int) -> tuple[tuple[int, int], ...]:
    """The (year, month) pairs that the memoir's period number `index` covers.

    A period that wraps the year (12, 1) began in the year before where it opens the memoir, and ends in the
    next year where it closes it.
    """
    period = memoir.periods[index]
    first = period.year if period.year is not None else year
    if index == 0 and len(memoir.periods) > 1 and _wraps(period):
        first -= 1
    pairs: list[tuple[int, int]] = []
    for month in period.months:
        if pairs and month < pairs[-1][1]:
            first += 1
        pairs.append((first, month))
    return tuple(pairs)


def _wraps(period: Period) -> bool:
    return any(later < earlier for earlier, later in pairwise(period.months))
