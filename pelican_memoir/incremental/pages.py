"""What is known of pages: whether one would come out as it lies there, and what one was made from."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Template
from pelican import signals
from pelican.contents import Content

from pelican_memoir.incremental.content_in import led_to_by
from pelican_memoir.incremental.fingerprints import Fingerprints, UnknowableError, digest, source_of
from pelican_memoir.incremental.looks import Looks, Watch
from pelican_memoir.incremental.records import Ingredients, Record
from pelican_memoir.incremental.site import SiteDigests

CHANGING = (signals.article_generator_write_article, signals.page_generator_write_page)
"""Signals whose receivers may change content while pages are written, so that nothing can be said beforehand."""


class Pages:
    """The pages of one build."""

    def __init__(self, settings: Mapping[str, Any], context: Mapping[str, Any]) -> None:
        """Take Pelican's settings, and the context that generators share."""
        self.prints = Fingerprints(context)
        self.site = SiteDigests(settings)
        self._watch = Watch()

    def can_follow(self, template: Any) -> bool:
        """Tell whether all that a template looks at can be seen."""
        if not isinstance(template, Template) or any(signal.receivers for signal in CHANGING):
            return False
        environment = template.environment
        return self._watch.over(environment) and self.site.has_template(environment, template.name)

    def is_as_it_was(
        self, record: Record, template: Template, context: Mapping[str, Any], path: Path
    ) -> bool:
        """Tell whether a page would come out as its record says, and lies there so."""
        if not record.is_intact(path):
            return False
        try:
            made_from = record.ingredients
            cards = [self.by_source[source] for source in made_from.cards]
            contents = [self.by_source[source] for source in made_from.contents]
            inputs = self._digest(template, context, made_from.names, cards, contents)
        except (KeyError, UnknowableError):
            return False
        return inputs == record.ingredients.digest

    def look_at_all(self) -> None:
        """Reckon the fingerprints of all content now, so that copies of the process need not do it each for itself."""
        for content in self.by_source.values():
            with contextlib.suppress(UnknowableError):
                self.prints.of_card(content)

    def render(self, template: Template, context: dict[str, Any]) -> tuple[str, Ingredients | None]:
        """Return a page, and what it was made from; None for that where it cannot be known, or something was told."""
        looks, before = self._watch.begin(context), self._watch.warned.count
        try:
            with self._watch.warned:
                text = template.render(context)
        finally:
            self._watch.end()
        is_known = looks.is_known and self._watch.warned.count == before
        return text, self._ingredients(template, context, looks) if is_known else None

    def _ingredients(
        self, template: Template, context: Mapping[str, Any], looks: Looks
    ) -> Ingredients | None:
        contents = {**looks.contents, **looks.asked}
        for content in looks.asked.values():
            looks.cards.update((id(other), other) for other in led_to_by(content))
        names = sorted(looks.names)
        try:
            wholes = self._in_order(contents.values())
            cards = self._in_order(card for key, card in looks.cards.items() if key not in contents)
            inputs = self._digest(template, context, names, cards.values(), wholes.values())
        except UnknowableError:
            return None
        return Ingredients(names, list(cards), list(wholes), inputs)

    def _in_order(self, contents: Iterable[Content]) -> dict[str, Content]:
        """Return content by what tells it from all others, in that order."""
        by_source = {source_of(content): content for content in contents}
        found = {source: by_source[source] for source in sorted(by_source)}
        if any(self.by_source.get(source) is not content for source, content in found.items()):
            raise UnknowableError("content that no other build would find")
        return found

    def _digest(
        self,
        template: Template,
        context: Mapping[str, Any],
        names: Iterable[str],
        cards: Iterable[Content],
        contents: Iterable[Content],
    ) -> str:
        prints = self.prints
        return digest(
            (
                self.site.of(template.environment),
                str(template.name),
                prints.of_names(names, context),
                "",
                *map(prints.of_card, cards),
                "",
                *map(prints.of_content, contents),
            )
        )

    @cached_property
    def by_source(self) -> dict[str, Content]:
        """All content that has a source, by what tells it from all others."""
        known = self.prints.context.get("generated_content", {}).values()
        return {source_of(content): content for content in known if content is not None}
