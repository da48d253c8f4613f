"""What last year's memoir set as goals for this year."""

from __future__ import annotations

import re

from pelican_memoir.memoir.model import Goals
from pelican_memoir.site.post import Post, year_of

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def goals_set_for(post: Post, previous: Post | None) -> tuple[Goals, ...]:
    """The sections of `previous` that hold goals for the year of `post`; empty where they cannot be told.

    A section that names a year is for that year alone. A section that names none is for the year that follows
    `previous`.
    """
    if previous is None or previous.memoir is None:
        return ()
    year, follows = year_of(post), year_of(previous) + 1
    return tuple(
        goals
        for goals in previous.memoir.goals
        if goals.items and _year_meant(goals, default=follows) == year
    )


def _year_meant(goals: Goals, *, default: int) -> int:
    named = [int(match) for match in _YEAR.findall(goals.heading)]
    return max(named) if named else default
