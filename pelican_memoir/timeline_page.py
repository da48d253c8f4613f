"""The generator of the pages over all years, one for each language."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from pelican.generators import Generator, PelicanTemplateNotFound

from pelican_memoir.site.timeline import LanguageTimeline

logger = logging.getLogger(__name__)


def pages_of(timelines: Iterable[LanguageTimeline], settings: Mapping[str, Any]) -> dict[str, str]:
    """Return language -> the address of its timeline, for every language whose timeline is written.

    The first language has `MEMOIR_TIMELINE_URL`, the others `MEMOIR_TIMELINE_LANG_URL`.
    """
    return {
        language: in_language(settings[f"MEMOIR_TIMELINE_{kind}URL"], language) or save_as
        for kind, language, save_as in _wanted(timelines, settings)
    }


def files_of(timelines: Iterable[LanguageTimeline], settings: Mapping[str, Any]) -> dict[str, str]:
    """Return language -> the file of its timeline, for every language whose timeline is written."""
    return {language: save_as for _, language, save_as in _wanted(timelines, settings)}


def _wanted(
    timelines: Iterable[LanguageTimeline], settings: Mapping[str, Any]
) -> Iterator[tuple[str, str, str]]:
    """Yield the kind of setting, the language and the file of each timeline."""
    if not settings["MEMOIR_TIMELINE_SAVE_AS"]:
        return
    for place, timeline in enumerate(timelines):
        kind = "" if place == 0 else "LANG_"
        save_as = in_language(settings[f"MEMOIR_TIMELINE_{kind}SAVE_AS"], timeline.language)
        if save_as:
            yield kind, timeline.language, save_as


def in_language(pattern: str, language: str) -> str:
    """Return a pattern of the settings with its `{lang}` filled in."""
    return pattern.replace("{lang}", language)


class TimelineGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes a page for each language that has memoirs, where the theme has a template `timeline`."""

    def generate_output(self, writer: Any) -> None:
        """Write the pages."""
        pages = self.context.get("memoir_timeline_pages")
        if not pages:
            return
        try:
            template = self.get_template("timeline")
        except PelicanTemplateNotFound:
            logger.debug("the theme has no template for the timeline")
            return
        files = files_of(self.context["memoir_timelines"], self.settings)
        for timeline in self.context["memoir_timelines"]:
            if timeline.language in pages:
                self.write(writer, template, timeline, files[timeline.language], pages[timeline.language])

    def write(self, writer: Any, template: Any, timeline: LanguageTimeline, save_as: str, url: str) -> None:
        """Write the page of one language."""
        writer.write_file(
            save_as,
            template,
            self.context,
            self.settings["RELATIVE_URLS"],
            override_output=True,
            url=url,
            page_name="timeline",
            page_lang=timeline.language,
            memoir_timeline=timeline.years,
            memoir_authors=timeline.authors,
        )
