"""The months of seasons: meteorological ones of the northern half of the world."""

from __future__ import annotations

from collections.abc import Sequence

from pelican_memoir.memoir.periods import Found

_MONTHS = {1: (3, 4, 5), 2: (6, 7, 8), 3: (9, 10, 11), 4: (12, 1, 2)}
_WINTER = 4


def season_months(found: Found, all_found: Sequence[Found]) -> tuple[int, ...]:
    """The months of a season. Of two winters the first is the year's beginning, the last its end."""
    number = found.reading.number
    winters = [each for each in all_found if each.reading.kind == "season" and each.reading.number == _WINTER]
    if number == _WINTER and len(winters) > 1:
        return (1, 2) if found is winters[0] else (12,)
    end_number = found.reading.end_number or number
    return tuple(month for season in range(number, end_number + 1) for month in _MONTHS[season])
