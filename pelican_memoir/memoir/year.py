"""Which year a post looks back at."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from pelican_memoir.memoir.title import read_title

_LAST_MONTH_FOR_LAST_YEAR = 2
"""What is written until the end of February without naming a year looks back at the year before."""

_LAST_MONTH_FOR_LATE = 6
"""Until the end of June a late memoir of the year before may be written, if it names that year alone."""


def reviewed_year(
    title: str, date: datetime.date | None, front_matter: Mapping[str, Any], opening: str = ""
) -> int | None:
    """The year of the title, else of the subtitle, else what the opening names, else the date's.

    A year beyond the one after the date is none to look back at ("2030 축의 전환 서평" is a book's).

    Without a date it is the one year that the opening names, if it names no other.

    Early in a year the year before is meant, unless the opening speaks of the year of the date alone. A post about
    a part of the year means the last such part that has begun: "4분기 회고" in January is of the year before.
    """
    for text in (title, front_matter.get("subtitle")):
        year = read_title(text).year if isinstance(text, str) else None
        if year is not None and (date is None or year <= date.year + 1):
            return year
    named = {int(match) for match in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", opening)}
    if date is None:
        return min(named) if len(named) == 1 else None
    part = read_title(title).post_period
    if part is not None and part.months:
        return date.year - (part.months[0] > date.month)
    this, last = date.year in named, date.year - 1 in named
    if date.month <= _LAST_MONTH_FOR_LAST_YEAR:
        return date.year if this and not last else date.year - 1
    late = date.month <= _LAST_MONTH_FOR_LATE and last and not this
    return date.year - 1 if late else date.year
