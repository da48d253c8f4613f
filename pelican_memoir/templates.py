"""A text of a blog as HTML: its Liquid rendered, then its Markdown read, or made by the blog's layout."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from pelican_memoir.errors import Problem
from pelican_memoir.jekyll import endings, liquid
from pelican_memoir.jekyll.collections import POSTS
from pelican_memoir.jekyll.liquid import layouts
from pelican_memoir.jekyll.liquid.blog import Blog
from pelican_memoir.jekyll.liquid.library import Library
from pelican_memoir.jekyll.liquid.rendered import Rendered
from pelican_memoir.jekyll.liquid.scope import Converters
from pelican_memoir.jekyll.post import Post
from pelican_memoir.kramdown.highlight import colour
from pelican_memoir.rendering import Renderer
from pelican_memoir.settings import Settings

MARKDOWN = re.compile(r"([\\`*_\[\]{}#|~^$!+])")

Html = tuple[str, tuple[Problem, ...]]


@dataclass
class Templates:
    """Makes HTML of a site's texts. `blog_of` names the blog that a file belongs to; it is read when Liquid asks."""

    options: Settings
    renderer: Renderer
    blog_of: Callable[[str], Blog] = field(default=lambda _path: Blog(Path(), Path()))
    libraries: dict[Path, Library] = field(default_factory=dict)
    uses_blog: bool = False
    """Whether anything of the blog was asked for: then what was made depends on more than a post."""

    def html(self, post: Post, path: str, file: str) -> Html:
        """Return the text of the post or page at `path` as HTML, and what is wrong with it, by the name `file`."""
        made = self.layout(post, path)
        if made is not None:
            return made.text, made.problems
        return self.convert(post.source.body, post, path, file=file, line=post.source.body_line)

    def convert(self, text: str, post: Post, path: str, *, file: str, line: int = 1) -> Html:
        """Return a part of a post, which begins at `line` of `file`, as HTML, and what is wrong with it."""
        made = self.render(text, post, path, file=file, line=line)
        if not endings.is_markdown(path):
            return made.text, made.problems
        html, problems = self.renderer.render(
            made.text, file=file, line=line, front_matter=post.source.mapping
        )
        return html, (*made.problems, *(made.placed(problem, line) for problem in problems))

    def render(self, text: str, post: Post, path: str, *, file: str, line: int = 1) -> Rendered:
        """Return a part of a post with its templates rendered, unless they are switched off."""
        off = post.source.mapping.get("render_with_liquid") is False
        if off or not self.options.liquid or not liquid.holds_liquid(text):
            return Rendered(text)
        library = self.library_of(path)
        made = liquid.render(text, library.scope(post, path), file=file, line=line)
        return Rendered(library.blog.tidy(made.text), made.problems, made.pieces)

    def layout(self, post: Post, path: str) -> Rendered | None:
        """Return what the blog's own layout makes of a page without text; None where it has text, or none makes it."""
        name = post.source.mapping.get("layout")
        is_post = self.options.known_collections.home(path).label == POSTS
        if is_post or not name or not self.options.liquid or post.source.body.strip():
            return None
        library = self.library_of(path)
        found = layouts.find(library.blog.layouts, name)
        return None if found is None else layouts.rendered(found, "", library.scope(post, path))

    def library_of(self, path: str) -> Library:
        """Return the blog that the file at `path` belongs to."""
        self.uses_blog = True
        blog = self.blog_of(path)
        if blog.root not in self.libraries:
            blog.converters = Converters(self.to_html, self.to_smart_quotes, colour)
            self.libraries[blog.root] = Library(blog)
        return self.libraries[blog.root]

    def to_html(self, text: str) -> str:
        """Return Markdown as HTML, with the line end that kramdown writes."""
        html = self.renderer.render(text, file="")[0]
        return html if not html or html.endswith("\n") else html + "\n"

    def to_smart_quotes(self, text: str) -> str:
        """Return a text with typographic quotes and dashes, and no Markdown read."""
        return self.to_html(MARKDOWN.sub(r"\\\1", text)).strip().removeprefix("<p>").removesuffix("</p>")
