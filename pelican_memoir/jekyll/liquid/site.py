"""`site`: the configuration, and what Jekyll adds to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pelican_memoir.jekyll.liquid.data_files import DataFolder

if TYPE_CHECKING:
    from pelican_memoir.jekyll.liquid.blog import Blog


class SiteVariables(Mapping[str, Any]):
    """The variables of a blog, each computed when it is asked for."""

    def __init__(self, blog: Blog) -> None:
        self.blog = blog
        self.cache: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self.cache:
            self.cache[key] = COMPUTED[key](self.blog) if key in COMPUTED else self.blog.config[key]
        return self.cache[key]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self.blog.config, *COMPUTED)))

    def __len__(self) -> int:
        return len(list(iter(self)))


def grouped(key: str) -> Callable[[Blog], dict[str, Any]]:
    """Return what sorts the posts by their tags or categories: names as they came up, the newest post first."""

    def by_name(blog: Blog) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for page in reversed(blog.posts):
            for name in page[key]:
                found.setdefault(str(name), []).insert(0, page)
        return found

    return by_name


COMPUTED: dict[str, Callable[[Blog], Any]] = {
    "url": lambda blog: blog.config.get("url") if blog.url is None else blog.url,
    "baseurl": lambda blog: blog.config.get("baseurl", "") if blog.baseurl is None else blog.baseurl,
    "time": lambda blog: datetime.now(blog.zone).replace(microsecond=0),
    "posts": lambda blog: blog.posts,
    "related_posts": lambda blog: blog.posts[:10],
    "tags": grouped("tags"),
    "categories": grouped("categories"),
    "data": lambda blog: DataFolder(blog.root / str(blog.config.get("data_dir") or "_data")),
}
