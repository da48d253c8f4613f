"""Everything that ties one memoir to the rest of the blog, as one value."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pelican_memoir.memoir.model import Goals
from pelican_memoir.site.goals import goals_beside
from pelican_memoir.site.neighbours import (
    are_kin,
    neighbours,
    parts_of_year,
    place_in_time,
    whole_of_year,
    year_neighbours,
)
from pelican_memoir.site.period_posts import posts_by_period
from pelican_memoir.site.post import Post, is_part_of_year, is_whole_year, year_of
from pelican_memoir.site.published import Published


@dataclass(frozen=True, slots=True)
class Relations:
    """What one memoir has to do with the others.

    `previous`, `following`: the years before and after, or parts of them where they have no memoir of their whole;
    for a post about a part of a year the parts before and after.
    `posts`: the posts of each period by its anchor. `goals`: those set a year before, in `goals_from`.
    `parts`: the other posts about parts of its year. `whole`: for a part, the memoir of its whole year.
    """

    previous: Post | None
    following: Post | None
    posts: dict[str, list[Post]]
    goals: tuple[Goals, ...]
    goals_from: Post | None
    parts: tuple[Post, ...]
    whole: Post | None


def relations(post: Post, published: Iterable[Post]) -> Relations:
    """Relate one memoir to the posts that readers can find; `post` may be a draft that is not among them.

    Where `published` is a `Published`, it is laid out once for all memoirs, and each is related once.
    """
    blog = Published.of(published)
    return blog.once(post, lambda: _related(post, blog))


def _related(post: Post, blog: Published) -> Relations:
    memoirs = blog.memoirs
    previous, following = neighbours(post, memoirs)
    goals: tuple[Goals, ...] = ()
    source: Post | None = None
    if is_whole_year(post):
        whole, _ = year_neighbours(post, memoirs)
        goals, source = goals_beside(post, whole, _parts_of_last_year(post, memoirs))
    return Relations(
        previous,
        following,
        posts_by_period(post, blog),
        goals,
        source,
        parts_of_year(post, memoirs),
        whole_of_year(post, memoirs),
    )


def _parts_of_last_year(post: Post, published: Sequence[Post]) -> list[Post]:
    found = [
        other
        for other in published
        if is_part_of_year(other) and are_kin(post, other) and year_of(other) == year_of(post) - 1
    ]
    return sorted(found, key=place_in_time)
