"""Posts that their authors joined to a series, by `series:` and `series_index:` in the front matter."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pelican_memoir.site.post import Post, field_of


@dataclass(frozen=True, slots=True)
class Series:
    """A series and all its posts, in the order to read them in."""

    name: str
    posts: tuple[Post, ...]


def series(published: Iterable[Post]) -> list[Series]:
    """The series of a blog that have more than one post, each language's apart.

    Posts with a number come first, by it; the others follow by their dates, as Pelican's plugin `series` has it.
    """
    found: dict[tuple[str, str], list[Post]] = {}
    for post in published:
        name = " ".join(str(field_of(post, "series") or "").split())
        if name:
            found.setdefault((name, post.lang), []).append(post)
    return [
        Series(name, tuple(sorted(posts, key=_place))) for (name, _), posts in found.items() if len(posts) > 1
    ]


def _place(post: Post) -> tuple[bool, int, float, str]:
    try:
        number = int(str(field_of(post, "series_index") or 0))
    except ValueError:
        number = 0
    return number == 0, number, post.date.timestamp(), post.slug
