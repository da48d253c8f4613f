"""Pelican's content and its memoirs: which content there is, and what of the site it is tied to."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pelican.contents import Content
from pelican.generators import ArticlesGenerator, PagesGenerator, PelicanTemplateNotFound

from pelican_memoir.finishing import finish, warn
from pelican_memoir.jekyll import front_matter
from pelican_memoir.memory.build import Build
from pelican_memoir.site.published import Published
from pelican_memoir.site.relations import relations
from pelican_memoir.site.surroundings import ALONE, Surroundings

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


def keep_addresses(generator: Any) -> None:
    """Let each piece of content know its address by heart; Pelican would put it together anew for every link to it.

    For when no plugin changes content any more. `save_as` stays: Pelican takes one that is set for the author's wish.
    """
    for content in contents_of(generator):
        content.override_url = content.url


def attach(generator: Any, build: Build) -> None:
    """Finish each piece of content: it gets its `memoir` (or None), its `front_matter` and its HTML for pages."""
    for content in contents_of(generator):
        finish(content, build)
        if "template" in content.front_matter:
            check_template(generator, content)


def check_template(generator: Any, content: Content) -> None:
    """Give content whose front matter names a template that the theme lacks its usual one: Pelican would stop."""
    try:
        generator.get_template(content.template)
    except PelicanTemplateNotFound:
        warn(content, front_matter.CODE, f"template: the theme has none of the name {content.template!r}")
        content.template = content.default_template


def relate(generator: Any, published: Published, around: dict[int, Surroundings]) -> None:
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
