"""Judges the candidates of a post as a series: one dated heading is an event, several in order tell a year."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import pairwise

from pelican_memoir.memoir.candidates import Candidate
from pelican_memoir.memoir.normalise import plain
from pelican_memoir.memoir.outline import Heading, Outline
from pelican_memoir.memoir.period_words import compiled
from pelican_memoir.memoir.reading import Strength
from pelican_memoir.memoir.seasons import are_in_time
from pelican_memoir.memoir.sections import is_closing, is_goals, is_opening
from pelican_memoir.memoir.serials import resolve_serials

_FEWEST_LOOSE = 4
_FEWEST_EVENTS = 4
_MOST_OF_YEAR = 10
_LOOSE_SHARE = 0.6
_LETTERED = re.compile(r"\W*[QqHhＱ]\s?\d")
_BEYOND = re.compile(r"\W*(?:[QqＱ]\s?(?:[5-9]|\d\d)|[Hh]\s?[3-9]|[AaＡ]\s?[1-9])(?!\w)")
_ABOUT_TIME = ("titles.memoir", "titles.year_words", "sections.timeline")


def series(found: list[Candidate], outline: Outline) -> list[Candidate]:
    """The candidates that hold as a series: all months, all quarters and so on judged by themselves.

    A single one that is nothing but a period holds beside a series of another kind ("상반기", then 7월 to 12월).
    """
    families: dict[str, list[Candidate]] = defaultdict(list)
    kept = [candidate for candidate in found if candidate.laid_down]
    for candidate in resolve_serials([candidate for candidate in found if not candidate.laid_down]):
        families[candidate.reading.kind].append(candidate)
    for family in families.values():
        kept += _judge(family, outline)
    lone = [family[0] for family in families.values() if len(family) == 1]
    if kept:
        kept += [candidate for candidate in lone if _stands_beside(candidate, kept, outline)]
    return sorted(kept, key=lambda candidate: candidate.heading.start)


def _stands_beside(candidate: Candidate, kept: list[Candidate], outline: Outline) -> bool:
    """It is nothing but a period, and does not wrap all others ("# 2022년 상반기" above the months of a half-year).

    One with a title ("하반기: 휴식") has to stand at its time among periods of its level. A season, whose name may be
    that of a topic ("Spring"), has to stand in the middle of them, but for an item of a list of periods.
    """
    heading, strength = candidate.heading, candidate.reading.strength
    if strength is Strength.LOOSE:
        return False
    if candidate.reading.kind == "season":
        if strength is Strength.TITLED and not _is_season_at_its_time(candidate, kept):
            return False
        peers = [other.heading.start for other in kept if other.heading.level == heading.level]
        within = bool(peers) and min(peers) < heading.start < max(peers)
        return within or (bool(peers) and heading.element.name == "li")
    if strength is Strength.TITLED:
        return _is_at_its_time(candidate, kept)
    end = outline.section_end(heading)
    return not all(heading.start < other.heading.start < end for other in kept)


def _is_at_its_time(candidate: Candidate, kept: list[Candidate]) -> bool:
    """The periods of its level before it are earlier, those behind it later."""
    start, months = candidate.heading.start, candidate.reading.months
    peers = _peers(candidate, kept)
    return bool(months and peers) and all(
        other.reading.months[-1] < months[0]
        if other.heading.start < start
        else months[-1] < other.reading.months[0]
        for other in peers
    )


def _is_season_at_its_time(candidate: Candidate, kept: list[Candidate]) -> bool:
    """The periods of its level, and it among them, follow each other in time."""
    told = sorted([*_peers(candidate, kept), candidate], key=lambda each: each.heading.start)
    return are_in_time(each.reading for each in told)


def _peers(candidate: Candidate, kept: list[Candidate]) -> list[Candidate]:
    """The periods of its level whose months are known."""
    level = candidate.heading.level
    return [other for other in kept if other.heading.level == level and other.reading.months]


def _judge(family: list[Candidate], outline: Outline) -> list[Candidate]:
    """The part of one family (all months, all quarters, …) that is a series."""
    family = [candidate for candidate in family if not _is_of_list(outline.parent(candidate.heading))]
    sure = [candidate for candidate in family if candidate.reading.strength is not Strength.LOOSE]
    if _are_events(sure, outline) or _are_questions(family, outline):
        return []
    if len(_numbers(sure)) >= 2:
        levels = {candidate.heading.level for candidate in sure}
        return [
            candidate
            for candidate in family
            if candidate.reading.strength is not Strength.LOOSE
            or (candidate.heading.level in levels and _fits(candidate, sure))
        ]
    enough = len(_numbers(family)) >= _FEWEST_LOOSE or len(_months(family)) >= _MOST_OF_YEAR
    by_time = enough and _is_told_in_order(family, outline)
    if by_time and not is_topic(outline.parent(family[0].heading)):
        return family
    return []


def _are_events(family: list[Candidate], outline: Outline) -> bool:
    """Titled months below topics date what happened there: a few below one topic, or anew below each of several.

    Not so ranges that go through the year ("1월 ~ 5월: …", "6월 ~ 12월: …").
    """
    if not family or any(candidate.reading.strength is Strength.EXACT for candidate in family):
        return False
    if len(_months(family)) >= _MOST_OF_YEAR:
        return False
    parents = [outline.parent(candidate.heading) for candidate in family]
    if (
        len(_numbers(family)) < _FEWEST_EVENTS
        and len(set(parents)) == 1
        and _is_one_of_topics(parents[0], outline)
    ):
        return True
    return any(
        later.reading.number < earlier.reading.number
        and earlier.reading.year == later.reading.year
        and one != other
        for (earlier, later), (one, other) in zip(pairwise(family), pairwise(parents), strict=True)
    )


def _is_one_of_topics(heading: Heading | None, outline: Outline) -> bool:
    """A topic with others beside it that are no frame of the post and name no time."""
    if heading is None or not is_topic(heading):
        return False
    beside = [other for other in outline.headings if other.level == heading.level and other is not heading]
    return any(
        not (is_opening(other.text) or is_closing(other.text) or is_goals(other.text, None))
        for other in beside
    )


def _is_of_list(parent: Heading | None) -> bool:
    """Months below a heading about things of a kind ("독서", "Books") only part a list of them."""
    return parent is not None and _names_list(parent.text)


@functools.lru_cache(maxsize=1024)
def _names_list(heading: str) -> bool:
    return compiled(r"\W*(?:%s)\W*", "sections.lists").fullmatch(plain(heading)) is not None


def is_topic(heading: Heading | None) -> bool:
    """What is dated below a topic ("대외활동") are events; below a heading about time they are months."""
    if heading is None:
        return False
    about_time = compiled("%s|%s|%s", *_ABOUT_TIME)
    return about_time.search(plain(heading.text)) is None and not re.search(r"(?:19|20)\d\d", heading.text)


def _are_questions(family: list[Candidate], outline: Outline) -> bool:
    """ "Q1. …" to "Q7. …" are questions, "H1" to "H3" ranks of headings: their numbers go on beyond the periods.

    So are those that end in a question mark or ask about the whole year ("Q3. 올해의 책").
    """
    if not any(_LETTERED.match(candidate.heading.text) for candidate in family):
        return False
    if any(_BEYOND.match(heading.text) for heading in outline.headings):
        return True
    of_year = compiled("%s", "titles.year_words")
    titles = [plain(candidate.reading.title) for candidate in family]
    return 2 * sum(title.endswith("?") or of_year.search(title) is not None for title in titles) > len(family)


def _numbers(family: Iterable[Candidate]) -> set[tuple[int, int | None]]:
    return {(candidate.reading.number, candidate.reading.end_number) for candidate in family}


def _months(family: Iterable[Candidate]) -> set[int]:
    return {month for candidate in family for month in candidate.reading.months}


def _all_numbers(candidate: Candidate) -> range:
    reading = candidate.reading
    return range(reading.number, (reading.end_number or reading.number) + 1)


def _fits(candidate: Candidate, sure: list[Candidate]) -> bool:
    """A doubtful period fits where the sure ones around it are earlier and later.

    Months are told by several headings, not so the longer periods: a second "Fall" is a thing ("Fall detection").
    """
    before = [other.reading.number for other in sure if other.heading.start < candidate.heading.start]
    after = [other.reading.number for other in sure if other.heading.start > candidate.heading.start]
    number = candidate.reading.number
    told = {each for other in sure for each in _all_numbers(other)}
    if candidate.reading.kind != "month" and told.issuperset(_all_numbers(candidate)):
        return False
    return (not before or before[-1] <= number) and (not after or number <= after[0])


def _is_told_in_order(family: list[Candidate], outline: Outline) -> bool:
    """All at one level, in order of time, and most of what stands at that level."""
    levels = {candidate.heading.level for candidate in family}
    ordered = all(a.reading.number <= b.reading.number for a, b in pairwise(family))
    if len(levels) != 1 or not ordered:
        return False
    first, last = family[0].heading, family[-1].heading
    peers = [h for h in outline.headings_between(first.start, last.start + 1) if h.level == first.level]
    return len(family) >= _LOOSE_SHARE * len(peers)
