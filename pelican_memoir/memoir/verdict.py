"""Whether a post is a memoir, from what its title says and what series of periods stand in it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Mapping
from typing import Any

from pelican_memoir.memoir.candidates import Candidate
from pelican_memoir.memoir.groups import groups_of
from pelican_memoir.memoir.normalise import plain
from pelican_memoir.memoir.outline import Outline
from pelican_memoir.memoir.period_words import compiled
from pelican_memoir.memoir.sections import is_past_goals
from pelican_memoir.memoir.title import Evidence, TitleReading
from pelican_memoir.memoir.voice import is_silent, speaks_of_author

_FIRST_DAYS, _LAST_DAYS = (2, 10), (12, 15)
"""A year is looked back at until the one and from the other (month, day) on."""

_LAST_OF_WINTER, _FIRST_OF_WINTER = (3, 1), (12, 1)
"""The (month, day) that end and begin the time in which most look back at a year."""

_ENOUGH_WITH_HINT = {"month": 4, "quarter": 3, "half": 2, "season": 4}
_ENOUGH_ALONE = {"month": 10, "quarter": 4}


def title_evidence(
    evidence: Evidence, year: int | None, date: datetime.date | None, front_matter: Mapping[str, Any]
) -> Evidence:
    """Tags and categories of looking back make a title that names a year sure ("2022", tags: [회고]).

    A post at the turn of the year may be a memoir whatever its title; its periods have to tell.
    """
    if evidence is Evidence.NONE and date is not None:
        within = _FIRST_DAYS < (date.month, date.day) < _LAST_DAYS
        return evidence if within else Evidence.HINT
    if evidence is Evidence.HINT and year is not None and any(map(_looks_back, _labels(front_matter))):
        return Evidence.SURE
    return evidence


def is_memoir(evidence: Evidence, kept: list[Candidate]) -> bool:
    """The title alone, or the title's hint with a good series, or a series that spans the whole year."""
    if evidence in (Evidence.SURE, Evidence.ELSE):
        return evidence is Evidence.SURE
    enough = _ENOUGH_WITH_HINT if evidence is Evidence.HINT else _ENOUGH_ALONE
    covered = {(candidate.reading.kind, month) for candidate in kept for month in _numbers(candidate)}
    return any(sum(1 for kind, _ in covered if kind == wanted) >= least for wanted, least in enough.items())


def is_of_author(html: str, outline: Outline, evidence: Evidence, front_matter: Mapping[str, Any]) -> bool:
    """Whether it is the author's year, and no matter of the public, that a post looks back at or tells by periods.

    Its title names a subject ("2022년 프로야구 결산") and leaves that to the text: it has to speak of its author. Where
    only periods tell a memoir, a text that is long enough must not be silent about its author. Tags and categories
    of one's own life or of looking back tell as well, and so do the groups of a retrospective and goals once set.
    """
    if evidence in (Evidence.ELSE, Evidence.OTHER):
        return True
    speaks = speaks_of_author(html) if evidence is Evidence.SURE else not is_silent(html)
    return (
        speaks
        or any(_looks_back(label) or _is_of_life(label) for label in _labels(front_matter))
        or any(is_past_goals(heading.text, None) for heading in outline.headings)
        or bool(groups_of(outline))
    )


def is_timely(
    evidence: Evidence, title: TitleReading, date: datetime.date | None, kept: list[Candidate]
) -> bool:
    """Whether a look back at a subject ("2022 수능 회고") may be one at a year: told by periods, or when a year turns.

    What has been is looked back at on any day, a year in winter. A title that names a part of the year says enough, one
    without a year ("팀장 1년 회고") is bound to none.
    """
    if evidence is not Evidence.SURE or title.post_period is not None or title.year is None or date is None:
        return True
    at_turn = not _LAST_OF_WINTER < (date.month, date.day) < _FIRST_OF_WINTER
    return at_turn or is_memoir(Evidence.HINT, kept)


def _numbers(candidate: Candidate) -> Iterable[int]:
    reading = candidate.reading
    return (
        reading.months if reading.kind == "month" else (reading.number, reading.end_number or reading.number)
    )


def _labels(front_matter: Mapping[str, Any]) -> Iterable[str]:
    for key in ("tags", "tag", "categories", "category"):
        value = front_matter.get(key)
        for item in value if isinstance(value, list) else [value]:
            yield from (str(each) for each in item) if isinstance(item, list) else [str(item or "")]


def _looks_back(label: str) -> bool:
    return compiled("%s", "titles.memoir").search(plain(label)) is not None


def _is_of_life(label: str) -> bool:
    return compiled("%s", "voice.life").search(plain(label)) is not None
