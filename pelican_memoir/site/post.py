"""What this package needs to know of a blog's post, and the questions all its modules ask of one."""

from __future__ import annotations

import datetime
from typing import Protocol

from pelican_memoir.memoir.model import Memoir


class Post(Protocol):
    """A post of the blog: Pelican's `Article` has these, and so has any stand-in of a test.

    `memoir` is None for an ordinary post; `author` may be missing altogether and is read by `author_of`.
    """

    title: str
    slug: str
    date: datetime.datetime
    lang: str
    memoir: Memoir | None


def memoir_of(post: Post) -> Memoir | None:
    """The post's memoir, None for an ordinary post and for content that was never looked at."""
    return getattr(post, "memoir", None)


def year_of(post: Post) -> int:
    """The year that a post is about: its memoir's year, else the year of its date."""
    memoir = memoir_of(post)
    if memoir is not None and memoir.year is not None:
        return memoir.year
    return post.date.year


def author_of(post: Post) -> str:
    """The name of the post's author, '' where the blog names none."""
    author = getattr(post, "author", None)
    return "" if author is None else str(author)


def authors_of(post: Post) -> set[str]:
    """The names of all who wrote a post; none where the blog names none."""
    return {str(author) for author in getattr(post, "authors", None) or ()} or {author_of(post)} - {""}


def field_of(post: Post, name: str) -> object:
    """A field as the post's author wrote it: from its YAML, else as Pelican's own readers read it; None without one."""
    fields = getattr(post, "front_matter", None) or {}
    return fields.get(name, getattr(post, "metadata", {}).get(name))


def is_whole_year(post: Post) -> bool:
    """Whether the post is a memoir of a whole year, not of one of its quarters or months."""
    memoir = memoir_of(post)
    return memoir is not None and memoir.post_period is None


def is_part_of_year(post: Post) -> bool:
    """Whether the post looks back at a single quarter, half, season or month."""
    memoir = memoir_of(post)
    return memoir is not None and memoir.post_period is not None


def first_month(post: Post) -> int:
    """The month that the part of a year begins in that a post is about; 0 where it is about no part."""
    memoir = memoir_of(post)
    months = memoir.post_period.months if memoir is not None and memoir.post_period is not None else ()
    return months[0] if months else 0


def is_same(post: Post, other: Post) -> bool:
    """Whether two posts are one, or translations of each other, which share their slug."""
    return other is post or other.slug == post.slug
