"""Reads from an achievement's own words how it ended: medals, places, prizes, certificates, setbacks."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Sequence
from typing import cast

from pelican_memoir.languages import language
from pelican_memoir.memoir.model import Outcome, OutcomeKind
from pelican_memoir.memoir.normalise import Normalised, normalise
from pelican_memoir.memoir.outcome_signs import KINDS, Sign, signs_in
from pelican_memoir.memoir.period_words import any_of

_METALS = ("gold", "silver", "bronze")
_MERELY_WON = ("수상", "受賞", "获奖")
"""What says no more than the name of the prize beside it."""

_NEAR = 30
"""How far before the words something may say that they have not come true, in characters."""


def outcomes_of(texts: Iterable[str]) -> tuple[Outcome, ...]:
    """The outcomes that the texts tell, in their order, each with the words it was read from and told once.

    What is hoped for, planned or did not happen is none; neither is what the words leave open.
    """
    return outcomes_of_each([list(texts)])[0]


def outcomes_of_each(stories: Sequence[Sequence[str]]) -> list[tuple[Outcome, ...]]:
    """For each story what `outcomes_of` tells of its texts; asked together that is quicker."""
    texts = [text for story in stories for text in story]
    signs = signs_in(texts)
    told: list[tuple[Outcome, ...]] = []
    start = 0
    for story in stories:
        found: dict[tuple[str, str], Outcome] = {}
        for index in range(start, start + len(story)) if signs else ():
            for outcome in _read(normalise(texts[index]), signs[index]) if index in signs else ():
                found.setdefault((outcome.kind, outcome.text), outcome)
        start += len(story)
        told.append(tuple(found.values()))
    return told


def _read(source: Normalised, signs: set[Sign]) -> list[Outcome]:
    text = source.text
    taken: list[tuple[int, int, Outcome]] = []
    for code, index in sorted(signs):
        for match in _kind(code, index).finditer(text):
            start, end = match.span()
            if start == end or _is_open(text, start, end, code) or (taken and _overlaps(taken, start, end)):
                continue
            kind, level = _told(KINDS[index])
            told = Outcome(kind, " ".join(source.written_from(start, end).split()), level)
            taken.append((start, end, told))
    if len(taken) < 2:
        return [outcome for _, _, outcome in taken]
    several = sum(outcome.kind == "prize" for _, _, outcome in taken) > 1
    return [
        outcome
        for _, _, outcome in sorted(taken, key=lambda each: each[:2])
        if not (several and outcome.text in _MERELY_WON)
    ]


@functools.cache
def _told(key: str) -> tuple[OutcomeKind, str]:
    """The kind and level of what the patterns under a key read."""
    return ("medal", key) if key in _METALS else (cast(OutcomeKind, key), "")


@functools.cache
def _kind(code: str, index: int) -> re.Pattern[str]:
    """All patterns of one kind in one language, at the start of a word where the script has spaces between them."""
    patterns = any_of(sorted(language(code).words[f"outcomes.{KINDS[index]}"], key=len, reverse=True))
    return re.compile(f"(?<![a-z])(?:{patterns})" if code == "en" else patterns)


def _is_open(text: str, start: int, end: int, code: str) -> bool:
    """The words around say that it has not happened."""
    not_done, not_yet = _open(code)
    return bool(
        not_done.match(text, end) or (not_yet and not_yet.search(text[max(0, start - _NEAR) : start]))
    )


@functools.cache
def _open(code: str) -> tuple[re.Pattern[str], re.Pattern[str] | None]:
    words = language(code).words
    not_yet = words["outcomes.not_yet"]
    return re.compile(any_of(words["outcomes.not_done"])), re.compile(any_of(not_yet)) if not_yet else None


def _overlaps(taken: list[tuple[int, int, Outcome]], start: int, end: int) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end, _ in taken)
