"""The one table of repairs: their names, in the order in which they run. Each sees what those before it made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pelican_memoir.repair import gates
from pelican_memoir.repair.addresses import addresses
from pelican_memoir.repair.alts import alts
from pelican_memoir.repair.captions import captions
from pelican_memoir.repair.edit import Change
from pelican_memoir.repair.embeds import embeds
from pelican_memoir.repair.figures import figures
from pelican_memoir.repair.headings import headings
from pelican_memoir.repair.ids import ids
from pelican_memoir.repair.links import links
from pelican_memoir.repair.loading import loading
from pelican_memoir.repair.names import names
from pelican_memoir.repair.notes import notes
from pelican_memoir.repair.obsolete import obsolete
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.purposes import purposes
from pelican_memoir.repair.sizes import sizes
from pelican_memoir.repair.sources import sources
from pelican_memoir.repair.spacers import spacers
from pelican_memoir.repair.spelling import spelling
from pelican_memoir.repair.styles import styles
from pelican_memoir.repair.takeaways import takeaways
from pelican_memoir.repair.unknown import unknown
from pelican_memoir.repair.widths import widths


@dataclass(frozen=True, slots=True)
class Repair:
    """A repair, the cheap question whether it could find anything, and whether it reads tags in the source."""

    changes: Callable[[Page], Iterable[Change]]
    may: Callable[[Page], bool]
    afresh: bool = False


ORDER: dict[str, Repair] = {
    "unknown": Repair(unknown, gates.unknown),  # first: the others should see real elements only
    "embeds": Repair(embeds, gates.embeds),
    "obsolete": Repair(obsolete, gates.obsolete),
    "styles": Repair(styles, gates.styles),
    "widths": Repair(widths, gates.widths),
    "headings": Repair(headings, gates.headings),
    "spacers": Repair(spacers, gates.spacers),  # before figures: a spacer would part a gallery
    "figures": Repair(figures, gates.pictures),
    "captions": Repair(captions, gates.captions, afresh=True),
    "alts": Repair(alts, gates.pictures),
    "loading": Repair(loading, gates.pictures),
    "sizes": Repair(sizes, gates.pictures),  # behind widths: a share of the page is no size in pixels
    "links": Repair(links, gates.links),
    "sources": Repair(sources, gates.sources),  # behind links: a card is made of a link
    "takeaways": Repair(takeaways, gates.takeaways, afresh=True),
    "notes": Repair(notes, gates.notes),
    "names": Repair(names, gates.names),
    "purposes": Repair(purposes, gates.purposes),
    "ids": Repair(ids, gates.ids),
    "addresses": Repair(addresses, gates.addresses),
    "spelling": Repair(spelling, gates.spelling, afresh=True),  # last: for what all others left
}
NAMES = tuple(ORDER)
