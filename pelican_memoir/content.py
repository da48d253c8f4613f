"""Pelican's content and its memoirs: each piece of content is read once, after the cache."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any

from pelican.contents import Content
from pelican.generators import ArticlesGenerator, PagesGenerator, PelicanTemplateNotFound

from pelican_memoir.errors import Location, Problem
from pelican_memoir.jekyll import front_matter, source_file
from pelican_memoir.memoir import builder
from pelican_memoir.memoir.splice import splice
from pelican_memoir.reader import shown, tell
from pelican_memoir.repairing import repair_content
from pelican_memoir.site.relations import relations
from pelican_memoir.site.surroundings import ALONE, Surroundings
from pelican_memoir.typesetting import typeset_content

logger = logging.getLogger(__name__)

PROCESSOR = "memoir.processor"

LISTS: dict[type, tuple[str, ...]] = {
    ArticlesGenerator: (
        "articles",
        "translations",
        "hidden_articles",
        "hidden_translations",
        "drafts",
        "drafts_translations",
    ),
    PagesGenerator: (
        "pages",
        "translations",
        "hidden_pages",
        "hidden_translations",
        "draft_pages",
        "draft_translations",
    ),
}


def contents_of(generator: Any) -> Iterator[Content]:
    """Yield every article or page of a generator: listed, hidden, drafts, and translations of each."""
    for kind, names in LISTS.items():
        if isinstance(generator, kind):
            for name in names:
                yield from getattr(generator, name)


def published_articles(generators: list[Any]) -> list[Content]:
    """Return the articles that readers can find, translations included."""
    return [
        article
        for generator in generators
        if isinstance(generator, ArticlesGenerator)
        for article in (*generator.articles, *generator.translations)
    ]


def attach(generator: Any) -> None:
    """Give each piece of content its `memoir` (or None) and its `front_matter`."""
    for content in contents_of(generator):
        is_jekyll = hasattr(content, "front_matter")
        if not is_jekyll:
            content.front_matter = {}
        content.memoir = None
        try:
            read_memoir(content)
        except Exception as error:  # one post must not take the site down with it
            warn(content, PROCESSOR, f"no memoir was read: {error!r}")
            logger.debug("the place of it", exc_info=True)
        if is_jekyll:
            try_to("repaired", repair_content, content)
            try_to("typeset", typeset_content, content)
        if "template" in content.front_matter:
            check_template(generator, content)


def try_to(done: str, finish: Callable[[Content], None], content: Content) -> None:
    """Finish a Jekyll post's HTML by a stage; the memoir has been read from what its author wrote."""
    try:
        finish(content)
    except Exception as error:  # as above: the text stays as it is
        warn(content, PROCESSOR, f"the text was not {done}: {error!r}")
        logger.debug("the place of it", exc_info=True)


def check_template(generator: Any, content: Content) -> None:
    """Give content whose front matter names a template that the theme lacks its usual one: Pelican would stop."""
    try:
        generator.get_template(content.template)
    except PelicanTemplateNotFound:
        warn(content, front_matter.CODE, f"template: the theme has none of the name {content.template!r}")
        content.template = content.default_template


def warn(content: Content, code: str, message: str) -> None:
    """Log what is wrong with a piece of content."""
    tell([Problem(Location(shown(content.source_path)), code, message)])


def read_memoir(content: Content) -> None:
    """Read the memoir from a piece of content and write what the page needs into its HTML."""
    # `.content` would resolve and freeze links that Pelican does not know yet.
    html = content._content
    date = getattr(content, "date", None)
    if not html:
        return
    placed = builder.build(
        html,
        title=getattr(content, "title", ""),
        date=date.date() if date else None,
        # The site's default language says nothing of a post that does not name its own.
        language=content.metadata.get("lang"),
        front_matter=content.front_matter,
        source=source_of(content),
    )
    if placed is not None:
        content._content, content.memoir = splice(placed)
        # Pelican keeps a text that another plugin has looked at already.
        content.get_content.cache.pop((content, content.get_siteurl()), None)


def source_of(content: Content) -> str | None:
    """Return the Markdown of a Jekyll post, which the cache does not keep; None for other content."""
    if not content.front_matter or not content.source_path:
        return None
    text, _ = source_file.load(content.source_path, "")
    return None if text is None else front_matter.body_of(text)


def relate(generator: Any, published: list[Content], around: dict[int, Surroundings]) -> None:
    """Tie each post to those around it, each memoir to the years before and after it and to what its periods saw."""
    for content in contents_of(generator):
        beside = around.get(id(content), ALONE)
        content.memoir_older, content.memoir_newer = beside.older, beside.newer
        content.memoir_series, content.memoir_related = beside.series, beside.related
        if content.memoir is None or not hasattr(content, "date"):
            content.memoir_prev = content.memoir_next = None
            content.memoir_posts, content.memoir_goals, content.memoir_goals_from = {}, (), None
            content.memoir_parts, content.memoir_whole = (), None
            continue
        found = relations(content, published)
        content.memoir_prev, content.memoir_next = found.previous, found.following
        content.memoir_posts = found.posts
        content.memoir_goals, content.memoir_goals_from = found.goals, found.goals_from
        content.memoir_parts, content.memoir_whole = found.parts, found.whole
