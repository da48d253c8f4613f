"""Reads a post's title: the year it looks back at, the part of the year, and how surely it is a memoir at all."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum

from pelican_memoir.memoir.heading import read_heading
from pelican_memoir.memoir.model import PostPeriod
from pelican_memoir.memoir.normalise import plain
from pelican_memoir.memoir.numerals import with_ascii_years
from pelican_memoir.memoir.period_words import compiled, point_at, words
from pelican_memoir.memoir.ranges import covers_all, range_at
from pelican_memoir.memoir.reading import Strength, period_kind

_ERAS = {"令和": 2018, "平成": 1988}
_ERA = re.compile(r"(令和|平成)\s?(元|\d{1,2})\s?年")
_FARTHEST = 14
_EDGE = 3
_LONGEST = 300
_FOR_A_YEAR = re.compile(r"\s(?:for|of|in)\s")
_NAMED_YEAR = re.compile(r"([a-z][a-z0-9'.+/-]*)\s+(?:19|20)\d\d\b(?=\s+\w)")
_RANGE = re.compile(r"\s?[년年]?\s?[-~/]\s?")
_MAY_BE_YEAR = re.compile(r"(?:19|20)\d\d|(?<!\d)\d\d(?!\d)")
_DIGITS = re.compile(r"\d\d")
_MONTH_OF_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d\s?[-./]\s?(0[1-9]|1[0-2])(?!\s?[-./~]|\d)")


class Evidence(IntEnum):
    """What the title says of the post being a memoir.

    ELSE: it is a plan or lists things ("2022 Roadmap", "Books of 2022"), and no series makes it a memoir.
    OTHER: it looks at something else than a year ("Conferences of 2022"), and only a whole year of periods does.
    """

    ELSE = -2
    OTHER = -1
    NONE = 0
    HINT = 1
    SURE = 2


@dataclass(frozen=True, slots=True)
class TitleReading:
    """`year` is the one looked back at: in "2021년 회고 / 2022년 계획" 2021."""

    year: int | None
    post_period: PostPeriod | None
    evidence: Evidence


@functools.lru_cache(maxsize=1024)
def read_title(title: str) -> TitleReading:
    """See `TitleReading`. Any text; never raises."""
    text = comparable(title)
    year = _reviewed_year(text)
    memoir = compiled("%s", "titles.memoir").search(text) is not None
    if not memoir and year is not None:
        memoir = compiled("%s", "titles.whole").fullmatch(text) is not None
    period = _post_period(text, memoir)
    return TitleReading(year, period, _evidence(text, year, memoir, period))


def comparable(title: str) -> str:
    """A title for the patterns of the languages: normalised, its years in ASCII."""
    return _ERA.sub(_era_year, with_ascii_years(plain(title[:_LONGEST])))


def _era_year(match: re.Match[str]) -> str:
    number = 1 if match[2] == "元" else int(match[2])
    return f"{_ERAS[match[1]] + number}年"


@functools.cache
def _year() -> re.Pattern[str]:
    years = words("periods.year")
    return re.compile(
        rf"(?<![\d.])(?:((?:19|20)\d\d)(?!\d)|'?(\d\d)(?=\s?(?:{years})(?!\s?차))"
        r"|(?:'|(?<![a-z])fy\s?'?)(\d\d)(?!\w))"
    )


def _years(text: str) -> list[tuple[int, int, int]]:
    """(year, start, end) of every year in the text."""
    return [
        (int(match[1]) if match[1] else 2000 + int(match[2] or match[3]), match.start(), match.end())
        for match in _year().finditer(text)
    ]


def _reviewed_year(text: str) -> int | None:
    """The year that words of looking back go with, else the first that no plan goes with, else the first.

    Words that look at what follows them ("looking back at 2022") tell first. A year that has just begun or is to come
    ("entering 2023") is none where another is named.
    """
    years = _years(text)
    if len(years) > 1:
        years = _without_begun_ranges(text, years)
        years = [each for each in years if not _arrives(text, *each[1:])] or years
    if not years:
        return None
    memoir, goal = compiled("%s", "titles.memoir"), compiled("%s", "sections.goals")
    ends = [start for _, start, _ in years[1:]] + [len(text)]
    behind = [text[end:stop] for (_, _, end), stop in zip(years, ends, strict=True)]
    looking_back = [bool(memoir.search(words) and not goal.match(words.strip(" 년年"))) for words in behind]
    planned = compiled(r"(?:%s)\s(?:for|of|in)\s$", "sections.goals")
    named_before = [planned.search(text, 0, start) for _, start, _ in years]
    no_plan = [
        not here and not goal.search(text, end, coming.start() if coming else stop)
        for (_, _, end), stop, here, coming in zip(
            years, ends, named_before, [*named_before[1:], None], strict=True
        )
    ]
    looks_at = compiled(r"(?:%s)\s?$", "titles.looks_at")
    looked_at = [
        none and looks_at.search(text[:start]) is not None
        for none, (_, start, _) in zip(no_plan, years, strict=True)
    ]
    best = next((flags for flags in (looked_at, looking_back, no_plan) if any(flags)), [True])
    return years[best.index(True)][0]


def _without_begun_ranges(text: str, years: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """A range of years ("2021-2022", "2021년 ~ 2022년") is one with its last year, in which it is looked back at."""
    return [
        each
        for each, following in zip(years, [*years[1:], None], strict=True)
        if following is None
        or following[0] <= each[0]
        or _RANGE.fullmatch(text, each[2], following[1]) is None
    ]


def _arrives(text: str, start: int, end: int) -> bool:
    """The year at `text[start:end]` has just begun or is to come, by the words right before or behind it."""
    behind = compiled(r"\s?(?:%s)?(?:%s)", "periods.year", "titles.arrives")
    before = compiled(r"(?<![a-z])(?:%s)\s?$", "titles.arriving")
    return behind.match(text, end) is not None or before.search(text[:start]) is not None


def _evidence(text: str, year: int | None, memoir: bool, period: PostPeriod | None) -> Evidence:
    of_event = _is_year_of_event(text)
    other = of_event or compiled("%s", "titles.other").search(text) is not None
    lists = compiled("%s", "titles.lists").search(text) is not None
    about_year = year is not None or period is not None
    year_words = compiled("%s", "titles.year_words").search(text) is not None
    if not (other or lists) and (
        (memoir and (about_year or year_words))
        or (about_year and (period is not None or is_after_year(text)))
    ):
        return Evidence.SURE
    # Few titles are left for it, and it takes long to compile.
    if memoir and not of_event and _DIGITS.search(text) and _year_and_memoir_touch().search(text):
        return Evidence.SURE
    if lists or (not memoir and _is_plan(text, year)):
        return Evidence.ELSE
    if other:
        return Evidence.OTHER
    return Evidence.HINT if memoir or year is not None or year_words else Evidence.NONE


def _is_year_of_event(text: str) -> bool:
    """The year belongs to a name before it: "PyCon 2022 recap", "CES 2022 review", but not "My 2022 recap"."""
    match = _NAMED_YEAR.search(text)
    return match is not None and compiled("%s", "titles.before_year").fullmatch(match[1]) is None


def _is_plan(text: str, year: int | None) -> bool:
    """A word for goals ends the title, or opens "goals for 2022"; not so in "목표를 향해 달린 한 해".

    Nor where another year is looked at: "How 2022 went, and goals for 2023".
    """
    found = compiled("%s", "sections.goals").finditer(text)
    return any(len(text) - match.end() <= _EDGE or _is_for_year(text, match.end(), year) for match in found)


def _is_for_year(text: str, place: int, year: int | None) -> bool:
    behind = _FOR_A_YEAR.match(text, place)
    if behind is None:
        return False
    named = [number for number, start, _ in _years(text) if start == behind.end()]
    return not named or named[0] == year


@functools.cache
def _year_and_memoir_touch() -> re.Pattern[str]:
    years, of, memoir = words("periods.year"), words("periods.of_year"), words("titles.memoir")
    a_year = rf"(?:(?:19|20)\d\d|'?\d\d(?=\s?(?:{years})))"
    return re.compile(
        rf"{a_year}\s?(?:{years})?\s?(?:{of}|을|를|を|,|:)?\s?(?:한\s?해(?:를|의)?\s?)?(?:{memoir})"
        rf"|(?:{memoir})\s?(?:at|on|of|for|:|-)?\s?(?:the\s)?(?:year\s)?{a_year}"
    )


def is_after_year(text: str) -> bool:
    """A year or a part of one with a word right behind it that only then looks back: "2019 상반기 리뷰"."""
    after = compiled("%s", "titles.after_year")
    year = compiled(r"(?:(?:19|20)\d\d|'?\d\d(?=\s?(?:%s)))(?:\s?(?:%s))?", "periods.year", "periods.year")
    return any(
        after.match(text, place)
        for match in (year.finditer(text) if after.search(text) else ())
        for place in _behind(text, match.end())
    )


def _behind(text: str, place: int) -> Iterator[int]:
    """The places behind a year that a period, words and marks may lie between, from `place` on."""
    between = compiled(r"%s|[\s,:~-]", "periods.of_year")
    while True:
        yield place
        match = between.match(text, place)
        point = point_at(text, place) if match is None else None
        if match is None and point is None:
            return
        place = match.end() if match else point.end if point else place


def _post_period(text: str, memoir: bool) -> PostPeriod | None:
    """The part of the year that the title says the post is about."""
    if not memoir and not is_after_year(text):
        return _whole(text)
    serial = _MONTH_OF_YEAR.search(text)
    if serial is not None:
        return PostPeriod("month", int(serial[1]), None, (int(serial[1]),))
    whole = 0
    for match in re.finditer(r"(?:^|(?<=[\W年년度도의の的]))[^\W_]", text):
        core = range_at(text, match.start()) if match.start() >= whole else None
        if core is not None and covers_all(core):  # "상반기와 하반기": its second half is no part either
            whole, core = core.end, None
        if core is None:
            continue
        if _goes_with(text, match.start(), core.end):
            return PostPeriod(
                period_kind(core.kind, core.end_number), core.number, core.end_number, core.months
            )
    if memoir and compiled("%s", "titles.mid_year").search(text):
        return PostPeriod("half", 1, None, tuple(range(1, 7)))
    return None


def _whole(text: str) -> PostPeriod | None:
    """A title that is a part of a year and nothing else: "2023년 상반기", "Q1 2024"."""
    # Most titles have no number that could be a year, and what reads headings is put together at its first use.
    reading = read_heading(text) if _MAY_BE_YEAR.search(text) else None
    if (
        reading is None
        or reading.year is None
        or reading.strength is not Strength.EXACT
        or reading.kind == "serial"
    ):
        return None
    kind = period_kind(reading.kind, reading.end_number)
    return PostPeriod(kind, reading.number, reading.end_number, reading.months)


def _goes_with(text: str, start: int, end: int) -> bool:
    """The word of looking back follows the period closely, or stands before it with nothing behind the period."""
    looks_back = [compiled("%s", "titles.memoir"), compiled("%s", "titles.after_year")]
    behind = min((match.start() for each in looks_back if (match := each.search(text, end))), default=None)
    if behind is not None and behind - end <= _FARTHEST:
        between = text[end:behind]
        dated = compiled(r"\s?(?:%s|에\s|에서|に)", "periods.day").match(between)
        return not dated and _year().search(between.strip("' (")[4:]) is None
    before = any(each.search(text, 0, start) for each in looks_back)
    return before and not re.search(r"\w", re.sub(r"(?:19|20)\d\d\s?(?:년|年)?", "", text[end:]))
