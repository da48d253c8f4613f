"""The processor: HTML is read as a memoir, spliced, repaired and typeset; its words stay, its JSON goes round."""

from __future__ import annotations

import datetime

from pelican_memoir.formulas.typeset import typeset
from pelican_memoir.memoir import builder
from pelican_memoir.memoir.model import Memoir
from pelican_memoir.memoir.splice import splice
from pelican_memoir.repair import NAMES, Page, repair
from pelican_memoir.repairing import THEME_IDS, headings_of

FRONT_MATTER = {"title": "2022년 회고", "memoir": True}
DAY = datetime.date(2022, 12, 31)


def check(data: bytes) -> None:
    """Read, splice, repair and typeset a text as HTML."""
    html = data.decode("utf-8", errors="surrogateescape")
    title = "2022년 회고"
    placed = builder.build(html, title=title, date=DAY, language=None, front_matter=FRONT_MATTER, source=html)
    assert placed is not None
    spliced, found = splice(placed)
    assert Memoir.from_dict(found.to_dict()) == found
    items = frozenset(
        entry.anchor for period in found.periods for entry in period.achievements if entry.anchor
    )
    page = Page(
        spliced,
        title=title,
        periods=headings_of(found.periods, found.language),
        items=items,
        taken_ids=THEME_IDS,
    )
    assert isinstance(typeset(repair(page, NAMES).html, dollars=True).html, str)
