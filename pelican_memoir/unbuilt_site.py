"""A site that is read by Pelican and not built, for commands that look at its posts."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from pelican import Pelican

READING = {"CACHE_CONTENT": False, "LOAD_CONTENT_CACHE": False, "WITH_FUTURE_DATES": True}
"""Settings that reading needs beside the site's own: all posts, as they are now."""


def read(pelican: Pelican, kind: type) -> Any:
    """Return a generator of a kind (`ArticlesGenerator`, `PagesGenerator`) that has read its content."""
    settings = pelican.settings
    context = settings.copy()
    context.update(
        generated_content={}, static_links=set(), static_content={}, localsiteurl=settings["SITEURL"]
    )
    generator = kind(
        context=context,
        settings=settings,
        path=pelican.path,
        theme=pelican.theme,
        output_path=pelican.output_path,
    )
    generator.generate_context()
    return generator


@contextmanager
def in_silence() -> Iterator[None]:
    """Keep back what Pelican logs of the posts: building the site tells it, and a command is not the place."""
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        yield
    finally:
        logging.disable(before)
