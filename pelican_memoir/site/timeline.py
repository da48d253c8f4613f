"""All years of a blog, newest first: each year's memoirs, and the posts about a part of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pelican_memoir.site.post import Post, author_of, is_whole_year, memoir_of, year_of


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """One year: its memoirs by author, and posts about a quarter, half or month of it in order."""

    year: int
    memoirs: tuple[Post, ...]
    partials: tuple[Post, ...]


def memoirs_of(published: Iterable[Post], *, language: str) -> list[Post]:
    """The posts in `language` that hold a memoir, newest year first; within a year newest post first."""
    found = [post for post in published if memoir_of(post) is not None and post.lang == language]
    return sorted(found, key=lambda post: (year_of(post), post.date), reverse=True)


def timeline(published: Iterable[Post], *, language: str) -> tuple[TimelineYear, ...]:
    """The years of the blog in `language`, newest first; years without a memoir do not occur."""
    years: dict[int, list[Post]] = {}
    for post in memoirs_of(published, language=language):
        years.setdefault(year_of(post), []).append(post)
    return tuple(_year(year, posts) for year, posts in years.items())


def _year(year: int, posts: list[Post]) -> TimelineYear:
    whole = sorted((post for post in posts if is_whole_year(post)), key=lambda p: (author_of(p), p.date))
    partial = sorted((post for post in posts if not is_whole_year(post)), key=_first_month)
    return TimelineYear(year=year, memoirs=tuple(whole), partials=tuple(partial))


def _first_month(post: Post) -> tuple[int, str]:
    memoir = post.memoir
    months = memoir.post_period.months if memoir is not None and memoir.post_period is not None else ()
    return (months[0] if months else 0, post.title)
