"""Where Jekyll shows a file with front matter: a post, a document of another collection, or a page."""

from __future__ import annotations

from dataclasses import dataclass, field
from os.path import splitext
from pathlib import PurePosixPath

from pelican_memoir.jekyll import permalink
from pelican_memoir.jekyll.collections import POSTS, Collections, Home
from pelican_memoir.jekyll.endings import output_ext
from pelican_memoir.jekyll.post import Post


@dataclass(frozen=True, slots=True)
class Permalinks:
    """The permalinks of a site: its posts', its pages' (each empty: left to Pelican), and its collections."""

    posts: str = ""
    pages: str = ""
    collections: Collections = field(default_factory=Collections)

    def address(self, post: Post, path: str, *, dated: bool = False) -> tuple[str, str] | None:
        """Return the URL (without its leading `/`) and the file of what lies at `path`; None: Pelican's settings say.

        With `dated` a file with a date in its name is a post wherever it lies. Raises `permalink.PermalinkError`.
        """
        own = str(post.metadata.get("permalink") or "")
        ext = (not own.endswith("/") and splitext(own)[1]) or output_ext(path)
        home = self.collections.home(path)
        is_page = home.label is None and not (dated and post.path.date)
        if is_page and not speaks_of_a_document(own):
            if not own and not self.pages:
                return None
            url = permalink.of_page(self.pages, path, ext, own)
        else:
            pattern = own or ("" if post.path.draft else self.pattern(home.label or POSTS))
            if not pattern:
                return None
            url = permalink.expand(pattern, subject(post, home, ext))
        return url.removeprefix("/"), permalink.destination(url, ext)

    def pattern(self, label: str) -> str:
        """Return the permalink that documents of a collection have where they say nothing themselves."""
        if label == POSTS:
            return permalink.STYLES.get(self.posts, self.posts)
        own = self.collections.permalink(label)
        return permalink.with_ending("/:collection/:path", self.pages) if own is None else own


def speaks_of_a_document(pattern: str) -> bool:
    """Tell whether a permalink holds placeholders that a page has not, so that it must be meant as a post's."""
    names = set(permalink.PLACEHOLDER.findall(pattern)) - {"path", "basename", "output_ext"}
    return any(permalink.is_known(name) for name in names)


def subject(post: Post, home: Home, ext: str) -> permalink.Subject:
    """Return what the permalink of a document speaks of."""
    return permalink.Subject(
        date=post.metadata.get("date"),
        slug=post.metadata["slug"],
        categories=post.metadata.get("categories", ()),
        basename=PurePosixPath(home.path).stem,
        path=home.inside,
        collection=home.label or POSTS,
        output_ext=ext,
    )
