"""Posts dated later than the build: where the site does not show them, they have no address that readers know."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pelican.generators import ArticlesGenerator

from pelican_memoir.jekyll import clock
from pelican_memoir.jekyll.post import Post
from pelican_memoir.jekyll.values import Site


def hold_back(post: Post, site: Site, settings: Mapping[str, Any]) -> Post:
    """Return a post that is a draft where it is dated later than now and `WITH_FUTURE_DATES` is off.

    For what is asked of other posts in this build alone: what is remembered of a post must not depend on the time.
    """
    if not settings.get("WITH_FUTURE_DATES", True):
        post.hold_back(clock.on_the_wall(site.timezone))
    return post


def keep_scheduled(generator: ArticlesGenerator) -> None:
    """Let the articles that Pelican made drafts for their date be written among the drafts.

    Their permalinks would show them to whoever tries the address. Whatever says `status: draft` itself has its own.
    """
    for article in (*generator.drafts, *generator.drafts_translations):
        if article.metadata.get("status") != "draft":
            for name in ("override_url", "override_save_as"):
                if hasattr(article, name):
                    delattr(article, name)
