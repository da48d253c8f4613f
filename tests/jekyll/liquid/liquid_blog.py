"""The small blog that the templates are rendered in."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from pelican_memoir.jekyll import front_matter, post, site_config
from pelican_memoir.jekyll.addresses import Permalinks
from pelican_memoir.jekyll.liquid.blog import Blog, Contents
from pelican_memoir.jekyll.liquid.library import Library
from pelican_memoir.jekyll.liquid.scope import Converters
from pelican_memoir.jekyll.post import Post
from pelican_memoir.jekyll.values import Site
from pelican_memoir.kramdown.highlight import colour
from pelican_memoir.rendering import Renderer
from pelican_memoir.settings import Settings
from pelican_memoir.templates import Templates

FOLDER = Path(__file__).parent / "blog"
POST = "_posts/2022-12-31-year.md"
ZONE = ZoneInfo("Asia/Seoul")


def converters() -> Converters:
    """The converters that a site's templates have."""
    lent = Templates(Settings(), Renderer(Settings()))
    return Converters(lent.to_html, lent.to_smart_quotes, colour)


def read(path: str, folder: Path = FOLDER) -> Post:
    """Read a post."""
    source = front_matter.split((folder / path).read_text(encoding="utf-8"), path)
    return post.parse(source, path, path, Site(ZONE), "\n\n")


def address(path: str, found: Post) -> str:
    """A post's address by the blog's permalink."""
    url = Permalinks(posts="/:year/:month/:title/", pages="/:year/:month/:title/").address(found, path)
    assert url is not None
    return "/" + url[0]


CONVERTERS = converters()


def blog(folder: Path = FOLDER, **changes: object) -> Library:
    """The blog as templates see it, with some of its values changed."""
    config, problems = site_config.read(folder)
    assert not problems
    values = {
        "root": folder,
        "content": folder,
        "config": config.mapping,
        "zone": ZONE,
        "listed": lambda: Contents(
            {"posts": [f"_posts/{path.name}" for path in (folder / "_posts").glob("*.md")]}
        ),
        "read": lambda path: read(path, folder),
        "address": address,
        "converters": CONVERTERS,
        **changes,
    }
    return Library(Blog(**values))  # type: ignore[arg-type]
