"""Reads a heading as a period: the grammar that the words of the languages fill.

    [1.] [again] [year] PERIOD [- PERIOD] [year] [(months)] [separator title]

It looks at the one heading only; whether the post has such a period is for `periods` to say.
"""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from pelican_memoir.memoir.month_span import Span, span_at
from pelican_memoir.memoir.normalise import normalise
from pelican_memoir.memoir.numerals import NUMERAL, number_of
from pelican_memoir.memoir.period_words import Point, compiled, point_at, words
from pelican_memoir.memoir.reading import GREATEST, PointKind, Reading, months_of
from pelican_memoir.memoir.tail import read_tail

_LONGEST = 300
_ORNAMENT = re.compile(r"[^\w']*")
_NUMBERING = re.compile(r"\d{1,2}\s?[.)]\s*(?=\S)")
_SERIAL = re.compile(r"(?P<year>(?:19|20)\d\d)\s?[-./]\s?(?P<number>\d{1,2})(?![\d.])")
_OPEN_SPAN = re.compile(r"[\s:.,|·-]*[(\[{<「【〔〈《]?\s*")
_CLOSER = re.compile(r"\s*[)\]}>」】〕〉》]")


@dataclass(frozen=True, slots=True)
class _Core:
    """The period itself: where it ends in the text, and the months by the calendar."""

    kind: PointKind
    number: int
    end_number: int | None
    end: int
    year: int | None = None

    @property
    def months(self) -> tuple[int, ...]:
        return months_of(self.kind, self.number, self.end_number)


def read_heading(written: str) -> Reading | None:
    """The period that a heading names, None where it names none or merely a plan, a date or a thing of it."""
    if len(written) > _LONGEST:
        return None
    source = normalise(written)
    text = source.text
    for start in _starts(text):
        core = _dates_at(text, start) or _core_at(text, start) or _serial_at(text, start)
        if core is None:
            continue
        end, year = _year_behind(text, core)
        span = _span_behind(text, end, core.kind)
        tail = read_tail(source, span.end if span else end, core.kind)
        months = span.months if span else core.months
        if tail is None or len(months) == 12 or _covers_all(core):
            return None
        return Reading(
            core.kind, core.number, core.end_number, months, tail.title, tail.strength, core.year or year
        )
    return None


def _covers_all(core: _Core) -> bool:
    """A range over the whole year only wraps the periods inside it."""
    return core.end_number is not None and core.number == 1 and core.end_number == GREATEST[core.kind]


def _starts(text: str) -> list[int]:
    """Where the period may begin: behind ornaments, and behind a numbering ("1. 1월")."""
    ornament = _ORNAMENT.match(text)
    first = ornament.end() if ornament else 0
    numbering = _NUMBERING.match(text, first)
    return [first] if numbering is None else [first, numbering.end()]


def _core_at(text: str, start: int) -> _Core | None:
    again = compiled(r"(?:(?:%s)[\s,]*)+(?=\S)", "periods.again").match(text, start)
    early = compiled(r"(?:%s)[\s-]+", "periods.before").match(text, start)
    for place in (start, *(match.end() for match in (again, early) if match)):
        core = _range_at(text, place)
        year = _year().match(text, place) if core is None else None
        if year is not None and (core := _range_at(text, year.end())) is not None:
            return _Core(core.kind, core.number, core.end_number, core.end, _year_number(year["year"]))
        if core is not None:
            return core
    return None


@functools.cache
def _year() -> re.Pattern[str]:
    years = words("periods.year")
    return re.compile(
        rf"(?:fy\s?)?(?P<year>(?:19|20)\d\d|'\d\d|\d\d(?=\s?(?:{years}|q\d|h\d)))\s*(?:{years})?"
        rf"\s*(?:{words('periods.of_year')})?[\s)\]】.,:/·-]*"
    )


def _year_number(digits: str) -> int:
    number = int(digits.strip("'"))
    return number if number > 99 else 2000 + number


def _range_at(text: str, place: int) -> _Core | None:
    """One period or a range of them: "1분기", "1~3월", "Q1-Q2", "7월, 8월"."""
    first = point_at(text, place) or _bare_first(text, place)
    if first is None:
        return None
    joint = _joint().match(text, first.end)
    second = _second_at(text, joint, first) if joint else None
    if joint is None or second is None:
        if joint is not None and joint["to"] and _is_open(text, joint.end()):
            return None
        return _Core(first.kind, first.number, None, first.end) if not isinstance(first, _Bare) else None
    until = compiled(r"\s*(?:%s)?", "periods.until").match(text, second.end)
    return _Core(second.kind, first.number, second.number, until.end() if until else second.end)


@dataclass(frozen=True, slots=True)
class _Bare:
    """The number that opens "1~3월" or "第1〜第2四半期"; its kind is that of the second end."""

    number: int
    end: int
    kind: PointKind = "month"


def _bare_first(text: str, place: int) -> _Bare | None:
    match = _bare().match(text, place)
    return _Bare(number_of(match["number"]), match.end()) if match else None


@functools.cache
def _bare() -> re.Pattern[str]:
    return re.compile(
        rf"(?:第|제)?\s?(?P<number>{NUMERAL})(?:\s?[,、·/]\s?{NUMERAL})*(?=\s?(?:{_joint().pattern}))"
    )


@functools.cache
def _joint() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:(?P<to>~|->|→|{words('periods.from_to')})|(?P<dash>-)|(?P<and>[,、·/&+]|{words('periods.and')}))\s*"
    )


def _second_at(text: str, joint: re.Match[str], first: Point | _Bare) -> Point | None:
    """The other end of a range, None where what follows the joint is a title."""
    year = _year().match(text, joint.end())
    second = point_at(text, joint.end()) or (point_at(text, year.end()) if year else None)
    if second is None:
        second = _number_after(text, joint, first)
    if second is None or (isinstance(first, Point) and second.kind != first.kind):
        return None
    if second.number == first.number or (isinstance(first, _Bare) and not second.numeral):
        return None
    greatest = GREATEST[second.kind]
    if not 1 <= first.number <= greatest:
        return None
    if joint["and"] is None:
        return second
    return _last_of_list(text, first, second)


def _last_of_list(text: str, first: Point | _Bare, second: Point) -> Point | None:
    """The end of "4, 5, 6월" or "7월, 8월, 9월": only numbers that follow each other make a range."""
    listed = second.number - first.number if isinstance(first, _Bare) else 1
    if (first.number + listed - 1) % GREATEST[second.kind] + 1 != second.number or not 1 <= listed <= 4:
        return None
    joint = _joint().match(text, second.end)
    third = point_at(text, joint.end()) if joint and joint["and"] else None
    if third is not None and third.kind == second.kind and third.number == second.number + 1:
        return _last_of_list(text, second, third)
    return second


def _number_after(text: str, joint: re.Match[str], first: Point | _Bare) -> Point | None:
    """The bare second number of "Q1-2" and "Q1~3"."""
    if not isinstance(first, Point) or not first.numeral or text[first.start] not in "qh":
        return None
    match = re.compile(r"[1-4](?![\w.])").match(text, joint.end())
    return Point(first.kind, int(match.group()), match.start(), match.end(), numeral=True) if match else None


def _is_open(text: str, place: int) -> bool:
    """A range without an end ("3월 ~", "3월 ~ 현재") says when something began."""
    return re.compile(r"[\s)\]]*(?:$|현재|지금|now|present|現在|今|至今)").match(text, place) is not None


def range_in_title(text: str, place: int) -> tuple[PointKind, int, int | None, tuple[int, ...], int] | None:
    """The period at a place of a normalised title: kind, number, end number, months, and where it ends."""
    core = _range_at(text, place)
    if core is None or _covers_all(core):
        return None
    return core.kind, core.number, core.end_number, core.months, core.end


def _dates_at(text: str, start: int) -> _Core | None:
    """Two full dates: "1월 1일 ~ 3월 31일" are the months 1 to 3."""
    span = span_at(text, start)
    if span is None or not compiled("%s", "periods.day").search(text[start : span.end]):
        return None
    first, last = span.months[0], span.months[-1]
    return _Core("month", first, last if last != first else None, span.end)


def _serial_at(text: str, start: int) -> _Core | None:
    """ "2021-3": the third quarter or month, if the post has the whole series."""
    match = _SERIAL.match(text, start)
    if match is None or not 1 <= int(match["number"]) <= GREATEST["serial"]:
        return None
    return _Core("serial", int(match["number"]), None, match.end(), int(match["year"]))


def _year_behind(text: str, core: _Core) -> tuple[int, int | None]:
    """Where the period ends with its year: "Q1 2023", "1Q23", "January '23", "Q1 of 2023"."""
    match = re.compile(r"(?:\s?(?:of|in)\s|[\s,'/(·-]*)((?:19|20)\d\d)(?!\d)\s?(?:年|년)?\)?").match(
        text, core.end
    )
    match = match or re.compile(r"\s?'(\d\d)(?!\w)").match(text, core.end)
    if match is None and text[core.end - 1 : core.end] in ("q", "h"):
        match = re.compile(r"(\d\d)(?!\w)").match(text, core.end)
    if match is None:
        return core.end, None
    return match.end(), _year_number(match[1])


def _span_behind(text: str, end: int, kind: PointKind) -> Span | None:
    """The explicit months behind a period, which beat the calendar: "[1월~3월]", ": Jan - Mar"."""
    opening = _OPEN_SPAN.match(text, end)
    if opening is None or opening.end() == end:
        return None
    bracketed = any(character in "([{<「【〔〈《" for character in opening.group())
    span = span_at(text, opening.end(), numeric=bracketed and kind != "month")
    if span is None:
        return None
    closer = _CLOSER.match(text, span.end)
    if bracketed:
        return Span(span.months, closer.end()) if closer else None
    return span if re.compile(r"\s*(?:$|[.:,|/·-])").match(text, span.end) else None
