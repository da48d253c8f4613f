"""What stands around each post of the blog: the older and the newer one, its series, related posts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pelican_memoir.site.post import Post
from pelican_memoir.site.related import related
from pelican_memoir.site.series import Series, series


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`older` and `newer` are the posts of its language beside a post in time; `series` is None where it is in none."""

    older: Post | None = None
    newer: Post | None = None
    series: Series | None = None
    related: tuple[Post, ...] = ()


ALONE = Surroundings()
"""What a draft has, which readers cannot come upon."""


def surroundings(published: Iterable[Post]) -> dict[int, Surroundings]:
    """The surroundings of all posts at once, by `id(post)`, so that a page costs the same in a blog of any size."""
    languages: dict[str, list[Post]] = {}
    for post in published:
        languages.setdefault(post.lang, []).append(post)
    serial: dict[int, Series] = {}
    told: dict[int, frozenset[int]] = {}
    for posts in languages.values():
        for each in series(posts):
            parts = frozenset(map(id, each.posts))
            serial.update(dict.fromkeys(parts, each))
            told.update(dict.fromkeys(parts, parts))
    found: dict[int, Surroundings] = {}
    for posts in languages.values():
        posts.sort(key=lambda post: (post.date, post.slug))
        beside = zip([None, *posts], [*posts[1:], None], related(posts, told), strict=False)
        for older, newer, (post, others) in beside:
            found[id(post)] = Surroundings(older, newer, serial.get(id(post)), others)
    return found
