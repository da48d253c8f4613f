"""The blogs among a Pelican site's content, as Pelican's settings describe them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo
from functools import cached_property
from pathlib import Path
from typing import Any

from pelican_memoir.jekyll import post_path, site_config, web_address
from pelican_memoir.jekyll.collections import POSTS
from pelican_memoir.jekyll.liquid.blog import Blog, Contents, find_root
from pelican_memoir.jekyll.source_tree import has_front_matter
from pelican_memoir.other_posts import OtherPosts
from pelican_memoir.selection import article_files, files_below, files_of, page_files, template_files
from pelican_memoir.settings import Settings


@dataclass
class Blogs:
    """Finds the blog that a file belongs to; `settings` are Pelican's, `options` the plugin's.

    `html` tells what a text has become already in this build.
    """

    settings: Mapping[str, Any]
    options: Settings
    zone: tzinfo
    others: OtherPosts
    html: Callable[[str], str | None] = lambda _path: None
    found: dict[Path, Blog] = field(default_factory=dict)

    def of(self, path: str) -> Blog:
        """Return the blog that the file at `path`, below the content, belongs to."""
        content = Path(self.settings["PATH"]).absolute()
        root = find_root(content, path)
        if root not in self.found:
            self.found[root] = self.blog(root, content)
        return self.found[root]

    def blog(self, root: Path, content: Path) -> Blog:
        """Return the blog whose configuration lies in `root`; `SITEURL` says where it is shown."""
        address = web_address.split(str(self.settings.get("SITEURL") or ""))
        config = site_config.read(root)[0]
        return Blog(
            root=root,
            content=content,
            config=config.mapping,
            scopes=config.scopes,
            known=self.options.known_collections,
            url=f"{address.scheme}://{address.netloc}" if address.netloc else None,
            baseurl=address.path.rstrip("/"),
            zone=self.zone,
            listed=lambda: self.contents,
            read=self.others.read,
            address=self.others.address,
            reference=self.others.reference,
            html=lambda path: self.html(path),
        )

    @cached_property
    def contents(self) -> Contents:
        """The site's files: posts, documents of collections, pages and templates, and files without front matter."""
        root, known = Path(self.settings["PATH"]), self.options.known_collections
        documents = {POSTS: tuple(path for path in article_files(self.settings) if is_post(path))}
        for label in known.options:
            below = files_below(root, "/".join(filter(None, (known.folder, f"_{label}"))))
            documents[label] = tuple(path for path in below if has_front_matter(root / path))
        taken = {path for paths in documents.values() for path in paths}
        pages = {*page_files(self.settings), *template_files(self.settings, self.options.templates)} - taken
        static = set(files_of(self.settings, "STATIC")) - taken - pages
        return Contents(
            documents,
            pages=tuple(sorted(path for path in pages if has_front_matter(root / path))),
            static=tuple(sorted(path for path in static if not has_front_matter(root / path))),
        )


def is_post(path: str) -> bool:
    """Tell whether a file that may be an article is a post of the blog."""
    facts = post_path.read(path)
    return (facts.in_posts or facts.date is not None) and not facts.draft
