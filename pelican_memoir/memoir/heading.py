"""Reads a heading as a period: the grammar that the words of the languages fill.

    [1.] [again] [year] PERIOD [- PERIOD] [year] [(months)] [separator title]

It looks at the one heading only; whether the post has such a period is for `periods` to say.
"""

from __future__ import annotations

import functools
import re

from pelican_memoir.memoir.month_span import Span, span_at
from pelican_memoir.memoir.normalise import SHORTCODE, normalise
from pelican_memoir.memoir.period_words import any_form_pattern, compiled, words
from pelican_memoir.memoir.ranges import Core, bare_before, covers_all, range_at, year_before, year_number
from pelican_memoir.memoir.reading import GREATEST, PointKind, Reading, Strength
from pelican_memoir.memoir.tail import read_tail

_LONGEST = 300
_ORNAMENT = re.compile(rf"(?:{SHORTCODE}|[^\w'])*+")
_COUNT = "[0-9一二三四五六七八九十]{1,3}"
_NUMBERING = re.compile(
    r"(?:"
    r"\d{1,2}\s(?=\d{1,2}\D|[qh]\d|[^\W\da-z])"  # "1️⃣ 1월", "① 상반기" without keycap and circle
    r"|\d{1,2}(?:[.-]\d{1,2}){1,2}[.)]?(?=\s)"  # "1-1.", "2.1"
    r"|(?:[a-z]{2,8}\.?\s?)?#?\d{1,2}\s?[.):|-]"  # "1.", "Part 2:", "#3)"
    r"|(?:[ivx]{1,4}|[a-h가나다라마바사])\s?[.):|]"
    rf"|[제第]?\s?{_COUNT}\s?[부장편화막章部回]\s?[.:·|-]?"  # "제1장", "第一章"
    r"|[一二三四五六七八九十]{1,3}\s?[、).]"
    r")\s*(?=\S)"
)
_SERIAL = re.compile(
    r"(?P<year>(?:19|20)\d\d|'\d\d|(?:1[3-9]|2\d)(?=\.(?:0\d|1[0-2])(?!\s?[~-])))\s?[-./]\s?"
    r"(?P<number>\d{1,2})(?![\d]|[-./]\d)"
)
_NUMERIC = re.compile(
    r"(?:(?:19|20)\d\d|'\d\d|(?:1[3-9]|2\d)(?=\.(?:0\d|1[0-2])\s?[~-]\s?(?:1[3-9]|2\d)\.))\s?[-./]\s?\d{1,2}(?!\d)"
)
"""A month as a number with its year, which two digits can be where no month could be meant ("22.01 ~ 22.03")."""
_SERIAL_DATE = re.compile(r"(?:19|20)\d\d[-./]\d")
_OPEN_SPAN = re.compile(r"[\s:.,|·•-]*[(\[{<「【〔〈《]?\s*")
LETTER = re.compile(r"[^\W\d]")
"""What has none is a number or a mark, and no word."""
_CLOSER = re.compile(r"\s*[)\]}>」】〕〉》]")


@functools.lru_cache(maxsize=4096)
def read_heading(written: str) -> Reading | None:
    """The period that a heading names, None where it names none or merely a plan, a date or a thing of it."""
    if len(written) > _LONGEST:
        return None
    source = normalise(written)
    text = source.text
    if _entry().match(text) is None:
        return None
    for start in _starts(text):
        core = _dates_at(text, start) or _core_at(text, start) or _serial_at(text, start)
        if core is None:
            continue
        end, year = _year_behind(text, core)
        span = _span_behind(text, end, core.kind)
        tail = read_tail(source, span.end if span else end, core.kind)
        months = span.months if span else core.months
        if tail is None or len(months) == 12 or covers_all(core):
            return None
        title, strength = tail.title, tail.strength
        if _is_period_again(title):
            title, strength = "", max(strength, Strength.TITLED)
        return Reading(core.kind, core.number, core.end_number, months, title, strength, core.year or year)
    return None


def part_named(written: str) -> Core | None:
    """The part of a year that a heading begins with, whatever it says of it: "Q3 Targets", "하반기 계획"."""
    text = normalise(written[:_LONGEST]).text
    if _entry().match(text) is None:
        return None
    found = (_core_at(text, start) for start in _starts(text))
    return next((core for core in found if core is not None), None)


@functools.cache
def _entry() -> re.Pattern[str]:
    """Lets through, in one match, all that could begin with a period; most headings end here."""
    parts = (year_before(), _NUMERIC, _SERIAL, bare_before())
    year, numeric, serial, bare = (re.sub(r"\?P<\w+>", "?:", each.pattern) for each in parts)
    return re.compile(
        rf"{_ORNAMENT.pattern}(?:{_NUMBERING.pattern})?(?>(?:{words('periods.again')})[\s,]*)*+"
        rf"(?:(?:{words('periods.before')})[\s-]+)?"
        rf"(?:{numeric}|{serial}|(?:{year})?(?:{any_form_pattern()}|{bare}))"
    )


def _is_period_again(title: str) -> bool:
    """A title that is the period once more, in other words or its dates: "1월 (January)", "1월 (1/1 ~ 1/31)"."""
    text = normalise(title).text
    if title and LETTER.search(text) is None:
        return True
    again = range_at(text, 0) if text else None
    return again is not None and again.end == len(text)


def _starts(text: str) -> list[int]:
    """Where the period may begin: behind ornaments, and behind a numbering ("1. 1월")."""
    ornament = _ORNAMENT.match(text)
    first = ornament.end() if ornament else 0
    numbering = _NUMBERING.match(text, first)
    return [first] if numbering is None else [first, numbering.end()]


def _core_at(text: str, start: int) -> Core | None:
    again = compiled(r"(?>(?:%s)[\s,]*)++(?=\S)", "periods.again").match(text, start)
    early = compiled(r"(?:%s)[\s-]+", "periods.before").match(text, start)
    for place in (start, *(match.end() for match in (again, early) if match)):
        core = range_at(text, place)
        year = year_before().match(text, place) if core is None else None
        if year is not None and (core := range_at(text, year.end())) is not None:
            return Core(core.kind, core.number, core.end_number, core.end, year_number(year["year"]))
        if core is not None:
            return core
    return None


def _dates_at(text: str, start: int) -> Core | None:
    """Two dates: "2022.01 ~ 2022.03" and "1월 1일 ~ 3월 31일" are the months 1 to 3; days of one month are an event."""
    numeric = _NUMERIC.match(text, start) is not None
    span = span_at(text, start, numeric=numeric)
    if span is None or len(span.months) == 1:
        return None
    if not numeric and compiled("%s", "periods.day").search(text, start, span.end) is None:
        return None
    return Core("month", span.months[0], span.months[-1], span.end)


def _serial_at(text: str, start: int) -> Core | None:
    """ "2021-3": the third quarter or month, if the post has the whole series."""
    match = _SERIAL.match(text, start)
    if match is None or not 1 <= int(match["number"]) <= GREATEST["serial"]:
        return None
    return Core("serial", int(match["number"]), None, match.end(), year_number(match["year"]))


def _year_behind(text: str, core: Core) -> tuple[int, int | None]:
    """Where the period ends with its year: "Q1 2023", "1Q23", "January '23", "Q1 of 2023"."""
    match = re.compile(r"(?:\s?(?:of|in)\s|[\s,'/(·-]*)((?:19|20)\d\d)(?!\d)\s?(?:年|년)?\)?").match(
        text, core.end
    )
    match = match or re.compile(r"\s?'(\d\d)(?!\w)").match(text, core.end)
    if match is None and text[core.end - 1 : core.end] in ("q", "h"):
        match = re.compile(r"(\d\d)(?!\w)").match(text, core.end)
    if match is None:
        return core.end, None
    return match.end(), year_number(match[1])


def _listed(text: str, place: int) -> Span | None:
    """Months that are listed one by one: "(1, 2, 3월)", "(Jan, Feb, Mar)"."""
    core = range_at(text, place)
    if core is None or core.kind != "month" or core.end_number is None:
        return None
    return Span(core.months, core.end)


def _span_behind(text: str, end: int, kind: PointKind) -> Span | None:
    """The explicit months behind a period, which beat the calendar: "[1월~3월]", ": Jan - Mar"."""
    opening = _OPEN_SPAN.match(text, end)
    if opening is None or opening.end() == end:
        return None
    bracketed = any(character in "([{<「【〔〈《" for character in opening.group())
    numeric = kind != "month" and (bracketed or _SERIAL_DATE.match(text, opening.end()) is not None)
    span = span_at(text, opening.end(), numeric=numeric) or _listed(text, opening.end())
    if span is None:
        return None
    closer = _CLOSER.match(text, span.end)
    if bracketed:
        return Span(span.months, closer.end()) if closer else None
    return span if re.compile(r"\s*(?:$|[.:,|/·-])").match(text, span.end) else None
