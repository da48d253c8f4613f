"""What follows a period's name in a heading: nothing, a title, or words that say it is no period at all."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from pelican_memoir.memoir.normalise import SHORTCODE, Normalised
from pelican_memoir.memoir.period_words import compiled, words
from pelican_memoir.memoir.reading import PointKind, Strength

_CLOSERS = re.compile(rf"(?:\s*{SHORTCODE}|[\s•)\]}}>」】』〕〉》\"'])*")
_CLOSED = re.compile(r"[)\]}>」】』〕〉》]")
_SEPARATOR = re.compile(r"\s'|\s*(?:[.:;,|/·•~→*!?_=#(\[{<「【『〔〈《\"、。]|-+>?)")
_PARTED = re.compile(r"\s*(?:[:|]|-+)\s*(?=\w)")
_LONGEST_LOOSE = 50
"""A longer heading that only begins with a month is a sentence that something made a heading."""

_BRACKETED = re.compile(r"\(([^()]*)\)|（([^（）]*)）")
_HYPHEN_IN_WORD = re.compile(r"[-./](?=[a-z0-9])")


@dataclass(frozen=True, slots=True)
class Tail:
    """The title as written, and how surely the heading names a period."""

    title: str
    strength: Strength


def read_tail(source: Normalised, place: int, kind: PointKind) -> Tail | None:
    """Judges `source.text[place:]`; None where it makes the heading a plan, a date, or a thing of that time."""
    text = source.text
    if kind == "month" and compiled(r"\s*(?:%s)(?!\w)|\s*(?:%s)", "periods.day", "periods.week").match(
        text, place
    ):
        return None
    place = _after_early_late(text, place)
    closers = _CLOSERS.match(text, place)
    start = closers.end() if closers else place
    if not re.search(r"\w", text[start:]):
        return Tail("", Strength.EXACT)
    abbreviated = text[place - 1 : place] == "."  # the point of "Jan." may also be what parts it from a title
    separator = _SEPARATOR.match(text, place - abbreviated) if not _is_word_going_on(text, place) else None
    if (closers and _CLOSED.search(closers.group())) or separator:
        return _titled(source, place, kind)
    return _loose(source, place)


def _after_early_late(text: str, place: int) -> int:
    match = compiled(r"\s?(?:%s)(?!\w)", "periods.early_late").match(text, place)
    return match.end() if match else place


def _is_word_going_on(text: str, place: int) -> bool:
    """ "Spring-Boot", "spring.io": a mark between letters does not separate in scripts that use spaces."""
    before = text[place - 1 : place]
    return before.isascii() and before.isalnum() and _HYPHEN_IN_WORD.match(text, place) is not None


def _titled(source: Normalised, place: int, kind: PointKind) -> Tail | None:
    skip = re.compile(r"[\s)\]}>」】』〕〉》.:;,|/·•~→*!?_=、。-]*").match(source.text, place)
    start = skip.end() if skip else place
    title = source.text[start:]
    only_goals = _only_goals().fullmatch(title) is not None
    if kind == "month" and only_goals:  # "1월: 새해" tells of what was
        only_goals = _goal().search(title) is not None
    if only_goals or (kind != "month" and _ends_in_goal().search(title)):
        return None
    return Tail(_trimmed(source.written_from(start)), Strength.TITLED)


def _loose(source: Normalised, place: int) -> Tail | None:
    """A heading that goes on without a separator: "3월의 기록", "March forward", "12월의 책"."""
    text = source.text
    if len(text) - place > _LONGEST_LOOSE:
        return None
    rest = compiled(r"\s*(?:%s)?\s*", "periods.of_year").match(text, place)
    start = rest.end() if rest else place
    tail = text[start:]
    if not re.search(r"\w", tail):
        return Tail("", Strength.TITLED)
    if _starts_with_goal().match(tail) or _ends_in_goal().search(tail):
        return None
    if compiled(r"\s*(?:%s)", "periods.only_dated").match(text, place) or _dated_at(text, start):
        return None
    own = _own().match(text, place) or _own().match(text, start)
    if own is not None:
        titled = _PARTED.match(text, own.end())
        return Tail(_trimmed(source.written_from(titled.end())) if titled else "", Strength.TITLED)
    goes_on = start > place and text[place] != " "
    return Tail(source.written.strip() if goes_on else _trimmed(source.written_from(place)), Strength.LOOSE)


@functools.cache
def _own() -> re.Pattern[str]:
    """Words for the period's own story, behind which none goes on: "회고", "일상 기록", not "회고 모임에서 배운 것"."""
    own = words("periods.own")
    joint = words("periods.and")
    return re.compile(
        rf"(?:(?:\s|[&,·/]|(?:{joint})(?=\s))*(?:{own})(?:(?!\w)|(?={joint})))+(?:{joint})?(?!\s*[\w'\"])"
    )


def _dated_at(text: str, start: int) -> bool:
    return compiled(r"(?:%s)", "periods.only_dated").match(text, start) is not None


@functools.cache
def _only_goals() -> re.Pattern[str]:
    """A title of nothing but goal words: ": 목표", ": Goals & plans", ": 새해 목표" is one too."""
    goal = words("sections.goals", "sections.next_year")
    return re.compile(
        rf"(?:my|our|the|나의|올해의?)?\s*(?:{goal})(?:[\s,&/·]|및|와|과|and|と|和|의|の|的|{goal})*\W*"
    )


@functools.cache
def _goal() -> re.Pattern[str]:
    return re.compile(words("sections.goals"))


@functools.cache
def _starts_with_goal() -> re.Pattern[str]:
    return re.compile(rf"\W*(?:{words('sections.goals')})")


@functools.cache
def _ends_in_goal() -> re.Pattern[str]:
    return re.compile(rf"(?:{words('sections.goals')})(?:들|은|는|세우기|と|の)?\W*$")


def _trimmed(title: str) -> str:
    """The title without brackets that were opened before it, and without those around all of it."""
    title = title.strip().rstrip("~〜～ ")
    bracketed = _BRACKETED.fullmatch(title)
    title = (bracketed[1] or bracketed[2]).strip() if bracketed else title
    for opener, closer in ("()", "[]", "{}", "<>", "「」", "【】", "〔〕", "〈〉", "《》"):
        if title.endswith(closer) and title.count(closer) > title.count(opener):
            title = title[:-1].rstrip()
    return title
