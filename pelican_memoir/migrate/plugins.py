"""What Jekyll's plugins wrote beside posts and pages, and what writes it now: feeds and archives."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Any

from pelican_memoir.jekyll.site_config import SiteConfig
from pelican_memoir.jekyll.source_tree import SourceTree
from pelican_memoir.migrate.conf import Settings
from pelican_memoir.migrate.names import slug_of
from pelican_memoir.migrate.texts import Text

RSS, ATOM = re.compile(r"<rss\b"), re.compile(r"<feed\b")
KINDS = {
    "tag": "TAG",
    "category": "CATEGORY",
    "year": "YEAR_ARCHIVE",
    "month": "MONTH_ARCHIVE",
    "day": "DAY_ARCHIVE",
}
PLURALS = {"tag": "tags", "category": "categories"}
DATES = {":year": "{date:%Y}", ":month": "{date:%m}", ":day": "{date:%d}"}
SLUGS = [(r"[\W_]+", "-"), (r"\A-|-\Z", "")]


DONE = frozenset(
    (
        *("jekyll-feed", "jekyll-sitemap", "jekyll-paginate", "jekyll-paginate-v2", "jekyll-archives"),
        *("jekyll-redirect-from", "jekyll-seo-tag", "jekyll-gist", "jekyll-include-cache"),
        *("jekyll-watch", "jekyll-livereload", "jekyll-admin", "jekyll-compose", "jekyll-data", "webrick"),
        *("jekyll-remote-theme", "jekyll-default-layout", "jekyll-sass-converter", "jekyll-coffeescript"),
        *("jekyll-minifier", "kramdown", "kramdown-parser-gfm", "rouge", "minima"),
    )
)
"""Plugins whose work is done here, or is that of the old theme and of Jekyll's own commands."""
LEFT = {
    "jemoji": "`:smile:` stays text; write the emoji itself",
    "jekyll-mentions": "`@name` stays text; write a link",
    "jekyll-relative-links": "links to source files are not followed; write `{% link %}` or the address",
    "jekyll-optional-front-matter": "Markdown without front matter is no page; begin it with two lines of `---`",
    "jekyll-readme-index": "a README is no index; give it front matter with `permalink`",
    "jekyll-titles-from-headings": "titles are those of the front matter and of the files' names; write `title`",
    "jekyll-last-modified-at": "posts have the `last_modified_at` of their front matter",
    "jekyll-toc": "the theme has a table of contents of its own: `toc: true`",
    "jekyll-polyglot": "a text is shown at its own address alone; give each language's its `permalink`",
}
"""What becomes of the work of other plugins, and what to do."""


def left_undone(config: SiteConfig) -> dict[str, str]:
    """Return the plugins of the blog whose work nothing does, by their place in the configuration, with what to do."""
    themes = ("jekyll-theme-", "jekyll-rtd-theme", "minimal-mistakes", "beautiful-jekyll")
    return {
        f"plugins.{name}": LEFT.get(name, "what it makes of a blog is not made here")
        for name in sorted(named(config) - DONE)
        if not name.startswith(themes) and not name.endswith("-theme")
    }


def own_code(tree: SourceTree) -> list[tuple[str, str]]:
    """Return the plugins that the blog has written itself, with the reason why they are not moved."""
    found = tree.config.mapping.get("plugins_dir") or "_plugins"
    folders = [tree.home / str(name) for name in (found if isinstance(found, list) else [found])]
    home = tree.home.resolve()
    code = {
        path for folder in folders if folder.resolve().is_relative_to(home) for path in folder.glob("**/*.rb")
    }
    return [
        (os.path.relpath(path, tree.home), "a plugin of the blog's own, which only Jekyll can run")
        for path in sorted(code)
    ]


def named(config: SiteConfig) -> set[str]:
    """Return the names of the plugins that the blog uses."""
    found = [config.mapping.get(key) for key in ("plugins", "gems")]
    lists = [[names] if isinstance(names, str) else names for names in found]  # as Jekyll takes a single one
    return {str(name) for names in lists if isinstance(names, list) for name in names}


def feeds(settings: Settings, config: SiteConfig, templates: list[Text]) -> None:
    """Set the feed where the old one was: the blog's own template writes it, or Pelican in place of jekyll-feed."""
    for text in templates:
        if text.save_as.endswith(".xml") and RSS.search(text.body):
            settings.setdefault("FEED_ALL_RSS", text.save_as)
        elif text.save_as.endswith(".xml") and ATOM.search(text.body):
            settings.setdefault("FEED_ALL_ATOM", text.save_as)
    if "FEED_ALL_RSS" in settings or "FEED_ALL_ATOM" in settings:
        return
    if "jekyll-feed" in named(config):
        jekyll_feed(settings, config.mapping.get("feed"))
    elif "rss-description" in config.mapping:
        settings["FEED_ALL_RSS"] = "feed.xml"


def jekyll_feed(settings: Settings, options: object) -> None:
    """Set what the options of jekyll-feed say."""
    found = feed_options(options)
    settings["FEED_ALL_ATOM"] = str(found.get("path") or "feed.xml").lstrip("/")
    settings["MEMOIR_FEED_JEKYLL_IDS"] = True
    limit = found.get("posts_limit", 10)
    if isinstance(limit, int) and limit > 0:
        settings["FEED_MAX_ITEMS"] = limit
    if found.get("categories"):
        settings["CATEGORY_FEED_ATOM"] = "feed/{slug}.xml"
    tags = found.get("tags")
    if tags:
        path = tags.get("path") if isinstance(tags, Mapping) else None
        settings["TAG_FEED_ATOM"] = str(path or "feed/by_tag/").lstrip("/") + "{slug}.xml"


def feed_options(options: object) -> Mapping[str, Any]:
    """Return the options of jekyll-feed, with those that posts have as a collection."""
    found: Mapping[str, Any] = options if isinstance(options, Mapping) else {}
    own = found.get("collections")
    posts = own.get("posts") if isinstance(own, Mapping) else None
    return {**posts, **found} if isinstance(posts, Mapping) else found


def feeds_left(settings: Settings, config: SiteConfig, names: Mapping[str, set[str]]) -> dict[str, str]:
    """Return the options of jekyll-feed of which nothing, or not the same, became, with the reason.

    `names` are the names of tags (`TAG`) and categories (`CATEGORY`) of the blog's posts.
    """
    if "MEMOIR_FEED_JEKYLL_IDS" not in settings:
        return {}
    found, left = feed_options(config.mapping.get("feed")), {}
    if found.get("excerpt_only"):
        left["feed.excerpt_only"] = "feeds hold whole posts"
    others = found.get("collections")
    if isinstance(others, (Mapping, list)) and set(others) - {"posts"}:
        left["feed.collections"] = "feeds are of posts alone"
    listed = found.get("categories")
    categories = {str(name) for name in listed} if isinstance(listed, list) else set()
    tags = {name for name in names["TAG"] if re.fullmatch(r"\w+", name, re.ASCII)}  # others had no feed
    for kind, key, had in (("CATEGORY", "categories", categories), ("TAG", "tags", tags)):
        pattern = settings.get(f"{kind}_FEED_ATOM")
        slugs = {name: slug_of(settings, kind, name) for name in sorted(had & names[kind])}
        moved = [
            f"{name} at /{pattern.format(slug=slug)}"
            for name, slug in slugs.items()
            if pattern and slug != name
        ]
        if moved:
            left[f"feed.{key}"] = f"feeds have another address: {', '.join(moved)}"
    return left


def archives(settings: Settings, config: SiteConfig) -> None:
    """Set the pages of single tags, categories and years where jekyll-archives has them."""
    options = config.mapping.get("jekyll-archives")
    if "jekyll-archives" not in named(config) or not isinstance(options, Mapping):
        return
    enabled, own = options.get("enabled"), options.get("permalinks")
    patterns = own if isinstance(own, Mapping) else {}
    for kind, name in KINDS.items():
        wanted = enabled in ("all", True) or (
            isinstance(enabled, list) and PLURALS.get(kind, kind) in enabled
        )
        if wanted:
            usual = (
                f"/{kind}/:name/"
                if kind in PLURALS
                else "/:year/:month/:day/"[: {"year": 7, "month": 14}.get(kind)]
            )
            archive(settings, name, str(patterns.get(kind) or usual))


def archive_files(settings: Settings) -> list[str]:
    """Return the patterns of the files that Pelican writes archives to, where jekyll-archives had them."""
    return [str(settings[f"{name}_SAVE_AS"]) for name in KINDS.values() if f"{name}_SAVE_AS" in settings]


def archive(settings: Settings, name: str, pattern: str) -> None:
    """Set where Pelican writes one kind of archive."""
    address = pattern.strip("/").replace(":name", "{slug}")
    for placeholder, text in DATES.items():
        address = address.replace(placeholder, text)
    folder = pattern.endswith("/")
    settings[f"{name}_URL"] = f"{address}/" if folder else address
    settings[f"{name}_SAVE_AS"] = f"{address}/index.html" if folder else address
    if "{slug}" in address:
        settings["SLUGIFY_USE_UNICODE"] = True
        settings[f"{name}_REGEX_SUBSTITUTIONS"] = SLUGS
