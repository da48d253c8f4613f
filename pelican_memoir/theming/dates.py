"""Dates and months as each language writes them.

The patterns are texts of the catalogues, so that who adds a language adds its dates with the same file. Babel, which
knows all languages, would be some ten megabytes for four patterns; a test holds the catalogues to it.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence

from pelican_memoir.theming.labels import label

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_SHORT = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

# The English patterns are the keys that the catalogues translate.
_LONG_DATE = "{month_name} {day}, {year}"
_DAY = "{short_month} {day}"
_MONTH_OF_YEAR = "{month_name} {year}"
_YEAR = "{year}"


def date_text(date: datetime.date, lang: str) -> str:
    """The whole date: `2022년 12월 31일`, `December 31, 2022`."""
    return _fill(_LONG_DATE, lang, date.year, date.month, date.day)


def date_of(content: object) -> datetime.datetime | None:
    """When a post was published; None for a draft without a date, which Pelican dates to the end of all time."""
    date: datetime.datetime | None = getattr(content, "date", None)
    return None if date is None or date.year == datetime.MAXYEAR else date


def day_text(date: datetime.date, lang: str) -> str:
    """The date within a year that is already told: `12월 31일`, `Dec 31`."""
    return _fill(_DAY, lang, date.year, date.month, date.day)


def archive_text(period: Sequence[int], lang: str) -> str:
    """The name of a period archive, from Pelican's `period_num`: (2022,), (2022, 12) or (2022, 12, 31)."""
    pattern = (_YEAR, _MONTH_OF_YEAR, _LONG_DATE)[len(period) - 1]
    return _fill(pattern, lang, *period)


def year_text(year: int, lang: str) -> str:
    """The year: `2022년`, `2022`."""
    return _fill(_YEAR, lang, year)


def month_name(month: int, lang: str, *, short: bool = False) -> str:
    """The name of a month, 1 to 12: `3월`, `March`, `Mar`."""
    if short:
        return label(_SHORT[month - 1], lang, context="short month")
    return label(_MONTHS[month - 1], lang, context="month")


def months_text(months: Sequence[int], lang: str) -> str:
    """The months of a period in order, as a range: `1–3월`, `Jan–Mar`; '' where there are none."""
    if not months:
        return ""
    first, last = months[0], months[-1]
    if first == last:
        return month_name(first, lang)
    return label(
        "{first_name}–{last_name}",
        lang,
        first=first,
        last=last,
        first_name=month_name(first, lang, short=True),
        last_name=month_name(last, lang, short=True),
    )


def _fill(pattern: str, lang: str, year: int, month: int = 1, day: int = 1) -> str:
    values = {"month_name": month_name(month, lang), "short_month": month_name(month, lang, short=True)}
    return label(pattern, lang, context="date", year=year, month=month, day=day, **values)
