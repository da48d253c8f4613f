"""`page`, and each of `site.posts` and `site.pages`: the front matter, and what Jekyll adds to it.

Source: Jekyll's classes `DocumentDrop` and `Page`.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Protocol

from pelican_memoir.jekyll.liquid.blog import Blog
from pelican_memoir.jekyll.liquid.lazy import Lazy
from pelican_memoir.jekyll.permalink import last_part
from pelican_memoir.jekyll.post import Post
from pelican_memoir.jekyll.ruby_scalars import to_text
from pelican_memoir.jekyll.values import flat


class Shelf(Protocol):
    """What a page needs of the others: where it stands among them, and what its texts become."""

    blog: Blog

    def documents(self, label: str) -> Sequence[PageVariables]:
        """Return the documents of a collection, the posts too, in order."""

    def html(self, page: PageVariables) -> str:
        """Return the text of a page as HTML."""

    def excerpt(self, page: PageVariables) -> str:
        """Return the excerpt of a post as HTML."""

    def now(self) -> datetime:
        """Return the time of the build."""


class PageVariables(Lazy["PageVariables"]):
    """The variables of the file at `path`; of the page that is being rendered, `own`, the text is still Markdown."""

    def __init__(self, shelf: Shelf, post: Post, path: str, own: bool = False) -> None:
        self.home = shelf.blog.known.home(path)
        super().__init__(self, PAGE if self.home.label is None else DOCUMENT, post.source.mapping)
        self.shelf, self.post, self.path, self.own = shelf, post, path, own

    def __hash__(self) -> int:
        return hash(self.path)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PageVariables) and self.path == other.path

    @property
    def shown(self) -> str:
        """What an output of the whole page writes."""
        return self.post.source.body

    @property
    def title(self) -> Any:
        """The title as the front matter has it, be it a number or end in a line end; else what the file says."""
        own = self.post.source.mapping.get("title")
        return self.post.metadata.get("title") if own is None or own is False else own

    @property
    def date(self) -> datetime | None:
        """The date, in the site's time zone."""
        found = self.post.metadata.get("date")
        return found.replace(tzinfo=self.shelf.blog.zone) if isinstance(found, datetime) else None

    @property
    def url(self) -> str:
        """The address, without the path that the blog lies under."""
        return self.shelf.blog.address(self.path, self.post)

    @property
    def shown_path(self) -> str:
        """The path that Jekyll knows the file by: in a collection, from where collections begin."""
        return self.shelf.blog.shown_path(self.path if self.home.label is None else self.home.path)

    @property
    def content(self) -> str:
        """The text, as far as it is rendered."""
        return self.post.source.body if self.own else self.shelf.html(self)

    @property
    def excerpt(self) -> Any:
        """The excerpt's HTML, "" where there is none; what the front matter says of it is shown as it is."""
        own = self.post.source.mapping.get("excerpt")
        if own is not None and own is not False:
            return own
        return "" if self.post.excerpt is None else self.shelf.excerpt(self)

    def neighbour(self, step: int) -> PageVariables | None:
        """Return the document so many places on in its collection."""
        others = self.shelf.documents(self.home.label or "")
        if self not in others:
            return None
        place = others.index(self) + step
        return others[place] if 0 <= place < len(others) else None

    def listed(self, key: str) -> list[Any]:
        """Return the tags or the categories."""
        return list(self.post.metadata.get(key, ()))

    def tags(self) -> list[Any]:
        """Return the tags, those that are no texts (`tags: [2022]`) as the front matter has them."""
        given = self.given.get("tag") or self.given.get("tags")
        kept = {to_text(tag): tag for tag in flat([given])}
        return [kept.get(name, name) for name in self.listed("tags")]


def identity(page: PageVariables) -> str:
    """Return the `id` of a document: its address with the slug, or the file's name, for the last part."""
    stem = posixpath.splitext(page.path.rpartition("/")[2])[0]
    slug = page.post.source.mapping.get("slug") or page.post.path.slug or stem
    return last_part(page.url, str(slug))


def folder(page: PageVariables) -> str:
    """Return the folder of a page's address."""
    return page.url if page.url.endswith("/") else posixpath.dirname(page.url).rstrip("/") + "/"


EVERYWHERE: dict[str, Callable[[PageVariables], Any]] = {
    "url": lambda page: page.url,
    "path": lambda page: page.given.get("path", page.shown_path),
    "name": lambda page: page.given.get("name") or page.path.rpartition("/")[2],
    "content": lambda page: page.content,
}
DOCUMENT: dict[str, Callable[[PageVariables], Any]] = {
    **EVERYWHERE,
    "title": lambda page: page.title,
    "date": lambda page: page.date or page.shelf.now(),
    "id": identity,
    "slug": lambda page: page.given.get("slug") or page.post.path.slug,
    "path": lambda page: page.shown_path,
    "relative_path": lambda page: page.shown_path,
    "ext": lambda page: posixpath.splitext(page.path)[1],
    "collection": lambda page: page.home.label,
    "draft": lambda page: page.post.path.draft,
    "categories": lambda page: page.listed("categories"),
    "tags": lambda page: page.tags(),
    "excerpt": lambda page: page.excerpt,
    "previous": lambda page: page.neighbour(-1),
    "next": lambda page: page.neighbour(+1),
}
PAGE: dict[str, Callable[[PageVariables], Any]] = {
    **EVERYWHERE,
    "dir": folder,
    "excerpt": lambda page: page.given.get("excerpt"),
}
