"""The whole blog for templates: all that is in it, each as templates see it, and what one of them may reach."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from pelican_memoir.jekyll import clock, endings, liquid
from pelican_memoir.jekyll.liquid.blog import Blog
from pelican_memoir.jekyll.liquid.page import PageVariables
from pelican_memoir.jekyll.liquid.scope import Scope
from pelican_memoir.jekyll.liquid.site import SiteVariables
from pelican_memoir.jekyll.post import Post


@dataclass
class Library:
    """Lends a blog to its templates; what is made of it is kept for the next one that asks."""

    blog: Blog
    shelves: dict[str, list[PageVariables]] = field(default_factory=dict)
    made: dict[tuple[str, str], str] = field(default_factory=dict)

    @cached_property
    def site(self) -> SiteVariables:
        """The variables of the blog."""
        return SiteVariables(self)

    def scope(self, post: Post, path: str) -> Scope:
        """Return what the templates of the file at `path` may see."""
        return Scope(
            site=self.site,
            page=PageVariables(self, post, path, own=True),
            includes=self.blog.includes,
            folder=(self.blog.content / path).parent,
            opened=self.blog.opened,
            link=self.blog.link,
            post_url=self.blog.post_url,
            converters=self.blog.converters,
            zone=self.blog.zone,
        )

    def documents(self, label: str) -> list[PageVariables]:
        """Return the documents of a collection that are shown, the oldest first."""
        if label not in self.shelves:
            paths = self.blog.contents.documents.get(label, ())
            self.shelves[label] = ordered(
                (
                    PageVariables(self, post, path)
                    for path in paths
                    if (post := self.blog.shown(path)) is not None
                ),
                self.blog.known.options.get(label, {}),
            )
        return self.shelves[label]

    def html(self, page: PageVariables) -> str:
        """Return the text of a page as HTML; a text that asks for its own is still Markdown there."""
        given = self.blog.html(page.path)
        return self.converted(page, "text", page.post.source.body) if given is None else given

    def excerpt(self, page: PageVariables) -> str:
        """Return the excerpt of a post as HTML; one that asks for its own is still Markdown there."""
        return self.converted(page, "excerpt", page.post.excerpt or "")

    def converted(self, page: PageVariables, part: str, source: str) -> str:
        """Return a part of a page as HTML, made once."""
        key = (page.path, part)
        if key not in self.made:
            self.made[key] = source
            scope = self.scope(page.post, page.path)
            made = source
            if page.post.source.mapping.get("render_with_liquid") is not False:
                made = liquid.render(source, scope, file=page.path).text
            self.made[key] = self.blog.converters.markdown(made) if endings.is_markdown(page.path) else made
        return self.made[key]

    @cached_property
    def time(self) -> datetime:
        """The time of the build."""
        return clock.now(self.blog.zone).replace(microsecond=0)

    def now(self) -> datetime:
        """Return the time of the build."""
        return self.time


def ordered(pages: Iterable[PageVariables], options: Any) -> list[PageVariables]:
    """Return documents by date and path, or as their collection's `sort_by` or `order` says."""
    found = sorted(pages, key=lambda page: page.path)
    if all(page.date is not None for page in found):
        found.sort(key=lambda page: page.date.timestamp() if page.date else 0)
    order, key = options.get("order"), options.get("sort_by")
    if isinstance(order, list):
        places = {str(name): place for place, name in enumerate(order)}
        found.sort(key=lambda page: places.get(page.home.path.partition("/")[2], len(places)))
    elif isinstance(key, str):
        found.sort(key=lambda page: rank(page.given.get(key)))
    return found


def rank(value: Any) -> tuple[int, Any]:
    """Return what orders values of different kinds: numbers, then texts, then those that are none."""
    if isinstance(value, (int, float)):
        return 0, value
    return (2, "") if value is None else (1, str(value))
