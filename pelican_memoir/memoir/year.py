"""Which year a post looks back at."""

from __future__ import annotations

import datetime
import re
from collections.abc import Mapping
from typing import Any

from pelican_memoir.memoir.title import read_title

_LAST_MONTH_FOR_LAST_YEAR = 2
"""What is written until the end of February without naming a year looks back at the year before."""


def reviewed_year(
    title: str, date: datetime.date | None, front_matter: Mapping[str, Any], opening: str = ""
) -> int | None:
    """The year of the title, else of the subtitle, else what the opening names, else the date's.

    Early in a year the year before is meant, unless the opening speaks of the year of the date alone.
    """
    for text in (title, front_matter.get("subtitle")):
        if isinstance(text, str) and (year := read_title(text).year) is not None:
            return year
    if date is None:
        return None
    if date.month > _LAST_MONTH_FOR_LAST_YEAR:
        return date.year
    named = [int(match) for match in re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", opening)]
    if date.year in named and date.year - 1 not in named:
        return date.year
    return date.year - 1
