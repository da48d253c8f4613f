"""The year that a draft is for, seen from the blog: which posts fall into its periods, which goals were set for it."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Literal

from pelican_memoir.memoir.model import Memoir, Period
from pelican_memoir.site.post import author_of, is_whole_year, year_of
from pelican_memoir.site.relations import Relations, relations

Division = Literal["quarters", "months"]
DIVISIONS: tuple[Division, ...] = ("quarters", "months")


@dataclass(eq=False, slots=True)
class Planned:
    """The memoir to be written, as a post among the others."""

    title: str
    slug: str
    date: datetime.datetime
    lang: str
    memoir: Memoir | None
    author: str


def planned(year: int, division: Division, *, lang: str, author: str) -> Planned:
    """Return the memoir of a year whose periods have their numbers for anchors."""
    count, kind = (4, "quarter") if division == "quarters" else (12, "month")
    length = 12 // count
    periods = tuple(
        Period(
            kind="quarter" if kind == "quarter" else "month",
            number=number,
            end_number=None,
            months=tuple(range(length * (number - 1) + 1, length * number + 1)),
            heading="",
            title="",
            anchor=str(number),
            level=2,
        )
        for number in range(1, count + 1)
    )
    date = datetime.datetime(year, 12, 31)
    return Planned("", "", date, lang, Memoir(year, "", lang, periods=periods), author)


def seen_from(planned: Planned, published: Sequence[Any]) -> Relations:
    """Return what the blog holds for the year; another memoir of the same year is no post to look back at."""
    year = year_of(planned)
    return relations(
        planned, [post for post in published if not (is_whole_year(post) and year_of(post) == year)]
    )


def last_memoir(published: Sequence[Any], *, lang: str, author: str, before: int) -> Any | None:
    """Return the newest memoir of a whole year before one; of `author`, unless that is ''."""
    found = [
        post
        for post in published
        if is_whole_year(post)
        and post.lang == lang
        and year_of(post) < before
        and author in ("", author_of(post))
    ]
    return max(found, key=lambda post: (year_of(post), post.date), default=None)


def division_of(post: Any | None) -> Division:
    """Return how a memoir divides its year, quarters where it is none or divides it otherwise."""
    periods = post.memoir.periods if post is not None and post.memoir is not None else ()
    months = sum(period.kind in ("month", "month_range") for period in periods)
    return "months" if months * 2 > len(periods) else "quarters"
