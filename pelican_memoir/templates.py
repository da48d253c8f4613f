"""The Liquid in a site's posts: the blog that Pelican's settings describe, lent to the templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from pelican_memoir.jekyll import liquid, post_path, site_config
from pelican_memoir.jekyll.liquid.blog import Blog, find_root
from pelican_memoir.jekyll.liquid.rendered import Rendered
from pelican_memoir.jekyll.liquid.scope import Converters
from pelican_memoir.jekyll.post import Post
from pelican_memoir.jekyll.values import Site
from pelican_memoir.kramdown.highlight import colour
from pelican_memoir.rendering import Renderer
from pelican_memoir.selection import article_files

MARKDOWN = re.compile(r"([\\`*_\[\]{}#|~^$!+])")


@dataclass
class Templates:
    """Renders the templates of a site's posts; blogs are looked for, and read, when a post holds any.

    `settings` are Pelican's, `read` reads another post by its path below the content, `address` says where a post is
    shown (from `/` on), `reference` how a link names it.
    """

    settings: Mapping[str, Any]
    site: Site
    renderer: Renderer
    read: Callable[[str], Post | None]
    address: Callable[[str, Post], str]
    reference: Callable[[str, Post], str]
    enabled: bool = True
    blogs: dict[Path, Blog] = field(default_factory=dict)

    def render(self, text: str, post: Post, path: str, *, file: str, line: int = 1) -> Rendered:
        """Return `text`, a part of the post at `path`, with its templates rendered, unless they are switched off."""
        off = post.source.mapping.get("render_with_liquid") is False
        if off or not self.enabled or not liquid.holds_liquid(text):
            return Rendered(text)
        blog = self.blog_of(path)
        made = liquid.render(text, blog.scope(post, path), file=file, line=line)
        return Rendered(blog.tidy(made.text), made.problems, made.pieces)

    def blog_of(self, path: str) -> Blog:
        """Return the blog that the post at `path` belongs to."""
        content = Path(self.settings["PATH"]).absolute()
        root = find_root(content, path)
        if root not in self.blogs:
            self.blogs[root] = self.blog(root, content)
        return self.blogs[root]

    def blog(self, root: Path, content: Path) -> Blog:
        """Return the blog whose configuration lies in `root`; `SITEURL` says where it is shown."""
        address = urlsplit(str(self.settings.get("SITEURL") or ""))
        return Blog(
            root=root,
            content=content,
            config=site_config.read(root)[0].mapping,
            url=f"{address.scheme}://{address.netloc}" if address.netloc else None,
            baseurl=address.path.rstrip("/"),
            zone=self.site.timezone,
            files=self.files,
            read=self.read,
            address=self.address,
            reference=self.reference,
            converters=Converters(self.to_html, self.to_smart_quotes, colour),
        )

    def files(self) -> Iterator[str]:
        """Yield the paths of the site's posts."""
        for path in article_files(self.settings):
            facts = post_path.read(path)
            if facts.in_posts or facts.date is not None:
                yield path

    def to_html(self, text: str) -> str:
        """Return Markdown as HTML, with the line end that kramdown writes."""
        html = self.renderer.render(text, file="")[0]
        return html if not html or html.endswith("\n") else html + "\n"

    def to_smart_quotes(self, text: str) -> str:
        """Return a text with typographic quotes and dashes, and no Markdown read."""
        return self.to_html(MARKDOWN.sub(r"\\\1", text)).strip().removeprefix("<p>").removesuffix("</p>")
