"""Puts into a memoir's HTML what its page needs: anchors, a section around each period, marks on takeaways."""

from __future__ import annotations

import functools
import html as html_text
import re

from pelican_memoir.memoir.codec import changed
from pelican_memoir.memoir.edits import Edits
from pelican_memoir.memoir.element import Element
from pelican_memoir.memoir.model import Memoir, Period
from pelican_memoir.memoir.outline import Outline
from pelican_memoir.memoir.periods import Found
from pelican_memoir.memoir.placed import Placed, PlacedPeriod
from pelican_memoir.memoir.quarters import quarter_of
from pelican_memoir.memoir.wrapping import section_extent

SECTION_CLASS = "memoir-period"
TAKEAWAY_CLASS = "memoir-takeaway"
QUARTER_CLASS = "memoir-quarter-"
"""Goes before the number of the quarter that a period begins in: style sheets give each its colour."""


def splice(placed: Placed) -> tuple[str, Memoir]:
    """The HTML of a memoir made ready for its page, and the memoir with every anchor filled in.

    Only attributes and section tags are added, at source positions; what the author wrote stays byte for byte.
    A period that cannot be wrapped without breaking an open element keeps its heading's anchor and no section.
    """
    splicer = _Splicer(placed.outline)
    pairs = zip(placed.memoir.periods, placed.periods, strict=True)
    periods = tuple([splicer.period(period, place) for period, place in pairs])
    return splicer.edits.apply(), changed(placed.memoir, periods=periods)


class _Splicer:
    """What is collected on the way: the edits, the ids in use, and what has been given an id."""

    def __init__(self, outline: Outline):
        self.outline = outline
        self.edits = Edits(outline.tree.html)
        self.given: dict[int, str] = {}

    @functools.cached_property
    def ids(self) -> set[str]:
        """The ids in use."""
        return {
            element.attributes["id"]
            for element in self.outline.elements
            if not element.is_bare and element.may_have("id") and "id" in element.attributes
        }

    def period(self, period: Period, place: PlacedPeriod) -> Period:
        """Splices one period; the period with its anchors."""
        name = slug(period)
        anchor = self._anchor(place.found.heading.element, name)
        self._wrap(period, place.found, name, anchor)
        for takeaway in place.takeaways:
            self.edits.add_class(takeaway, TAKEAWAY_CLASS)
        pairs = zip(period.achievements, place.entries, strict=True)
        achievements = [
            achievement
            if achievement.anchor
            else changed(achievement, anchor=self._anchor(entry.element, f"{name}-{index}"))
            for index, (achievement, entry) in enumerate(pairs, 1)
        ]
        return changed(period, anchor=anchor, achievements=tuple(achievements))

    def _wrap(self, period: Period, place: Found, name: str, anchor: str) -> None:
        extent = section_extent(self.outline, place.heading, place.end)
        if extent is None:
            return
        quarter = quarter_of(period)
        classes = SECTION_CLASS if quarter is None else f"{SECTION_CLASS} {QUARTER_CLASS}{quarter}"
        labelled = "" if re.search(r"\s", anchor) else f' aria-labelledby="{html_text.escape(anchor)}"'
        opening = f'<section class="{classes}" data-period="{name}"{labelled}>'
        self.edits.wrap(*extent, opening, "</section>")

    def _anchor(self, element: Element, wanted: str) -> str:
        """The element's id; one is given to it where it has none."""
        anchor = element.attributes.get("id") or self.given.get(element.start)
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
