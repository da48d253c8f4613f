"""The plan of a move: every file with its place in the new site, every post with its address, the settings.

Planning reads the blog and writes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pelican_memoir.errors import Location, Problem, in_order
from pelican_memoir.jekyll import excerpt, front_matter, permalink, post, site_config, source_file
from pelican_memoir.jekyll.fields import FIELDS
from pelican_memoir.jekyll.liquid import holds_liquid
from pelican_memoir.jekyll.values import Site
from pelican_memoir.kramdown.convert import convert
from pelican_memoir.migrate import language
from pelican_memoir.migrate.blog import Blog, SourceFile, written_collections
from pelican_memoir.migrate.conf import Translation, translate
from pelican_memoir.migrate.links import dead_links

CONTENT = "content"
READ_AS_PAGES = (".md", ".markdown", ".mkd", ".mdown", ".html", ".htm", ".rst")
KNOWN = frozenset(entry.key for entry in FIELDS) | frozenset(
    "layout memoir gh-repo gh-badge subtitle use_math mathjax math katex redirect_from redirect_to"
    " render_with_liquid".split()
)


@dataclass(frozen=True, slots=True)
class Address:
    """A post or page: its file, and the address that it had and keeps (None: it is not published)."""

    path: str
    url: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Text:
    """A post, draft or page, read: its body and the file's line where that begins, its address, date, language."""

    path: str
    body: str
    line: int
    url: str
    title: str
    date: datetime | None
    language: str | None
    slug: str
    mapping: Mapping[str, Any]
    html: str

    def line_of(self, written: str) -> int:
        """The line of the file where `written` stands first; the body's first line where it is not found."""
        return self.line + self.body.count("\n", 0, max(self.body.find(written), 0))


@dataclass(slots=True)
class Plan:
    """All that a move will do. `copies` are files of the blog, by their place below the new site."""

    blog: Blog
    translation: Translation
    copies: dict[str, str] = field(default_factory=dict)
    posts: list[Address] = field(default_factory=list)
    pages: list[Address] = field(default_factory=list)
    left_out: list[tuple[str, str]] = field(default_factory=list)
    unused_keys: dict[str, list[str]] = field(default_factory=dict)
    """Front-matter keys without effect, with the files that have them."""
    problems: list[Problem] = field(default_factory=list)
    texts: list[Text] = field(default_factory=list)


def make(blog: Blog, progress: Callable[[int, int], None] = lambda done, total: None) -> Plan:
    """Return the plan for a blog; `progress` is told how many of all files have been looked at."""
    plan = Plan(blog, translate(blog.config), left_out=list(blog.left_out), problems=list(blog.problems))
    site = Site(_zone(plan), _language(plan))
    total = len(blog.files)
    for number, file in enumerate(blog.files, 1):
        if file.kind == "layout":
            plan.left_out.append((file.path, _replacement(file.path)))
        else:
            plan.copies[f"{CONTENT}/{file.path}"] = file.path
            if file.kind != "static":
                _read(plan, file, site)
        progress(number, total)
    _paths(plan)
    _feed(plan)
    _liquid_sources(plan)
    plan.problems = in_order((*plan.problems, *dead_links(plan)))
    return plan


def _zone(plan: Plan) -> ZoneInfo:
    name = plan.translation.settings.setdefault("TIMEZONE", "UTC")
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        plan.translation.unused["timezone"] = f"no time zone is called {name!r}; UTC is used"
        plan.translation.settings["TIMEZONE"] = "UTC"
        return ZoneInfo("UTC")


def _language(plan: Plan) -> str:
    """The site's language: what the configuration says, else what most titles are written in."""
    said = plan.blog.config.text("lang", "language", "locale").replace("_", "-")
    found = said.split("-")[0].lower() or language.guess(plan.blog)
    plan.translation.settings["DEFAULT_LANG"] = found
    return found


def _read(plan: Plan, file: SourceFile, site: Site) -> None:
    """Read a post, draft or page into the plan, with what is wrong with it."""
    text, problems = source_file.load(plan.blog.folder / file.path, file.path)
    plan.problems.extend(problems)
    if text is None:
        return
    source = front_matter.split(text, file.path)
    defaults = site_config.defaults_of(plan.blog.config.scopes, file.path)
    for key in source.mapping:
        if str(key) not in KNOWN:
            plan.unused_keys.setdefault(str(key), []).append(file.path)
    settings = plan.translation.settings
    separator = settings.get("MEMOIR_EXCERPT_SEPARATOR", excerpt.DEFAULT_SEPARATOR)
    found = post.parse(front_matter.with_defaults(source, defaults), file.path, file.path, site, separator)
    plan.problems.extend(found.problems)
    url = None if file.kind == "draft" else _url(plan, file, found)
    published = file.kind != "draft" and found.metadata.get("status") not in ("draft", "skip")
    address = Address(file.path, url if published else None, str(found.metadata.get("title", "")))
    (plan.pages if file.kind == "page" else plan.posts).append(address)
    meta = found.metadata
    html, _ = convert(source.body)
    plan.texts.append(
        Text(
            file.path,
            source.body,
            source.body_line,
            url or "",
            address.title,
            meta.get("date"),
            meta.get("lang"),
            str(meta["slug"]),
            found.source.mapping,
            html,
        )
    )


def _url(plan: Plan, file: SourceFile, found: post.Post) -> str | None:
    settings = plan.translation.settings
    own = found.metadata.get("permalink")
    pattern = own or settings["MEMOIR_PERMALINK"]
    if file.kind == "page" and not own:
        if not file.path.startswith("_"):
            return permalink.of_page(settings["MEMOIR_PAGE_PERMALINK"], file.path)
        pattern = _of_collection(plan, file.path)
    try:
        url, save_as = post.address(found, pattern, file.path)
        if file.path.startswith("_") and file.kind == "page" and not own:
            settings.setdefault("EXTRA_PATH_METADATA", {})[file.path] = {"url": url, "save_as": save_as}
        return "/" + url
    except permalink.PermalinkError as error:
        plan.problems.append(Problem(Location(file.path), front_matter.CODE, f"permalink: {error}"))
        return None


def _of_collection(plan: Plan, path: str) -> str:
    """The permalink of a document of a collection, with all filled in that its path says.

    Source: Jekyll's page "Permalinks", its `Collection#url_template`.
    """
    folder, _, name = path.partition("/")
    stem = name.rpartition(".")[0] or name
    options = written_collections(plan.blog.config).get(folder[1:], {})
    own = options.get("permalink")
    if isinstance(own, str):
        pattern = own
    else:
        ending = permalink.of_page(plan.translation.settings["MEMOIR_PAGE_PERMALINK"], "x.md").removeprefix(
            "/x"
        )
        pattern = f"/:collection/:path{ending}"
    for placeholder, text in ((":collection", folder[1:]), (":path", stem), (":output_ext", ".html")):
        pattern = pattern.replace(placeholder, text)
    return pattern


def _replacement(path: str) -> str:
    """What takes the place of a page that Jekyll made of Liquid and layouts."""
    stem = path.rpartition("/")[2].rpartition(".")[0]
    made = {
        "index": "the site's own index",
        "tags": "the site's own page of tags",
        "categories": "the site's own page of categories",
        "archive": "the site's own archives",
        "archives": "the site's own archives",
        "feed": "the site's own feed",
        "sitemap": "a plugin such as pelican-sitemap",
        "404": "the theme's own page 404.html",
    }
    if path.endswith((".css", ".scss", ".sass", ".js", ".coffee")):
        return "a style sheet or script of the old theme"
    return f"made of Liquid and layouts; {made.get(stem, 'nothing takes its place')}"


def _paths(plan: Plan) -> None:
    """The settings that say where posts, pages and static files are."""
    settings = plan.translation.settings
    folders = {_below(file.path, ("_posts", "_drafts")) for file in plan.blog.of("post", "draft")}
    static = {file.path.split("/", 1)[0] for file in plan.blog.of("static")}
    settings["ARTICLE_PATHS"] = sorted(folders)
    pages = [file.path for file in plan.blog.of("page")]
    excluded = {folder for folder in static if not any(page.startswith(folder + "/") for page in pages)}
    mistaken = [file.path for file in plan.blog.of("static") if file.path.endswith(READ_AS_PAGES)]
    if any(path.split("/", 1)[0] not in excluded or "/" not in path for path in mistaken):
        settings["PAGE_PATHS"] = pages  # one by one: Pelican would read static files beside them as pages
    else:
        settings["PAGE_PATHS"] = [""]
        settings["PAGE_EXCLUDES"] = sorted(excluded - {file.path for file in plan.blog.of("static")})
    settings["STATIC_PATHS"] = sorted(static)


def _below(path: str, names: tuple[str, ...]) -> str:
    parts = path.split("/")
    return "/".join(parts[: next(i for i, part in enumerate(parts) if part in names) + 1])


def _feed(plan: Plan) -> None:
    """A feed where the old one was: Atom from jekyll-feed, RSS from a `feed.xml` or from Beautiful Jekyll."""
    mapping, settings = plan.blog.config.mapping, plan.translation.settings
    plugins = [str(name) for key in ("plugins", "gems") for name in _listed(mapping.get(key))]
    own = any(file.path == "feed.xml" for file in plan.blog.of("layout"))
    if "jekyll-feed" in plugins:
        feed = mapping.get("feed")
        settings["FEED_ALL_ATOM"] = (
            str((feed or {}).get("path") or "feed.xml").lstrip("/")
            if isinstance(feed, dict | None)
            else "feed.xml"
        )
    elif own or "rss-description" in mapping:
        settings["FEED_ALL_ATOM"], settings["FEED_ALL_RSS"] = None, "feed.xml"
    if "navbar-links" in mapping or any(file.path.startswith("tags.") for file in plan.blog.of("layout")):
        settings["TAGS_URL"], settings["TAGS_SAVE_AS"] = "tags/", "tags/index.html"


def _liquid_sources(plan: Plan) -> None:
    """Where posts hold Liquid, what it reads goes along: the configuration, includes and data, beside the content."""
    if not any(holds_liquid(text.body) for text in plan.texts):
        return
    config = plan.blog.config.mapping
    folders = (str(config.get("includes_dir") or "_includes"), str(config.get("data_dir") or "_data"))
    for name in (*site_config.NAMES, *folders):
        place = plan.blog.folder / name
        if not place.resolve().is_relative_to(plan.blog.folder.resolve()):
            continue
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and not path.is_symlink():
                relative = path.relative_to(plan.blog.folder).as_posix()
                plan.copies[relative] = relative


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
