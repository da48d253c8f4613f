"""Reads from an achievement's own words how it ended: medals, places, prizes, certificates, setbacks."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator

from pelican_memoir.languages import language
from pelican_memoir.memoir.model import Outcome, OutcomeKind
from pelican_memoir.memoir.normalise import Normalised, normalise
from pelican_memoir.memoir.period_words import any_of

_KINDS: tuple[tuple[str, OutcomeKind, str], ...] = (
    ("gold", "medal", "gold"),
    ("silver", "medal", "silver"),
    ("bronze", "medal", "bronze"),
    ("place", "place", ""),
    ("prize", "prize", ""),
    ("certificate", "certificate", ""),
    ("employment", "employment", ""),
    ("publication", "publication", ""),
    ("number", "number", ""),
    ("completion", "completion", ""),
    ("setback", "setback", ""),
)
_SCRIPTS = (
    ("ko", re.compile("[가-힣]")),
    ("ja", re.compile("[ぁ-んァ-ヶ一-鿿]")),
    ("zh", re.compile("[一-鿿]")),
    ("en", re.compile("[a-z]")),
)
_SENTENCES = re.compile(r"(?<=[.!?。！？])\s+")
_MERELY_WON = ("수상", "受賞", "获奖")
"""What says no more than the name of the prize beside it."""

_NEAR = 30
"""How far before the words something may say that they have not come true, in characters."""


def outcomes_of(texts: Iterable[str]) -> tuple[Outcome, ...]:
    """The outcomes that the texts tell, in their order, each with the words it was read from and told once.

    What is hoped for, planned or did not happen is none; neither is what the words leave open.
    """
    found: dict[tuple[str, str], Outcome] = {}
    for text in texts:
        lower = text.lower()
        codes = tuple(code for code, script in _SCRIPTS if script.search(lower) and _has_sign(lower, code))
        for sentence in _SENTENCES.split(text) if codes else ():
            for outcome in _of_sentence(normalise(sentence), codes):
                found.setdefault((outcome.kind, outcome.text), outcome)
    return tuple(found.values())


def _of_sentence(source: Normalised, codes: tuple[str, ...]) -> Iterator[Outcome]:
    if not any(_has_sign(source.text, code) for code in codes):
        return
    found: list[Outcome] = []
    for match in _all_kinds(codes).finditer(source.text):
        start, end = match.span()
        if start < end and not _is_open(source.text, start, end, codes):
            _, kind, level = _KINDS[int(str(match.lastgroup)[1:])]
            found.append(Outcome(kind, " ".join(source.written_from(start, end).split()), level))
    several = sum(outcome.kind == "prize" for outcome in found) > 1
    for outcome in found:
        if not (several and outcome.text in _MERELY_WON):
            yield outcome


@functools.cache
def _all_kinds(codes: tuple[str, ...]) -> re.Pattern[str]:
    """One expression for all kinds, a group `k<index>` for each; no pattern of the languages captures."""
    kinds = (_words(key, codes).pattern for key, _, _ in _KINDS)
    return re.compile("|".join(f"(?P<k{index}>{pattern})" for index, pattern in enumerate(kinds)))


def _has_sign(text: str, code: str) -> bool:
    """False, at little cost, for what tells no outcome: no pattern of the language can match."""
    signs, counted = _signs(code)
    return signs.search(text) is not None or counted.search(text) is not None


@functools.cache
def _signs(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = language(code).words
    signs = "|".join(map(re.escape, words["outcomes.signs"]))
    return re.compile(signs), re.compile(rf"\d\s*(?:{any_of(words['outcomes.counted'])})")


@functools.cache
def _words(key: str, codes: tuple[str, ...]) -> re.Pattern[str]:
    patterns = {pattern for code in codes for pattern in language(code).words[f"outcomes.{key}"]}
    return re.compile(any_of(sorted(patterns, key=lambda p: (-len(p), p))))


def _is_open(text: str, start: int, end: int, codes: tuple[str, ...]) -> bool:
    """The words around say that it has not happened."""
    if _words("not_done", codes).match(text, end):
        return True
    return _words("not_yet", codes).search(text[max(0, start - _NEAR) : start]) is not None
