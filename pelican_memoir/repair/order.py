"""The one table of repairs: their names, in the order in which they run. Each sees what those before it made."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from pelican_memoir.repair.addresses import addresses
from pelican_memoir.repair.alts import alts
from pelican_memoir.repair.captions import captions
from pelican_memoir.repair.edit import Edit
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
from pelican_memoir.repair.sizes import sizes
from pelican_memoir.repair.sources import sources
from pelican_memoir.repair.spacers import spacers
from pelican_memoir.repair.spelling import spelling
from pelican_memoir.repair.styles import styles
from pelican_memoir.repair.takeaways import takeaways
from pelican_memoir.repair.unknown import unknown
from pelican_memoir.repair.widths import widths

ORDER: dict[str, Callable[[Page], Iterable[Edit]]] = {
    "unknown": unknown,  # first: the others should see real elements only
    "embeds": embeds,
    "obsolete": obsolete,
    "styles": styles,
    "widths": widths,
    "headings": headings,
    "spacers": spacers,  # before figures: a spacer would part a gallery
    "figures": figures,
    "captions": captions,
    "alts": alts,
    "loading": loading,
    "sizes": sizes,  # behind widths: a share of the page is no size in pixels
    "links": links,
    "sources": sources,  # behind links: a card is made of a link
    "takeaways": takeaways,
    "notes": notes,
    "names": names,
    "ids": ids,
    "addresses": addresses,
    "spelling": spelling,  # last: for what all others left
}
NAMES = tuple(ORDER)
