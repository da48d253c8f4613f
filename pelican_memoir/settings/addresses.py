"""Where posts, pages, documents of collections and files with Liquid are shown, as Jekyll says it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from pelican_memoir.jekyll import collections, permalink
from pelican_memoir.jekyll.addresses import Permalinks
from pelican_memoir.jekyll.collections import Collections
from pelican_memoir.settings.checks import path_list, text
from pelican_memoir.settings.setting import WrongSettingError, expected, setting


def permalink_pattern(value: object) -> str:
    """Accept a named style or a pattern of Jekyll's placeholders; None and an empty text leave it to Pelican."""
    if value is None:
        return ""
    try:
        permalink.check(text(value))
    except permalink.PermalinkError as error:
        raise WrongSettingError(str(error)) from error
    return text(value)


def collections_block(value: object) -> dict[str, Any]:
    """Accept the `collections:` block of a `_config.yml`: names with their options, or a list of names."""
    if isinstance(value, (list, tuple)):
        value = dict.fromkeys(map(str, value))
    if not isinstance(value, Mapping) or not all(
        isinstance(entry, Mapping | None) for entry in value.values()
    ):
        raise expected("a dictionary of collections with their options", value)
    for name, options in value.items():
        try:
            permalink_pattern((options or {}).get("permalink"))
        except WrongSettingError as error:
            raise WrongSettingError(f"{name}: permalink: {error}") from error
    return {str(name): dict(options or {}) for name, options in value.items()}


@dataclass(frozen=True)
class Addresses:
    """What is shown where."""

    permalink: str = setting(
        "",
        permalink_pattern,
        "Jekyll's permalink for posts: a style (`date`, `pretty`, …) or a pattern"
        " (`/:year-:month-:day-:title/`). Empty: Pelican's `ARTICLE_URL`.",
    )
    page_permalink: str = setting(
        "",
        permalink_pattern,
        "The site's permalink in Jekyll, for its pages, which take its ending (`/about/`, `/about.html`)."
        " Empty: Pelican's `PAGE_URL`.",
    )
    collections: dict[str, Any] = setting(
        {},
        collections_block,
        "The collections, as in the `collections:` block of a `_config.yml`: files below `_NAME` get its"
        " `permalink`.",
    )
    collections_dir: str = setting(
        "",
        text,
        "The folder below `PATH` that the collections, posts among them, lie in. Empty: `PATH` itself.",
    )
    templates: tuple[str, ...] = setting(
        (),
        path_list,
        "Files below `PATH`, or patterns of them, that are no pages and have front matter (`feed.xml`,"
        " `search.json`): their Liquid is rendered, and they are written at their own address.",
    )

    @cached_property
    def known_collections(self) -> Collections:
        """The collections, and where they lie."""
        return collections.read(self.collections, self.collections_dir)

    @cached_property
    def permalinks(self) -> Permalinks:
        """What says the addresses of posts, pages and documents."""
        return Permalinks(self.permalink, self.page_permalink, self.known_collections)
