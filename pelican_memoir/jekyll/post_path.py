"""What the path of a post says: its date, its slug, its default title, the folders above `_posts`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import PurePosixPath

# Jekyll's DATE_FILENAME_MATCHER and DATELESS_FILENAME_MATCHER (document.rb), for a name without folders.
DATED = re.compile(r"(\d{2,4})-(\d{1,2})-(\d{1,2})-(.*)(\.[^.]+)", re.ASCII | re.DOTALL)
DATELESS = re.compile(r"(.*)(\.[^.]+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PostPath:
    """A post's path, read. `date` is None where the name has none, or one that no calendar has: `wrong_date`.

    `in_posts` tells whether it lies below `_posts` or `_drafts`, `folders` which folders lie above that one.
    """

    date: date | None
    slug: str
    title: str
    folders: tuple[str, ...] = ()
    in_posts: bool = False
    draft: bool = False
    wrong_date: str = ""


@lru_cache(maxsize=10_000)
def read(path: str) -> PostPath:
    """Return what `path`, relative to the site and with `/` between its parts, says about a post."""
    pure = PurePosixPath(path)
    match, wrong_date = DATED.fullmatch(pure.name), ""
    if match is not None:
        day, slug = to_date(*match.groups()[:3]), match[4]
        wrong_date = "" if day else "-".join(match.groups()[:3])
    else:
        dateless = DATELESS.fullmatch(pure.name)
        day, slug = None, dateless[1] if dateless else pure.name
    slug = slug.rstrip(".")
    parents = pure.parts[:-1]
    special = next((name for name in parents if name in ("_posts", "_drafts")), None)
    folders = parents[: parents.index(special)] if special else ()
    return PostPath(day, slug, titleize(slug), folders, special is not None, special == "_drafts", wrong_date)


def to_date(year: str, month: str, day: str) -> date | None:
    """Return the day that the numbers of a file name mean: `21-01-25` is in 2021, `70-…` in 1970 (Ruby's rule)."""
    number = int(year)
    if len(year) == 2:
        number += 2000 if number < 69 else 1900
    try:
        return date(number, int(month), int(day))
    except ValueError:
        return None


def titleize(slug: str) -> str:
    """Return Jekyll's default title: each word of the slug capitalised, its other letters lowered."""
    return " ".join(word.capitalize() for word in slug.split("-")).strip()
