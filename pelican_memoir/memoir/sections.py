"""Tells by its heading what a section of a memoir is: goals, the close, the opening."""

from __future__ import annotations

import functools
import re

from pelican_memoir.memoir.heading import read_heading
from pelican_memoir.memoir.model import PostPeriod
from pelican_memoir.memoir.normalise import plain
from pelican_memoir.memoir.numerals import with_ascii_years
from pelican_memoir.memoir.period_words import compiled
from pelican_memoir.memoir.reading import period_kind

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_LEAD = re.compile(r"^(?:\W*\d{1,2}\s?[.)])?\W*")
_LONGEST = 60
_LONGEST_GROUP = 40


@functools.lru_cache(maxsize=2048)
def is_goals(heading: str, year: int | None) -> bool:
    """True for a section of plans for what comes: the year after `year`, or none that is named.

    "2022년 새해 다짐" in a memoir of 2022 is what was once planned, and "작년 목표 돌아보기" looks back at it.
    """
    text = with_ascii_years(plain(heading))
    if not text or len(text) > _LONGEST or group_of(heading) is not None:
        return False
    if compiled("%s", "titles.memoir").search(text):
        return False
    years = [int(match) for match in _YEAR.findall(text)]
    review = compiled("%s", "sections.review_of_goals").search(text) is not None
    wanted = compiled("%s", "sections.goals").search(text) is not None
    wanted = wanted and compiled("%s", "sections.not_goals").search(text) is None
    if year is not None and years and max(years) == year + 1:
        return not review and (wanted or _is_of_next_year(text, year + 1))
    if years and (year is None or max(years) <= year) and not _says_want_now(text):
        return False
    return not review and (
        wanted or compiled("%s", "sections.next_year").search(_LEAD.sub("", text)) is not None
    )


@functools.lru_cache(maxsize=2048)
def is_past_goals(text: str, year: int | None) -> bool:
    """A heading with a word for goals that is about this year or the last one."""
    words = plain(text)
    if is_goals(text, year) or len(words) > _LONGEST or not compiled("%s", "sections.goals").search(words):
        return False
    years = [int(match) for match in _YEAR.findall(words)]
    this = year is not None and any(number in (year, year - 1) for number in years)
    return this or compiled("%s", "sections.review_of_goals").search(words) is not None


def _is_of_next_year(text: str, next_year: int) -> bool:
    """A heading about the next year itself ("2025", "Hello 2023", "2022년을 시작하는 마음"), not one of its months."""
    return read_heading(text) is None and re.search(rf"(?:^\W*|\W){next_year}", text) is not None


def _says_want_now(text: str) -> bool:
    """ "What I want to do in 2022" is a wish whatever the year: authors mistype it in January."""
    return compiled("%s", "sections.wishes").search(text) is not None


def names_next_year(heading: str, year: int | None) -> bool:
    """The heading speaks of the year after `year`, by its number or in words ("내년", "next year")."""
    text = with_ascii_years(plain(heading))
    numbered = year is not None and str(year + 1) in _YEAR.findall(text)
    return numbered or compiled("%s", "sections.next_year").search(_LEAD.sub("", text)) is not None


@functools.lru_cache(maxsize=2048)
def year_headed(heading: str) -> int | None:
    """The year that a heading is about as a whole: "2021", "2021: 복학", "2021년 회고", none of two years."""
    text = _LEAD.sub("", with_ascii_years(plain(heading)))
    if len(text) > _LONGEST or len(years := _YEAR.findall(text)) != 1:
        return None
    whole = compiled(
        r"(?:19|20)\d\d\s?(?:%s)?(?:\W*$|\s?[:|,(·]|\s-+\s|\W*(?:%s))", "periods.year", "titles.memoir"
    )
    return int(years[0]) if whole.match(text) else None


def is_next_part(text: str, part: PostPeriod | None) -> bool:
    """The heading is about the half, quarter or month that follows the post's own, or about the rest of the year."""
    if part is None:
        return False
    if part.months and part.months[-1] < 12 and _is_rest(text):
        return True
    reading = read_heading(text)
    if reading is None or period_kind(reading.kind, reading.end_number) != part.kind:
        return False
    return reading.number == part.number + 1


def _is_rest(heading: str) -> bool:
    return compiled(r"(?:%s)", "sections.rest").match(_LEAD.sub("", plain(heading))) is not None


@functools.lru_cache(maxsize=2048)
def group_of(heading: str) -> str | None:
    """The group of a retrospective that a heading names ("keep" for "Keep" or "좋았던 점"), else None."""
    text = _LEAD.sub("", plain(heading))
    if len(text) > _LONGEST_GROUP:
        return None
    keys = (key for key in ("keep", "problem", "try", "liked", "learned", "lacked", "longed"))
    return next(
        (key for key in keys if compiled(r"(?:the\s)?(?:%s)\W*(?:\(.*)?", f"groups.{key}").fullmatch(text)),
        None,
    )


@functools.lru_cache(maxsize=2048)
def names_what_was_done(heading: str) -> bool:
    """True for a heading that says of what stands below it that it was done: "한 일", "What I did"."""
    text = _LEAD.sub("", plain(heading))
    return compiled(r"(?:%s)\W*", "groups.done").fullmatch(text) is not None


@functools.lru_cache(maxsize=2048)
def is_closing(heading: str) -> bool:
    """True for a section that closes the memoir: "마무리", "2022년 총평", "おわりに", "Wrapping up"."""
    return _is_only(heading, "sections.closing")


@functools.lru_cache(maxsize=2048)
def is_opening(heading: str) -> bool:
    """True for a section that opens it: "들어가며", "はじめに", "Introduction"."""
    return _is_only(heading, "sections.opening")


def _is_only(heading: str, key: str) -> bool:
    """The heading is short and begins or ends with one of the words."""
    text = _LEAD.sub("", with_ascii_years(plain(heading)))
    match = compiled("%s", key).search(text)
    return match is not None and len(text) - (match.end() - match.start()) <= 14
