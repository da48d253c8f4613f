"""A memoir with the places in the HTML that it was read from: what a page needs can be put there."""

from __future__ import annotations

from dataclasses import dataclass

from pelican_memoir.memoir.achievements import entries_of
from pelican_memoir.memoir.element import Element
from pelican_memoir.memoir.entries import Entry
from pelican_memoir.memoir.model import Memoir
from pelican_memoir.memoir.normalise import plain
from pelican_memoir.memoir.outline import Outline
from pelican_memoir.memoir.overrides import Overrides
from pelican_memoir.memoir.periods import Found
from pelican_memoir.memoir.takeaways import takeaway_of


@dataclass(frozen=True, slots=True)
class PlacedPeriod:
    """A period's stretch, an entry for each of its achievements, and the takeaways of its parts, all in order."""

    found: Found
    entries: tuple[Entry, ...]
    takeaways: tuple[Element, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """`periods` are those of `memoir`, in the same order; all places are in the outline's HTML."""

    memoir: Memoir
    outline: Outline
    periods: tuple[PlacedPeriod, ...]


def place(found: Found, outline: Outline, overrides: Overrides) -> PlacedPeriod:
    """The places of one period, without what the author does not want to count as an achievement."""
    unwanted = {text for text, ending in overrides.achievements.items() if ending is None}
    entries = entries_of(found, outline)
    takeaways = (takeaway_of(outline, part.candidate.heading.content, part.end) for part in found.parts)
    return PlacedPeriod(
        found,
        tuple([entry for entry in entries if not unwanted or plain(entry.text) not in unwanted]),
        tuple([takeaway for takeaway in takeaways if takeaway is not None]),
    )
