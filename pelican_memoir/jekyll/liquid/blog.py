"""A blog with its templates: where its files are, and the addresses that they have."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from functools import cached_property
from pathlib import Path
from typing import Any

from pelican_memoir.jekyll import post_path, site_config
from pelican_memoir.jekyll.collections import POSTS, Collections
from pelican_memoir.jekyll.liquid.addresses import based
from pelican_memoir.jekyll.liquid.scope import Converters
from pelican_memoir.jekyll.post import Post
from pelican_memoir.jekyll.site_config import Scope
from pelican_memoir.jekyll.source_tree import has_front_matter

POST_NAME = re.compile(r"(?P<folders>(?:.+/)*)(?P<date>\d+-\d+-\d+)-(?P<slug>.*)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Contents:
    """The paths of a blog's files below its content: documents by their collection, posts among them."""

    documents: Mapping[str, Sequence[str]] = field(default_factory=dict)
    pages: Sequence[str] = ()
    static: Sequence[str] = ()


@dataclass
class Blog:
    """A blog whose `_config.yml`, `_includes` and `_data` lie in `root`, its posts below `content`.

    `listed` says which files there are, `read` reads one of them by its path below `content`. `address` says where a
    post or a page is shown, without the path that the blog lies under; `reference` the same for links, or Pelican's
    `{filename}`. `html` gives the HTML of a text that has been made already, `opened` is told of each file that
    `include_relative` reads. `url` and `baseurl` go before the configuration's.
    """

    root: Path
    content: Path
    config: Mapping[str, Any] = field(default_factory=dict)
    scopes: tuple[Scope, ...] = ()
    known: Collections = field(default_factory=Collections)
    url: str | None = None
    baseurl: str | None = None
    zone: tzinfo = UTC
    listed: Callable[[], Contents] = Contents
    read: Callable[[str], Post | None] = lambda _path: None
    address: Callable[[str, Post], str] = lambda _path, _post: ""
    reference: Callable[[str, Post], str] | None = None
    html: Callable[[str], str | None] = lambda _path: None
    opened: Callable[[Path], None] = lambda _path: None
    converters: Converters = field(default_factory=Converters)

    @cached_property
    def base(self) -> Path:
        """The folder that paths in templates begin at: where `_posts` lies, else the content's."""
        return self.root if (self.root / "_posts").is_dir() else self.content

    @cached_property
    def contents(self) -> Contents:
        """All files, looked for once."""
        return self.listed()

    @cached_property
    def includes(self) -> tuple[Path, ...]:
        """The folders that `include` reads from."""
        return self.folders(str(self.config.get("includes_dir") or "_includes"))

    @cached_property
    def layouts(self) -> tuple[Path, ...]:
        """The folders that layouts lie in."""
        return self.folders(str(self.config.get("layouts_dir") or "_layouts"))

    @cached_property
    def data(self) -> Path:
        """The folder of `site.data`."""
        name = str(self.config.get("data_dir") or "_data")
        return next(iter(self.folders(name)), self.root / name)

    def folders(self, name: str) -> tuple[Path, ...]:
        """Return the folders of that name that the blog has."""
        candidates = dict.fromkeys((self.root / name, self.content / name))
        return tuple(found for found in candidates if self.is_inside(found))

    def shown(self, path: str) -> Post | None:
        """Return the document at `path` where it is one that readers may see."""
        post = self.read(path)
        is_post = self.known.home(path).label == POSTS
        if post is None or (is_post and "date" not in post.metadata):
            return None
        return None if post.metadata.get("status") in ("draft", "skip") else post

    def is_inside(self, path: Path) -> bool:
        """Tell whether a path exists and lies inside the blog, links followed."""
        real = path.resolve()
        tops = (self.root.resolve(), self.content.resolve())
        return path.exists() and any(real.is_relative_to(top) for top in tops)

    def shown_path(self, path: str) -> str:
        """Return the path that templates know a file of the content by."""
        full = self.content / path
        return full.relative_to(self.base).as_posix() if full.is_relative_to(self.base) else path

    def link(self, wanted: str) -> str | None:
        """Return the address of the file at a path of the blog, None where there is none that readers may see."""
        for top in dict.fromkeys((self.base, self.root, self.content, self.content / self.known.folder)):
            path = top / wanted.lstrip("/")
            if path.is_file() and self.is_inside(path):
                return self.link_to(path, wanted)
        return None

    def link_to(self, path: Path, wanted: str) -> str | None:
        """Return the address of a file: a post's or a page's own, None for one not shown; or the path of any other."""
        inside = path.relative_to(self.content).as_posix() if path.is_relative_to(self.content) else ""
        post = (
            self.read(inside)
            if inside and (has_front_matter(path) or self.known.home(inside).label == POSTS)
            else None
        )
        if post is None:
            return self.based("/" + wanted.lstrip("/"))
        return self.seen_at(inside)

    def seen_at(self, path: str) -> str | None:
        """Return the address of the text at `path`, None for one that is held back, a draft, or not written."""
        post = self.shown(path)
        if post is None or not self.known.is_written(self.known.home(path).label):
            return None
        return self.based((self.reference or self.address)(path, post))

    def post_url(self, name: str) -> str | None:
        """Return the address of the post that a `post_url` names: its file without the ending, folders before it.

        As in Jekyll that is no post that readers do not see.
        """
        match = POST_NAME.fullmatch(name.removeprefix("/"))
        if match is None:
            return None
        folders, stem = re.escape(match["folders"]), re.escape(f"{match['date']}-{match['slug']}")
        exact = re.compile(rf"_posts/{folders}{stem}\.[^.]+|{folders}_posts/?{stem}\.[^.]+")
        wanted = post_path.read(f"{match['date']}-{match['slug']}.md")
        near = None
        for path in sorted(self.contents.documents.get(POSTS, ())):
            shown = self.shown_path(self.known.home(path).path)
            facts = post_path.read(shown)
            if exact.match(shown) and (address := self.seen_at(path)) is not None:
                return address
            if near is None and (facts.date, facts.slug) == (wanted.date, wanted.slug):
                near = self.seen_at(path)
        return near

    def based(self, address: str) -> str:
        """Return an address below the path that the blog lies under."""
        return based(str(self.mounted or "").removesuffix("/"), address)

    @property
    def mounted(self) -> Any:
        """The path that the blog lies under; at the root it is written as the configuration writes that."""
        said = self.config.get("baseurl", "")
        return said if self.baseurl is None or (not self.baseurl and said == "/") else self.baseurl

    @property
    def host(self) -> Any:
        """The address of the blog's host."""
        return self.config.get("url") if self.url is None else self.url

    def tidy(self, text: str) -> str:
        """Return a text in which nothing stands before an address that Pelican writes later, as a whole."""
        if "{filename}" not in text:
            return text
        url, base = str(self.host or ""), str(self.mounted or "")
        for before in (url + base, base, url):
            text = text.replace(before + "{filename}", "{filename}")
        return text


def find_root(content: Path, path: str) -> Path:
    """Return the folder of the blog that the post at `path` below `content` belongs to.

    It is the nearest one above the post that has a `_config.yml`, up to the folder that `content` lies in; else the
    nearest one that has `_includes`; else `content`.
    """
    content = content.absolute()
    folder = (content / path).parent
    candidates = [folder, *folder.parents]
    above = [*candidates[: candidates.index(content) + 1], content.parent]
    for names in (site_config.NAMES, ("_includes",)):
        for candidate in above:
            if any((candidate / name).exists() for name in names):
                return candidate
    return content
