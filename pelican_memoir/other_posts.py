"""The site's other posts, for the templates of one: what they hold, and where they are shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pelican_memoir.jekyll import front_matter, source_file
from pelican_memoir.jekyll.front_matter import FrontMatter
from pelican_memoir.jekyll.post import Post
from pelican_memoir.memory.plain import Names
from pelican_memoir.metadata import PelicanSettings, as_pelican
from pelican_memoir.selection import needs_no_front_matter

Parse = Callable[[FrontMatter, str, str], Post]
Permalink = Callable[[Post, str], dict[str, str]]


@dataclass
class OtherPosts:
    """Reads posts by their path below the content; each post's problems are told when it is read for itself.

    `parse` makes a post of its front matter, `permalink` returns its `url` where a permalink says it, and `held_back`
    makes a draft of one that is not shown yet.
    """

    settings: PelicanSettings
    parse: Parse
    permalink: Permalink
    held_back: Callable[[Post], Post] = lambda post: post
    cache: dict[str, Post | None] = field(default_factory=dict)

    def read(self, path: str) -> Post | None:
        """Return the post at `path`, None where there is none."""
        if path not in self.cache:
            self.cache[path] = self.load(path)
        return self.cache[path]

    def load(self, path: str) -> Post | None:
        """Read the file at `path`."""
        text, _ = source_file.load(Path(self.settings["PATH"], path), path)
        if text is None:
            return None
        source = front_matter.split(text, path)
        is_post = source.found or needs_no_front_matter(path, text)
        return self.held_back(self.parse(source, path, path)) if is_post else None

    def reference(self, path: str, post: Post) -> str:
        """Return what a link to a post is written as: its permalink, else what Pelican resolves to its address."""
        url = self.permalink(post, path).get("url")
        return f"{{filename}}/{path}" if url is None else "/" + url

    def address(self, path: str, post: Post) -> str:
        """Return the address of a post: its permalink, else what Pelican's settings make of its metadata."""
        url = self.permalink(post, path).get("url")
        return "/" + (self.by_settings(path, post) if url is None else url)

    def by_settings(self, path: str, post: Post) -> str:
        """Return the address that Pelican's settings give; '' where they need what the post does not say."""
        metadata: dict[str, Any] = as_pelican(post, path, self.settings, Names(self.settings))
        if "url" in metadata:
            return str(metadata["url"])
        kind = "DRAFT" if metadata.get("status") == "draft" else "ARTICLE"
        names = {"lang": self.settings["DEFAULT_LANG"], "category": self.settings["DEFAULT_CATEGORY"]}
        lang = metadata.get("lang")
        infix = "LANG_" if lang and lang != self.settings["DEFAULT_LANG"] else ""
        try:
            return str(self.settings[f"{kind}_{infix}URL"]).format(**{**names, **metadata, "path": path})
        except (KeyError, IndexError, AttributeError, ValueError, TypeError):
            return ""
