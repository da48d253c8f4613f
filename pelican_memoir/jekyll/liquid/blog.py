"""The blog as templates see it: `site`, `page`, and the addresses of its files."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from functools import cached_property
from pathlib import Path
from typing import Any

from pelican_memoir.jekyll import post_path, site_config
from pelican_memoir.jekyll.liquid.page import PageVariables
from pelican_memoir.jekyll.liquid.scope import Converters, Scope
from pelican_memoir.jekyll.liquid.site import SiteVariables
from pelican_memoir.jekyll.post import Post

POST_NAME = re.compile(r"(?P<folders>(?:.+/)*)(?P<date>\d+-\d+-\d+)-(?P<slug>.*)", re.ASCII)
MARKDOWN = (".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".mdown")


@dataclass
class Blog:
    """A blog whose `_config.yml`, `_includes` and `_data` lie in `root`, its posts below `content`.

    `files` lists the posts' paths below `content`, `read` reads one of them. `address` says where a post or a page is
    shown, without the path that the blog lies under; `reference` the same for links, or Pelican's `{filename}`.
    `url` and `baseurl` go before the configuration's.
    """

    root: Path
    content: Path
    config: Mapping[str, Any] = field(default_factory=dict)
    url: str | None = None
    baseurl: str | None = None
    zone: tzinfo = UTC
    files: Callable[[], Iterable[str]] = tuple
    read: Callable[[str], Post | None] = lambda _path: None
    address: Callable[[str, Post], str] = lambda _path, _post: ""
    reference: Callable[[str, Post], str] | None = None
    converters: Converters = field(default_factory=Converters)
    in_excerpt: bool = False

    @cached_property
    def base(self) -> Path:
        """The folder that paths in templates begin at: where `_posts` lies, else the content's."""
        return self.root if (self.root / "_posts").is_dir() else self.content

    @cached_property
    def site(self) -> SiteVariables:
        """The variables of the blog."""
        return SiteVariables(self)

    @cached_property
    def paths(self) -> list[str]:
        """The paths of all posts below `content`."""
        return sorted(self.files())

    @cached_property
    def posts(self) -> list[PageVariables]:
        """All posts that are shown, newest first."""
        found = []
        for path in self.paths:
            post = self.read(path)
            if post is not None and "date" in post.metadata and post.metadata.get("status") != "draft":
                found.append(PageVariables(self, post, path))
        found.sort(key=lambda page: (page["date"], page["path"]), reverse=True)
        return found

    def scope(self, post: Post, path: str) -> Scope:
        """Return what the templates of the post at `path` may see."""
        folder = str(self.config.get("includes_dir") or "_includes")
        candidates = (self.root / folder, self.content / folder)
        return Scope(
            site=self.site,
            page=PageVariables(self, post, path),
            includes=tuple(dict.fromkeys(found for found in candidates if self.is_inside(found))),
            folder=(self.content / path).parent,
            link=self.link,
            post_url=self.post_url,
            converters=self.converters,
            zone=self.zone,
        )

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
        """Return the address of the file at a path of the blog, None where there is none."""
        for top in dict.fromkeys((self.base, self.root, self.content)):
            path = top / wanted.lstrip("/")
            if path.is_file() and self.is_inside(path):
                return self.link_to(path, wanted)
        return None

    def link_to(self, path: Path, wanted: str) -> str:
        """Return the address of a file: a post's or a page's own, or the path of any other."""
        if path.suffix in MARKDOWN and path.is_relative_to(self.content):
            inside = path.relative_to(self.content).as_posix()
            post = self.read(inside)
            if post is not None:
                return self.based((self.reference or self.address)(inside, post))
        return self.based("/" + wanted.lstrip("/"))

    def post_url(self, name: str) -> str | None:
        """Return the address of the post that a `post_url` names: its file without the ending, folders before it."""
        match = POST_NAME.fullmatch(name.removeprefix("/"))
        if match is None:
            return None
        folders, stem = re.escape(match["folders"]), re.escape(f"{match['date']}-{match['slug']}")
        exact = re.compile(rf"_posts/{folders}{stem}\.[^.]+|{folders}_posts/?{stem}\.[^.]+")
        wanted = post_path.read(f"{match['date']}-{match['slug']}.md")
        near = None
        for path in self.paths:
            shown = self.shown_path(path)
            facts = post_path.read(shown)
            if exact.match(shown):
                near = path
                break
            if near is None and (facts.date, facts.slug) == (wanted.date, wanted.slug):
                near = path
        post = None if near is None else self.read(near)
        return (
            None if near is None or post is None else self.based((self.reference or self.address)(near, post))
        )

    def based(self, address: str) -> str:
        """Return an address below the path that the blog lies under."""
        from pelican_memoir.jekyll.liquid.filters.urls import based

        return based(str(self.site["baseurl"] or "").removesuffix("/"), address)

    def tidy(self, text: str) -> str:
        """Return a text in which nothing stands before an address that Pelican writes later, as a whole."""
        if "{filename}" not in text:
            return text
        url, base = str(self.site["url"] or ""), str(self.site["baseurl"] or "")
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
