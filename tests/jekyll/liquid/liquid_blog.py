"""The small blog that the templates are rendered in."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

from pelican_memoir.jekyll import front_matter, post, site_config
from pelican_memoir.jekyll.liquid.blog import Blog
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
    renderer = Renderer(Settings())
    lent = Templates({}, Site(ZONE), renderer, lambda _: None, lambda *_: "", lambda *_: "")
    return Converters(lent.to_html, lent.to_smart_quotes, colour)


def read(path: str, folder: Path = FOLDER) -> Post:
    """Read a post."""
    source = front_matter.split((folder / path).read_text(encoding="utf-8"), path)
    return post.parse(source, path, path, Site(ZONE), "\n\n")


def address(path: str, found: Post) -> str:
    """A post's address by the blog's permalink."""
    pattern = str(found.metadata.get("permalink") or "/:year/:month/:title/")
    return "/" + post.address(found, pattern, path)[0]


CONVERTERS = converters()


def blog(folder: Path = FOLDER, **changes: object) -> Blog:
    """The blog, with some of its values changed."""
    config, problems = site_config.read(folder)
    assert not problems
    values = {
        "root": folder,
        "content": folder,
        "config": config.mapping,
        "zone": ZONE,
        "files": lambda: [f"_posts/{path.name}" for path in (folder / "_posts").glob("*.md")],
        "read": lambda path: read(path, folder),
        "address": address,
        "converters": CONVERTERS,
        **changes,
    }
    return Blog(**values)  # type: ignore[arg-type]
