"""A year's shape: a bar for each month, as high as the posts that were written in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

HEIGHT = 18
"""Units of the drawing; it is 48 wide, four a month."""
_BUSY = 5
"""Posts in a month that take the whole height, unless another month of the year saw more."""
_FEWEST = 3
"""Fewer posts than these have no shape."""


@dataclass(frozen=True, slots=True)
class Bars:
    """The bars of one quarter (1 to 4), as the path of an SVG."""

    quarter: int
    path: str


@dataclass(frozen=True, slots=True)
class Silhouette:
    """How many posts a year saw, and the bars of its quarters; a month without posts is a line."""

    posts: int
    bars: tuple[Bars, ...]


def silhouette(memoirs: Iterable[Any], year: int) -> Silhouette | None:
    """The shape of a year, from the posts beside its memoirs (`memoir_posts`); None where they are few."""
    months = [post.date.month for post in _posts_of(memoirs) if post.date.year == year]
    if len(months) < _FEWEST:
        return None
    counts = Counter(months)
    unit = (HEIGHT - 1) / max(_BUSY, *counts.values())
    heights = [1 + round(unit * counts[month]) for month in range(1, 13)]
    return Silhouette(len(months), tuple(_bars(quarter, heights) for quarter in range(1, 5)))


def _posts_of(memoirs: Iterable[Any]) -> Iterable[Any]:
    """The posts beside several memoirs, each once: they may tell of the same ones."""
    found: dict[int, Any] = {}
    for memoir in memoirs:
        for posts in getattr(memoir, "memoir_posts", {}).values():
            found.update({id(post): post for post in posts})
    return found.values()


def _bars(quarter: int, heights: list[int]) -> Bars:
    months = range(3 * quarter - 3, 3 * quarter)
    return Bars(
        quarter, "".join(f"M{4 * month} {HEIGHT}v-{heights[month]}h3v{heights[month]}z" for month in months)
    )
