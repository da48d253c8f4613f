"""Puts into a memoir's HTML what its page needs: anchors, a section around each period, marks on takeaways."""

from __future__ import annotations

import functools
import html as html_text
import re
from dataclasses import replace

from pelican_memoir.memoir.achievements import entries_of
from pelican_memoir.memoir.edits import Edits
from pelican_memoir.memoir.element import Element
from pelican_memoir.memoir.entries import Entry
from pelican_memoir.memoir.model import Achievement, Memoir, Period
from pelican_memoir.memoir.outline import Outline, read_outline
from pelican_memoir.memoir.periods import Found
from pelican_memoir.memoir.places import places_of, same_words
from pelican_memoir.memoir.takeaways import takeaway_of
from pelican_memoir.memoir.wrapping import section_extent

SECTION_CLASS = "memoir-period"
TAKEAWAY_CLASS = "memoir-takeaway"


def splice(html: str, memoir: Memoir) -> tuple[str, Memoir]:
    """The HTML of a memoir made ready for its page, and the memoir with every anchor filled in.

    Only attributes and section tags are added, at source positions; what the author wrote stays byte for byte.
    A period that cannot be wrapped without breaking an open element keeps its heading's anchor and no section.
    """
    outline = read_outline(html)
    splicer = _Splicer(html, outline)
    found = places_of(memoir, outline)
    periods = tuple(splicer.period(period, found.get(index)) for index, period in enumerate(memoir.periods))
    return splicer.edits.apply(), replace(memoir, periods=periods)


class _Splicer:
    """What is collected on the way: the edits, the ids in use, and what has been given an id."""

    def __init__(self, html: str, outline: Outline):
        self.outline = outline
        self.edits = Edits(html)
        self.given: dict[int, str] = {}

    @functools.cached_property
    def ids(self) -> set[str]:
        """The ids in use."""
        return {
            element.attributes["id"]
            for element in self.outline.elements
            if not element.is_bare and "id" in element.attributes
        }

    def period(self, period: Period, place: Found | None) -> Period:
        """Splices one period; the period with its anchors, unchanged where the HTML no longer has it."""
        if place is None:
            return period
        name = slug(period)
        anchor = self._anchor(place.heading.element, period.anchor, name)
        self._wrap(place, name, anchor)
        for part in place.parts:
            takeaway = takeaway_of(self.outline, part.candidate.heading.content, part.end)
            if takeaway is not None:
                self.edits.add_class(takeaway, TAKEAWAY_CLASS)
        achievements = self._achievements(period, entries_of(place, self.outline), name)
        return replace(period, anchor=anchor, achievements=achievements)

    def _wrap(self, place: Found, name: str, anchor: str) -> None:
        extent = section_extent(self.outline, place.heading, place.end)
        if extent is None:
            return
        labelled = "" if re.search(r"\s", anchor) else f' aria-labelledby="{html_text.escape(anchor)}"'
        opening = f'<section class="{SECTION_CLASS}" data-period="{name}"{labelled}>'
        self.edits.wrap(*extent, opening, "</section>")

    def _achievements(self, period: Period, entries: list[Entry], name: str) -> tuple[Achievement, ...]:
        anchored = []
        for index, achievement in enumerate(period.achievements, 1):
            entry = _take(entries, achievement)
            if entry is not None:
                anchor = self._anchor(entry.element, achievement.anchor, f"{name}-{index}")
                if anchor != achievement.anchor:
                    achievement = replace(achievement, anchor=anchor)
            anchored.append(achievement)
        return tuple(anchored)

    def _anchor(self, element: Element, known: str | None, wanted: str) -> str:
        """The element's id; one is given to it where it has none."""
        anchor = known or element.attributes.get("id") or self.given.get(element.start)
        if anchor:
            return anchor
        anchor, count = wanted, 1
        while anchor in self.ids:
            count += 1
            anchor = f"{wanted}-n{count}"
        self.ids.add(anchor)
        self.given[element.start] = anchor
        if "id" in element.attributes:
            return anchor
        self.edits.add_attribute(element, "id", anchor)
        return anchor


def slug(period: Period) -> str:
    """A period's name for machines: "quarter-1", "month-range-1-3"."""
    parts = [period.kind.replace("_", "-"), str(period.number)]
    return "-".join(parts if period.end_number is None else [*parts, str(period.end_number)])


def _take(entries: list[Entry], achievement: Achievement) -> Entry | None:
    """The first entry with the achievement's words, taken out of the list."""
    for index, entry in enumerate(entries):
        if same_words(entry.text, achievement.text):
            return entries.pop(index)
    return None
