"""Lists of posts that tell at once whether a post is in them: for each tag Pelican asks that of every post there is."""

from __future__ import annotations

from typing import Any

from pelican.generators import ArticlesGenerator


class QuickList(list[Any]):
    """A list of content, all that a list is; content is equal to itself alone."""

    def __init__(self, contents: list[Any]) -> None:
        """Take a list that stays as it is."""
        super().__init__(contents)
        self._ids = frozenset(map(id, contents))

    def __contains__(self, content: object) -> bool:
        if len(self) != len(self._ids) or type(content).__eq__ is not object.__eq__:
            return super().__contains__(content)
        return id(content) in self._ids


def quicken(generator: Any) -> None:
    """Give the generator of articles such lists for its tags, categories and authors, when no plugin changes them."""
    if isinstance(generator, ArticlesGenerator):
        for tag, articles in generator.tags.items():
            generator.tags[tag] = QuickList(articles)
        generator.categories = [(each, QuickList(articles)) for each, articles in generator.categories]
        generator.authors = [(each, QuickList(articles)) for each, articles in generator.authors]
