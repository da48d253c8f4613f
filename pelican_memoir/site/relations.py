"""Everything that ties one memoir to the rest of the blog, as one value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pelican_memoir.memoir.model import Goals
from pelican_memoir.site.goals import goals_set_for
from pelican_memoir.site.neighbours import year_neighbours
from pelican_memoir.site.period_posts import posts_by_period
from pelican_memoir.site.post import Post


@dataclass(frozen=True, slots=True)
class Relations:
    """The years before and after, the posts of each period by its anchor, and the goals set a year before."""

    previous: Post | None
    following: Post | None
    posts: dict[str, list[Post]]
    goals: tuple[Goals, ...]


def relations(post: Post, published: Sequence[Post]) -> Relations:
    """Relate one memoir to the posts that readers can find; `post` may be a draft that is not among them."""
    previous, following = year_neighbours(post, published)
    return Relations(previous, following, posts_by_period(post, published), goals_set_for(post, previous))
