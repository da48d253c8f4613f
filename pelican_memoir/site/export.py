"""All memoirs of a blog as JSON, for machines: what `memoirs.json` holds.

`memoirs.schema.json` beside this module describes it. The order is fixed, and nothing in it depends on when or where
the site was built.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import resources
from typing import Any

from pelican_memoir.site.post import Post
from pelican_memoir.site.published import Published
from pelican_memoir.site.relations import relations
from pelican_memoir.site.timeline import memoirs_of, timelines

SCHEMA = 1

Address = Callable[[Any], str]
"""Gives the address of a post."""
Target = Callable[[Any, str], str]
"""Gives where a link in a post leads, from the link as its author wrote it."""


def schema() -> dict[str, Any]:
    """The JSON Schema of `memoirs.json`."""
    file = resources.files(__package__) / "memoirs.schema.json"
    found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return found


def export(
    published: Sequence[Post], *, title: str, url: str, language: str, address: Address, target: Target
) -> Iterator[str]:
    """The memoirs among the published posts as JSON, a line each: `language` first, newest year first within each.

    It comes in pieces, one for each memoir and what is around them: whole it would be the largest thing in a build.
    """
    published = Published.of(published)
    memoirs = [
        post
        for each in timelines(published, default=language)
        for post in memoirs_of(published, language=each.language)
    ]
    site = {"title": title, "url": url, "language": language}
    opening, _, ending = _json({"schema": SCHEMA, "site": site, "memoirs": [None]}).rpartition("null")
    yield opening
    for number, post in enumerate(memoirs):
        yield ("," if number else "") + "\n" + _json(_entry(post, published, address, target))
    yield f"\n{ending}\n"


def _json(value: Any) -> str:
    # Without indents, which Python's encoder would put in character by character.
    return json.dumps(value, ensure_ascii=False)


def _entry(post: Any, published: Published, address: Address, target: Target) -> dict[str, Any]:
    told = relations(post, published)
    return {
        "url": address(post),
        "slug": post.slug,
        "language": post.lang,
        "authors": [str(author) for author in getattr(post, "authors", ())],
        "published": post.date.isoformat(),
        "updated": _moment(getattr(post, "modified", None)),
        "translations": _translations(post, published, address),
        "previous": None if told.previous is None else address(told.previous),
        "next": None if told.following is None else address(told.following),
        "whole": None if told.whole is None else address(told.whole),
        "parts": [address(part) for part in told.parts],
        "posts": {anchor: _lines(posts, address) for anchor, posts in told.posts.items()},
        "memoir": _leading(post.memoir.to_dict(), lambda url: target(post, url)),
    }


def _leading(value: Any, target: Callable[[str], str]) -> Any:
    """A memoir's plain value with every `url` in it leading where the reader of the post would be led."""
    if isinstance(value, dict):
        return {
            key: target(entry) if key == "url" else _leading(entry, target) for key, entry in value.items()
        }
    return [_leading(entry, target) for entry in value] if isinstance(value, list | tuple) else value


def _translations(post: Post, published: Published, address: Address) -> list[dict[str, str]]:
    found = [other for other in published.of_slug(post.slug) if other.lang != post.lang]
    return [
        {"language": other.lang, "url": address(other)}
        for other in sorted(found, key=lambda other: other.lang)
    ]


def _lines(posts: Iterable[Post], address: Address) -> list[dict[str, str]]:
    return [{"title": post.title, "url": address(post), "published": post.date.isoformat()} for post in posts]


def _moment(date: datetime.datetime | None) -> str | None:
    return None if date is None else date.isoformat()
