"""What templates may see: the blog, its pages' addresses, and the converters that filters use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from html import escape
from pathlib import Path
from typing import Any


def no_address(_path: str) -> str | None:
    """Know no address."""
    return None


@dataclass(frozen=True, slots=True)
class Converters:
    """What the layers above lend: Markdown, smart quotes, and `colour(code, language)` for code, all to HTML."""

    markdown: Callable[[str], str] = str
    smart_quotes: Callable[[str], str] = str
    colour: Callable[[str, str], str] = lambda code, _language: escape(code)


@dataclass(frozen=True, slots=True)
class Scope:
    """All that templates of one post can reach.

    `site` and `page` are their variables; values may be computed when they are asked for. `link` gives the address of a
    file (its path from the blog's root), `post_url` that of a post by the name that the tag has; None: there is none.
    `includes` are the folders that `include` reads from, `folder` the post's own; neither is ever left. `opened` is
    told of each file that `include_relative` reads.
    """

    site: Mapping[str, Any] = field(default_factory=dict)
    page: Mapping[str, Any] = field(default_factory=dict)
    variables: Mapping[str, Any] = field(default_factory=dict)
    includes: tuple[Path, ...] = ()
    folder: Path | None = None
    opened: Callable[[Path], None] = lambda _path: None
    link: Callable[[str], str | None] = no_address
    post_url: Callable[[str], str | None] = no_address
    converters: Converters = field(default_factory=Converters)
    zone: tzinfo = UTC

    @property
    def base(self) -> str:
        """The path that the blog lies under, without a slash at its end."""
        return str(self.site.get("baseurl") or "").removesuffix("/")

    @property
    def url(self) -> str:
        """The address of the blog's host."""
        return str(self.site.get("url") or "")
