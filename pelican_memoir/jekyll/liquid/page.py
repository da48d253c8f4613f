"""`page`, and each of `site.posts`: a post's front matter, and what Jekyll adds to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from pelican_memoir.jekyll.post import Post

if TYPE_CHECKING:
    from pelican_memoir.jekyll.liquid.blog import Blog


class PageVariables(Mapping[str, Any]):
    """The variables of one post, each computed when it is asked for."""

    def __init__(self, blog: Blog, post: Post, path: str) -> None:
        self.blog, self.post, self.path = blog, post, path
        self.cache: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self.cache:
            if key == "excerpt" and self.blog.in_excerpt:
                return self.excerpt
            if key in COMPUTED:
                self.cache[key] = COMPUTED[key](self)
            else:
                self.cache[key] = self.post.source.mapping[key]
        return self.cache[key]

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys((*self.post.source.mapping, *COMPUTED)))

    def __len__(self) -> int:
        return len(list(iter(self)))

    def __hash__(self) -> int:
        return hash(self.path)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PageVariables) and self.path == other.path

    @property
    def shown(self) -> str:
        """What an output of the whole post writes."""
        return self.post.source.body

    @property
    def date(self) -> datetime | None:
        """The date, in the site's time zone."""
        found = self.post.metadata.get("date")
        return found.replace(tzinfo=self.blog.zone) if isinstance(found, datetime) else None

    @property
    def excerpt(self) -> Any:
        """The excerpt's HTML; what the front matter says of it is shown as it is.

        An excerpt that an excerpt asks for, perhaps itself, is its source.
        """
        own = self.post.source.mapping.get("excerpt")
        if own is not None or self.post.excerpt is None:
            return own
        if self.blog.in_excerpt:
            return self.post.excerpt
        from pelican_memoir.jekyll import liquid

        self.blog.in_excerpt = True
        try:
            made = liquid.render(self.post.excerpt, self.blog.scope(self.post, self.path), file=self.path)
        finally:
            self.blog.in_excerpt = False
        return self.blog.converters.markdown(made.text)

    def neighbour(self, step: int) -> PageVariables | None:
        """Return the post so many places on in the list of posts, newest first."""
        posts = self.blog.posts
        if self not in posts:
            return None
        place = posts.index(self) + step
        return posts[place] if 0 <= place < len(posts) else None

    def listed(self, key: str) -> list[Any]:
        """Return the tags or the categories."""
        return list(self.post.metadata.get(key, ()))


def address(page: PageVariables) -> str:
    """Return the post's address, without the path that the blog lies under."""
    return page.blog.address(page.path, page.post)


COMPUTED: dict[str, Callable[[PageVariables], Any]] = {
    "title": lambda page: page.post.metadata.get("title"),
    "date": lambda page: page.date,
    "url": address,
    "id": lambda page: address(page).removesuffix("/").removesuffix(".html"),
    "slug": lambda page: page.post.source.mapping.get("slug") or page.post.path.slug,
    "path": lambda page: page.blog.shown_path(page.path),
    "relative_path": lambda page: page.blog.shown_path(page.path),
    "name": lambda page: page.path.rpartition("/")[2],
    "ext": lambda page: "." + page.path.rpartition(".")[2],
    "collection": lambda page: "posts" if page.post.path.in_posts else None,
    "draft": lambda page: page.post.path.draft,
    "categories": lambda page: page.listed("categories"),
    "tags": lambda page: page.listed("tags"),
    "content": lambda page: page.post.source.body,
    "excerpt": lambda page: page.excerpt,
    "previous": lambda page: page.neighbour(+1),
    "next": lambda page: page.neighbour(-1),
}
