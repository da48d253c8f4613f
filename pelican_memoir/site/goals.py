"""What was set as goals for a year, a year before: in that year's memoir, else in the posts about its parts."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pelican_memoir.memoir.model import Goals
from pelican_memoir.site.post import Post, year_of

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_DECEMBER = 12


def goals_beside(
    post: Post, previous: Post | None, parts: Sequence[Post] = ()
) -> tuple[tuple[Goals, ...], Post | None]:
    """The goals set for the year of `post`, and the post that set them.

    They are those of `previous`, the memoir before; where it has none, those of the last of `parts`, posts about
    parts of the year before, that has some.
    """
    for candidate in (previous, *reversed(parts)):
        goals = goals_set_for(post, candidate)
        if goals:
            return goals, candidate
    return (), None


def goals_set_for(post: Post, previous: Post | None) -> tuple[Goals, ...]:
    """The sections of `previous` that hold goals for the year of `post`; empty where they cannot be told.

    A section that names a year is for that year alone. A section that names none is for the year that follows
    `previous`; in a post about a part of a year only where that part is the last one.
    """
    if previous is None or previous.memoir is None:
        return ()
    year, follows = year_of(post), _follows(previous)
    return tuple(
        goals
        for goals in previous.memoir.goals
        if goals.items and _year_meant(goals, default=follows) == year
    )


def _follows(post: Post) -> int | None:
    """The year that goals without a year are for."""
    period = post.memoir.post_period if post.memoir is not None else None
    if period is not None and _DECEMBER not in period.months:
        return None
    return year_of(post) + 1


def _year_meant(goals: Goals, *, default: int | None) -> int | None:
    named = [int(match) for match in _YEAR.findall(goals.heading)]
    return max(named) if named else default
