"""Tags, categories and authors that have no page of their own, so that nothing links to it.

Pelican writes none where the setting is empty (`AUTHOR_SAVE_AS = ""`, as in blogs of one author), and none for what
only translations, drafts and hidden posts name.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pelican.contents import Content
from pelican.generators import ArticlesGenerator
from pelican.urlwrappers import URLWrapper


def mark_unlisted(generators: Iterable[Any], contents: Iterable[Content]) -> None:
    """Give each piece of content `memoir_unlisted`: those of its tags, its category and its authors without a page."""
    listed = {
        name
        for generator in generators
        if isinstance(generator, ArticlesGenerator)
        for names in (generator.tags, generator.categories, generator.authors)
        for name in dict(names)
        if name.save_as
    }
    for content in contents:
        content.memoir_unlisted = tuple(name for name in named_by(content) if name not in listed)


def named_by(content: Content) -> list[URLWrapper]:
    """Return a post's tags, its authors and its category."""
    category = getattr(content, "category", None)
    names = [*getattr(content, "tags", ()), *getattr(content, "authors", ()), category]
    return [name for name in names if isinstance(name, URLWrapper)]
