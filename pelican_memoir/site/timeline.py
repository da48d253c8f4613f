"""All years of a blog, newest first: each year's memoirs, and the posts about a part of it.

Languages and authors are kept apart: each language has its own years, and in it each author theirs.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pelican_memoir.site.neighbours import place_in_time
from pelican_memoir.site.post import Post, author_of, is_whole_year, memoir_of, year_of


@dataclass(frozen=True, slots=True)
class TimelineYear:
    """One year: its memoirs by author, and posts about a quarter, half or month of it in order."""

    year: int
    memoirs: tuple[Post, ...]
    partials: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class AuthorTimeline:
    """The years of one author, newest first; `author` is '' where the blog names none."""

    author: str
    years: tuple[TimelineYear, ...]


@dataclass(frozen=True, slots=True)
class LanguageTimeline:
    """The years in one language: of all authors together, and of each author, who wrote most of them first."""

    language: str
    years: tuple[TimelineYear, ...]
    authors: tuple[AuthorTimeline, ...]


def memoirs_of(published: Iterable[Post], *, language: str) -> list[Post]:
    """The posts in `language` that hold a memoir, newest year first; within a year newest post first."""
    found = [post for post in published if memoir_of(post) is not None and post.lang == language]
    return sorted(found, key=lambda post: (year_of(post), post.date, post.slug), reverse=True)


def timeline(published: Iterable[Post], *, language: str) -> tuple[TimelineYear, ...]:
    """The years of the blog in `language`, newest first; years without a memoir do not occur."""
    return _years(memoirs_of(published, language=language))


def timelines(published: Iterable[Post], *, default: str) -> tuple[LanguageTimeline, ...]:
    """The timelines of all languages that have a memoir: the `default` language first, the others by their tags."""
    posts = [post for post in published if memoir_of(post) is not None]
    languages = sorted({post.lang for post in posts}, key=lambda language: (language != default, language))
    return tuple(_of_language(posts, language) for language in languages)


def _of_language(posts: list[Post], language: str) -> LanguageTimeline:
    memoirs = memoirs_of(posts, language=language)
    names = {author_of(post) for post in memoirs}
    authors = [
        AuthorTimeline(name, _years([post for post in memoirs if author_of(post) == name])) for name in names
    ]
    authors.sort(key=lambda each: (-len(each.years), each.author))
    return LanguageTimeline(language, _years(memoirs), tuple(authors))


def _years(memoirs: Iterable[Post]) -> tuple[TimelineYear, ...]:
    years: dict[int, list[Post]] = {}
    for post in memoirs:
        years.setdefault(year_of(post), []).append(post)
    return tuple(_year(year, posts) for year, posts in years.items())


def _year(year: int, posts: list[Post]) -> TimelineYear:
    whole = sorted((post for post in posts if is_whole_year(post)), key=lambda p: (author_of(p), p.date))
    partial = sorted((post for post in posts if not is_whole_year(post)), key=place_in_time)
    return TimelineYear(year=year, memoirs=tuple(whole), partials=tuple(partial))
