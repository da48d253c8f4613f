"""`site`: the configuration, and what Jekyll adds to it.

Source: Jekyll's classes `SiteDrop`, `CollectionDrop` and `StaticFileDrop`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

from pelican_memoir.jekyll import site_config
from pelican_memoir.jekyll.collections import POSTS
from pelican_memoir.jekyll.liquid.blog import Blog
from pelican_memoir.jekyll.liquid.data_files import DataFolder
from pelican_memoir.jekyll.liquid.lazy import Lazy
from pelican_memoir.jekyll.liquid.page import PageVariables, Shelf


class SiteVariables(Lazy["SiteVariables"]):
    """The variables of a blog; each collection is one of them, too."""

    def __init__(self, shelf: Shelf) -> None:
        labels: dict[str, Callable[[SiteVariables], Any]] = {
            label: lambda site, label=label: site.shelf.documents(label)  # type: ignore[misc]
            for label in shelf.blog.known.options
            if label != POSTS
        }
        super().__init__(self, {**COMPUTED, **labels}, shelf.blog.config)
        self.shelf = shelf

    @property
    def blog(self) -> Blog:
        """The blog."""
        return self.shelf.blog

    @property
    def posts(self) -> list[PageVariables]:
        """All posts that are shown, newest first."""
        return list(reversed(self.shelf.documents(POSTS)))

    def grouped(self, key: str) -> dict[str, Any]:
        """Return the posts by their tags or categories: names as they came up, the newest post first."""
        found: dict[str, Any] = {}
        for page in self.shelf.documents(POSTS):
            for name in page[key]:
                found.setdefault(str(name), []).insert(0, page)
        return found

    def pages(self) -> list[PageVariables]:
        """Return all pages, by the names of their files."""
        blog = self.blog
        found = [(path, post) for path in blog.contents.pages if (post := blog.read(path)) is not None]
        found.sort(key=lambda pair: (pair[0].rpartition("/")[2], pair[0]))
        return [PageVariables(self.shelf, post, path) for path, post in found]

    def html_pages(self) -> list[PageVariables]:
        """Return the pages that are HTML."""
        return [
            page
            for page in self["pages"]
            if page.url.endswith(("/", ".html", ".xhtml", ".htm")) or is_text(page)
        ]

    def static_files(self, label: str | None = None) -> list[dict[str, Any]]:
        """Return the files without front matter, those of one collection where `label` names it."""
        files = (static_file(self.blog, path) for path in sorted(self.blog.contents.static))
        return [file for file in files if label is None or file["collection"] == label]

    def collections(self) -> list[dict[str, Any]]:
        """Return the collections by their names, with their documents and files."""
        return [
            {
                **self.blog.known.options.get(label, {}),
                "label": label,
                "output": self.blog.known.is_written(label),
                "docs": self.shelf.documents(label),
                "files": self.static_files(label),
                "relative_directory": f"_{label}",
                "directory": str(self.blog.content / self.blog.known.folder / f"_{label}"),
            }
            for label in sorted({POSTS, *self.blog.known.options})
        ]

    def documents(self) -> Iterator[Any]:
        """Yield the documents and files of all collections."""
        for label in dict.fromkeys((POSTS, *self.blog.known.options)):
            yield from self.shelf.documents(label)
            yield from self.static_files(label)


def is_text(page: PageVariables) -> bool:
    """Tell whether a page without an ending in its address is HTML."""
    return page.path.lower().endswith((".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".html"))


def static_file(blog: Blog, path: str) -> dict[str, Any]:
    """Return the variables of a file without front matter, with the defaults of its folder."""
    home = blog.known.home(path)
    name = home.path.rpartition("/")[2]
    full = blog.content / path
    changed = datetime.fromtimestamp(full.stat().st_mtime, blog.zone) if full.exists() else None
    return {
        **site_config.defaults_of(blog.scopes, path, blog.known),
        "name": name,
        "basename": os.path.splitext(name)[0].rstrip("."),
        "extname": os.path.splitext(name)[1],
        "path": "/" + home.path,
        "modified_time": changed,
        "collection": home.label,
    }


COMPUTED: dict[str, Callable[[SiteVariables], Any]] = {
    "url": lambda site: site.blog.host,
    "baseurl": lambda site: site.blog.mounted,
    "time": lambda site: site.shelf.now(),
    "posts": lambda site: site.posts,
    "related_posts": lambda site: site["posts"][:10],
    "tags": lambda site: site.grouped("tags"),
    "categories": lambda site: site.grouped("categories"),
    "data": lambda site: DataFolder(site.blog.data),
    "pages": lambda site: site.pages(),
    "html_pages": lambda site: site.html_pages(),
    "static_files": lambda site: site.static_files(),
    "collections": lambda site: site.collections(),
    "documents": lambda site: list(site.documents()),
}
