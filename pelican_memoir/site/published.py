"""The posts that readers can find, laid out once for all that is asked of them again and again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, TypeVar, overload

from pelican_memoir.site.post import Post, author_of, is_part_of_year, memoir_of, year_of

Told = TypeVar("Told")
Month = tuple[int, int]
"""A year and a month, 1 to 12."""


class Published(Sequence[Post]):
    """Posts in the order given. What is asked of them here costs the same however many memoirs ask it."""

    def __init__(self, posts: Iterable[Post]) -> None:
        """Take all posts, translations among them."""
        self._posts = list(posts)
        self._known: dict[int, tuple[Post, Any]] = {}  # what is held keeps its id

    @classmethod
    def of(cls, posts: Iterable[Post]) -> Published:
        """Return posts laid out; those that are already as they are."""
        return posts if isinstance(posts, cls) else cls(posts)

    @overload
    def __getitem__(self, index: int) -> Post: ...
    @overload
    def __getitem__(self, index: slice) -> list[Post]: ...
    def __getitem__(self, index: int | slice) -> Post | list[Post]:
        return self._posts[index]

    def __len__(self) -> int:
        return len(self._posts)

    def __iter__(self) -> Iterator[Post]:
        return iter(self._posts)

    def once(self, post: Post, make: Callable[[], Told]) -> Told:
        """Return what `make` tells of a post, which need not be among these: told once, as these stay as they are."""
        found = self._known.get(id(post))
        if found is None:
            found = self._known[id(post)] = (post, make())
        told: Told = found[1]
        return told

    def of_slug(self, slug: str) -> list[Post]:
        """Return the posts of a slug: those that translate each other."""
        return self._by_slug.get(slug, [])

    @cached_property
    def _by_slug(self) -> dict[str, list[Post]]:
        found: dict[str, list[Post]] = {}
        for post in self._posts:
            found.setdefault(post.slug, []).append(post)
        return found

    @cached_property
    def memoirs(self) -> list[Post]:
        """The memoirs among them."""
        return [post for post in self._posts if memoir_of(post) is not None]

    def have_own_years(self, language: str) -> bool:
        """Tell whether several people look back at their years in a language."""
        return len(self._who_looks_back.get(language, ())) > 1

    @cached_property
    def _who_looks_back(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for post in self.memoirs:
            if author := author_of(post):
                found.setdefault(post.lang, set()).add(author)
        return found

    def told_of(self, language: str, months: set[Month]) -> list[Post]:
        """Return the posts of a language that tell of nothing but these months, oldest first."""
        found = [
            placed
            for told, posts in self._by_months.get(language, {}).items()
            if told <= months
            for placed in posts
        ]
        return [post for _, post in sorted(found, key=lambda placed: placed[0])]

    @cached_property
    def _by_months(self) -> dict[str, dict[frozenset[Month], list[tuple[int, Post]]]]:
        found: dict[str, dict[frozenset[Month], list[tuple[int, Post]]]] = {}
        for place, post in enumerate(sorted(self._posts, key=lambda post: (post.date, post.slug))):
            months = frozenset(months_told(post))
            found.setdefault(post.lang, {}).setdefault(months, []).append((place, post))
        return found


def months_told(post: Post) -> set[Month]:
    """The month a post is dated in; for a post about a part of a year, the months of that part."""
    if is_part_of_year(post) and post.memoir is not None and post.memoir.post_period is not None:
        months = {(year_of(post), month) for month in post.memoir.post_period.months}
        if months:
            return months
    return {(post.date.year, post.date.month)}
