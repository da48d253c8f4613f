"""One period or a range of them at a place of a text: "1분기", "1~3월", "Q1-Q2", "7월, 8월", "December to January"."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass
from itertools import pairwise

from pelican_memoir.memoir.numerals import NUMERAL, number_of
from pelican_memoir.memoir.period_words import Point, compiled, point_at, words
from pelican_memoir.memoir.reading import GREATEST, PointKind, months_of


@dataclass(frozen=True, slots=True)
class Core:
    """The period itself: where it ends in the text, and the months by the calendar."""

    kind: PointKind
    number: int
    end_number: int | None
    end: int
    year: int | None = None

    @property
    def months(self) -> tuple[int, ...]:
        return months_of(self.kind, self.number, self.end_number)


def covers_all(core: Core) -> bool:
    """A range over the whole year only wraps the periods inside it."""
    return core.end_number is not None and core.number == 1 and core.end_number == GREATEST[core.kind]


def range_at(text: str, place: int) -> Core | None:
    """One period or a range of them: "1분기", "1~3월", "Q1-Q2", "7월, 8월"."""
    first = point_at(text, place) or _bare_first(text, place)
    if first is None:
        return _run_of_months(text, place)
    joint = _joint().match(text, first.end) or _joint_behind_part(text, first.end)
    second = _second_at(text, joint, first) if joint else None
    if joint is None or second is None:
        if isinstance(first, _Bare):
            return None
        if joint is not None and (end := _open_end(text, joint)) is not None:
            last = GREATEST[first.kind] if first.number < GREATEST[first.kind] else None
            return Core(first.kind, first.number, last, end)
        return _run_of_seasons(text, first) or Core(first.kind, first.number, None, first.end)
    until = compiled(r"\s*(?:%s)?", "periods.until").match(text, second.end)
    return Core(second.kind, first.number, second.number, until.end() if until else second.end)


_MONTHS_RUN = re.compile(r"(?P<digits>[一二三四五六七八九]{2,4})(?=\s?月)")


def _run_of_months(text: str, place: int) -> Core | None:
    """Months in Chinese digits without a mark between: "七八月"."""
    digits = _MONTHS_RUN.match(text, place)
    last = point_at(text, digits.end() - 1) if digits else None
    if digits is None or last is None or last.kind != "month":
        return None
    numbers = [number_of(digit) for digit in digits["digits"]]
    if any(other != one + 1 for one, other in pairwise(numbers)):
        return None
    return Core("month", numbers[0], numbers[-1], last.end)


def _run_of_seasons(text: str, first: Point) -> Core | None:
    """Seasons in Chinese signs without a mark between: "秋冬"."""
    last = first
    while last.kind == "season" and text[last.end : last.end + 1] in _SEASON_SIGNS:
        following = point_at(text, last.end)
        if following is None or following.number != last.number % GREATEST["season"] + 1:
            break
        last = following
    return None if last is first else Core("season", first.number, last.number, last.end)


_SEASON_SIGNS = frozenset("春夏秋冬")


@dataclass(frozen=True, slots=True)
class _Bare:
    """The number that opens "1~3월" or "第1〜第2四半期"; its kind is that of the second end."""

    number: int
    end: int
    kind: PointKind = "month"


def _bare_first(text: str, place: int) -> _Bare | None:
    match = bare_before().match(text, place)
    return _Bare(number_of(match["number"]), match.end()) if match else None


@functools.cache
def bare_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?:第|제)?\s?(?P<number>{NUMERAL})(?:\s?[,、·/]\s?{NUMERAL})*(?=\s?(?:{_joint().pattern}))"
    )


@functools.cache
def _joint() -> re.Pattern[str]:
    return re.compile(
        rf"\s*(?:(?P<to>~|->|→|{words('periods.from_to')})|(?P<dash>-{{1,3}})|(?P<and>[,、·/&+]|{words('periods.and')}))\s*"
    )


def _joint_behind_part(text: str, place: int) -> re.Match[str] | None:
    """What joins "1월 말 ~ 3월 초", where a part of the month stands between."""
    part = compiled(r"\s?(?:%s)(?!\w)", "periods.early_late").match(text, place)
    joint = _joint().match(text, part.end()) if part else None
    return joint if joint and joint["to"] else None


def _second_at(text: str, joint: re.Match[str], first: Point | _Bare) -> Point | None:
    """The other end of a range, None where what follows the joint is a title."""
    year = year_before().match(text, joint.end())
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


_UNTIL_NOW = r"(?:현재|지금)(?:까지)?|now|present|today|現在|今日|今|至今|연말|年末"
_OPEN_END = re.compile(rf"\s*(?P<now>{_UNTIL_NOW})?(?=[\s)\]:.,|]*$|\s*[:.,|)\]])")


def _open_end(text: str, joint: re.Match[str]) -> int | None:
    """Where a range without an end is over ("9월 ~", "9월 - 현재"): it lasts to the end of the year."""
    match = _OPEN_END.match(text, joint.end())
    return match.end() if match and (joint["to"] or (joint["dash"] and match["now"])) else None


@functools.cache
def year_before() -> re.Pattern[str]:
    years = words("periods.year")
    return re.compile(
        rf"(?:fy\s?)?(?P<year>(?:19|20)\d\d|'\d\d|\d\d(?=\s?(?:{years}|q\d|h\d)))\s*(?:{years})?"
        rf"\s*(?:{words('periods.of_year')})?[\s)\]】.,:/·-]*"
    )


def year_number(digits: str) -> int:
    number = int(digits.strip("'"))
    return number if number > 99 else 2000 + number
