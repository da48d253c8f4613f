"""A span of months or dates as authors write it behind a period: "[1월~3월]", "(Jan – Mar)", "(9/6 - 12/5)"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from pelican_memoir.memoir.period_words import any_of, compiled, point_at, words
from pelican_memoir.memoir.reading import month_range

_NUMERIC_DATE = re.compile(
    r"(?:(?P<year>(?:'|19|20)?\d\d)[./-]\s?)??(?P<month>\d{1,2})(?:[./]\s?(?P<day>\d{1,2}))?\.?(?![\d])"
)


@dataclass(frozen=True, slots=True)
class Span:
    """The months of a span and where it ends in the text."""

    months: tuple[int, ...]
    end: int


def span_at(text: str, place: int, *, numeric: bool = False) -> Span | None:
    """The span that begins at `place` of the normalised `text`; `numeric` allows bare numbers ("1-3", "01.01 ~ 03.31").

    None where there is no span, or where it has one end only.
    """
    first = _end_at(text, place, numeric=numeric)
    if first is None:
        return None
    joint = _joint().match(text, first[1])
    if joint is None:
        return None
    last = _end_at(text, joint.end(), numeric=numeric)
    if last is None:
        return None
    until = compiled(r"\s*(?:%s)?", "periods.until").match(text, last[1])
    return Span(month_range(first[0], last[0]), until.end() if until else last[1])


@functools.cache
def _joint() -> re.Pattern[str]:
    """What stands between the two ends of a span."""
    return re.compile(rf"\s*(?:~|->?|→|{words('periods.from_to')})\s*")


def _end_at(text: str, place: int, *, numeric: bool) -> tuple[int, int] | None:
    """One end of a span, as (month, where it ends): "1월", "September 6th 2022", "2022년 3월 1일", "6 Dec"."""
    year = compiled(
        r"(?:(?:19|20)\d\d|'?\d\d(?=\s*(?:%s)))\s*(?:%s)?[\s./-]*", "periods.year", "periods.year"
    )
    day_first = re.compile(r"\d{1,2}(?:st|nd|rd|th)?\s+(?=[a-z])")
    for start in _starts(text, place, year, day_first):
        point = point_at(text, start)
        if point is not None and point.kind == "month":
            return point.number, _after_month(text, point.end)
    return _month_number(text, place, bare=numeric)


def _starts(text: str, place: int, *prefixes: re.Pattern[str]) -> list[int]:
    return [place, *(match.end() for prefix in prefixes if (match := prefix.match(text, place)))]


def _after_month(text: str, place: int) -> int:
    """Jumps over a day and a year that belong to the month at whose end `place` is."""
    rest = compiled(
        r"(?:\s*(?:%s))?(?:,?\s*'?(?:19|20)?\d\d(?!\d|\s*(?:%s)))?(?:\s*(?:%s))?",
        "periods.day",
        "periods.year",
        "periods.early_late",
    )
    match = rest.match(text, place)
    return match.end() if match else place


def _month_number(text: str, place: int, *, bare: bool) -> tuple[int, int] | None:
    """A month that is only a number: the first end of "1~3월", or either end of "(22.01 ~ 22.03)" if `bare`."""
    match = _NUMERIC_DATE.match(text, place)
    if match is None:
        return None
    month = int(match["month"])
    if match["day"] and month > 12 and match["year"] is None:
        month = int(match["day"])
    end = match.end()
    joined = _joint().match(text, end)
    named_end = (
        joined is not None and (point := point_at(text, joined.end())) is not None and point.kind == "month"
    )
    return (month, end) if 1 <= month <= 12 and (bare or named_end) else None


__all__ = ["Span", "any_of", "span_at"]
