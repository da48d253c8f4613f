"""The months of seasons: meteorological ones of the northern half of the world."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pelican_memoir.memoir.periods import Found
from pelican_memoir.memoir.reading import Reading

_MONTHS = {1: (3, 4, 5), 2: (6, 7, 8), 3: (9, 10, 11), 4: (12, 1, 2)}
_WINTER = 4
_BEGINS = {1: (3,), 2: (6,), 3: (9,), 4: (1, 12)}
"""The months that a season may begin in, in the year of its memoir."""


def season_months(found: Found, all_found: Sequence[Found]) -> tuple[int, ...]:
    """The months of a season. Of two winters the first is the year's beginning, the last its end."""
    number = found.reading.number
    winters = [each for each in all_found if each.reading.kind == "season" and each.reading.number == _WINTER]
    if number == _WINTER and len(winters) > 1:
        return (1, 2) if found is winters[0] else (12,)
    end_number = found.reading.end_number or number
    return tuple(month for season in range(number, end_number + 1) for month in _MONTHS[season])


def are_in_time(readings: Iterable[Reading]) -> bool:
    """Each begins later than the one before; a season may also begin before months of it, or stand behind them."""
    last, behind_season = 0, False
    for reading in readings:
        if reading.kind == "season":
            begin = next((each for each in _BEGINS[reading.number] if each + 2 >= last), None)
            if begin is None:
                return False
            last, behind_season = max(last, begin), True
            continue
        first = reading.months[0] if reading.months else 0
        if first <= last - behind_season:
            return False
        last, behind_season = first, False
    return True
