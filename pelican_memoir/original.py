"""A Jekyll blog as Jekyll shows it, without Pelican: each text read, at its address, and as HTML."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from pelican_memoir.errors import Problem
from pelican_memoir.jekyll import clock, front_matter, post, site_config, source_file, source_tree
from pelican_memoir.jekyll.collections import POSTS
from pelican_memoir.jekyll.liquid.blog import Blog, Contents
from pelican_memoir.jekyll.permalink import PermalinkError
from pelican_memoir.jekyll.post import Post
from pelican_memoir.jekyll.site_config import Scope
from pelican_memoir.jekyll.source_tree import SourceTree
from pelican_memoir.jekyll.values import Site
from pelican_memoir.parameters.front_matter import wrong_values
from pelican_memoir.rendering import Renderer
from pelican_memoir.settings import Settings
from pelican_memoir.templates import Html, Templates

Read = tuple[Post | None, tuple[Problem, ...]]


@dataclass
class Original:
    """The blog of a source tree; `options` are what its configuration means to the plugin, `site` has its zone.

    `mounted` is the path that it lies under, None where its configuration says that. Paths are those of the source
    tree. Nothing is written.
    """

    tree: SourceTree
    options: Settings
    site: Site
    mounted: str | None = None
    known: dict[str, Read] = field(default_factory=dict)
    made: dict[str, str] = field(default_factory=dict)
    included: set[str] = field(default_factory=set)
    """The files that `include_relative` has read so far."""

    def load(self, path: str, file: str | None = None) -> Read:
        """Return the post or page at `path`, None where there is no text, and what is wrong with it.

        `file` is what problems call it, the path where it is not given.
        """
        if path not in self.known:
            self.known[path] = self.parse(path, file or path)
        return self.known[path]

    def parse(self, path: str, file: str) -> Read:
        """Read the file at `path`."""
        text, problems = source_file.load(self.tree.folder / path, file)
        if text is None:
            return None, problems
        home = self.tree.collections.home(path)
        defaults = site_config.defaults_of(self.scopes, path, self.tree.collections)
        source = front_matter.with_defaults(front_matter.split(text, file), defaults)
        found = post.parse(source, file, home.path, self.site, self.options.excerpt_separator)
        if home.label == POSTS and self.tree.config.mapping.get("future") is not True:
            found.hold_back(clock.on_the_wall(self.site.timezone))
        return found, (*problems, *found.problems, *wrong_values(source, file))

    @cached_property
    def scopes(self) -> tuple[Scope, ...]:
        """The defaults of front matter."""
        return site_config.scopes_of(list(self.options.defaults), "settings")[0]

    def address(self, found: Post, path: str) -> tuple[str, str]:
        """Return the URL (from its leading `/`) and the file of what is at `path`; ("", "") where it has none.

        Raises `PermalinkError`.
        """
        address = self.options.permalinks.address(found, path)
        return ("", "") if address is None else ("/" + address[0], address[1])

    def html(self, found: Post, path: str, file: str | None = None) -> Html:
        """Return the text at `path` as HTML, and what is wrong with it; `file` as in `load`."""
        html, problems = self.templates.html(found, path, file or path)
        self.made[path] = html
        return html, problems

    @cached_property
    def templates(self) -> Templates:
        """What renders Liquid and Markdown."""
        return Templates(self.options, Renderer(self.options), lambda _path: self.blog)

    @cached_property
    def blog(self) -> Blog:
        """The blog as its templates know it."""
        return Blog(
            root=self.tree.home,
            content=self.tree.folder,
            config=self.tree.config.mapping,
            scopes=self.scopes,
            known=self.tree.collections,
            baseurl=self.mounted,
            zone=self.site.timezone,
            listed=self.contents,
            read=lambda path: self.load(path)[0],
            address=self.shown_at,
            html=self.made.get,
            opened=lambda path: self.included.add(path.relative_to(self.tree.folder).as_posix()),
        )

    def shown_at(self, path: str, found: Post) -> str:
        """Return the URL of what is at `path`, "" where it has none."""
        try:
            return self.address(found, path)[0]
        except PermalinkError:
            return ""

    def contents(self) -> Contents:
        """Return the blog's files as templates know them; they are looked for now where the tree has none yet."""
        tree = self.tree if self.tree.files else source_tree.read(self.tree.home)
        documents: dict[str, list[str]] = {}
        for file in tree.of("post", "document", "unwritten"):
            documents.setdefault(self.tree.collections.home(file.path).label or "", []).append(file.path)
        pages = [file.path for file in tree.of("page", "template")]
        return Contents(documents, pages, [file.path for file in tree.of("static")])


def wrong_permalink(error: PermalinkError, found: Post, path: str) -> Problem:
    """Return the problem of a permalink that Jekyll would stop at."""
    return Problem(found.source.location(path, "permalink"), front_matter.CODE, f"permalink: {error}")
