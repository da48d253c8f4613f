"""What a feed of achievements tells: one entry for each, with an id that stays while the site moves."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from pelican_memoir.memoir.model import Achievement, Period
from pelican_memoir.site.post import Post, author_of
from pelican_memoir.site.timeline import memoirs_of

HOME = "localhost"
"""Stands for the domain of a site that has none yet, so that ids are valid before it is published."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One achievement; `anchor` leads to it in the page of `post`, and is '' where only the page does."""

    id: str
    post: Post
    period: Period
    achievement: Achievement
    anchor: str
    published: datetime.datetime
    updated: datetime.datetime
    author: str


def achievement_entries(published: Sequence[Post], *, language: str, domain: str) -> list[Entry]:
    """The achievements in one language: newest year first, and within a memoir the last one first.

    Ids are tag URIs (RFC 4151) of the domain, the post's day, its slug and the achievement's anchor: neither a new
    protocol nor other addresses of posts change them.
    """
    return [
        entry
        for post in memoirs_of(published, language=language)
        for entry in reversed(list(_of_post(post, domain)))
    ]


def _of_post(post: Post, domain: str) -> Iterator[Entry]:
    if post.memoir is None:
        return
    author = author_of(post)
    for period_number, period in enumerate(post.memoir.periods, 1):
        for number, achievement in enumerate(period.achievements, 1):
            name = achievement.anchor or f"{period_number}.{number}"
            anchor = achievement.anchor or period.anchor or ""
            updated = getattr(post, "modified", None) or post.date
            yield Entry(
                tag_uri(domain, post, name), post, period, achievement, anchor, post.date, updated, author
            )


def tag_uri(domain: str, post: Post, name: str) -> str:
    """The id of something named in a post."""
    place = "/".join(quote(part, safe="") for part in (post.lang, post.slug, name))
    return f"tag:{domain or HOME},{post.date:%Y-%m-%d}:memoir/{place}"


def domain_of(url: str) -> str:
    """The domain of a site's address, '' where it names none."""
    match = re.match(r"[a-z][a-z0-9+.-]*://(?:[^/@]*@)?([^/:?#]+)", url.strip(), re.IGNORECASE)
    return match[1].lower() if match else ""
