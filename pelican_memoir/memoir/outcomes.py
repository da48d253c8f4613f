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
_MERELY_WON = ("수상", "受賞", "获奖")
"""What says no more than the name of the prize beside it."""

_NEAR = 30
"""How far before the words something may say that they have not come true, in characters."""


def outcomes_of(texts: Iterable[str]) -> tuple[Outcome, ...]:
    """The outcomes that the texts tell, in their order, each with the words it was read from and told once.

    What is hoped for, planned or did not happen is none; neither is what the words leave open.
    """
    texts = list(texts)
    if not _signs_in("\n".join(texts).lower()):
        return ()
    found: dict[tuple[str, str], Outcome] = {}
    for text in texts:
        kinds = _signs_in(text.lower())
        for outcome in _read(normalise(text), kinds) if kinds else ():
            found.setdefault((outcome.kind, outcome.text), outcome)
    return tuple(found.values())


def _read(source: Normalised, kinds: set[tuple[str, int]]) -> Iterator[Outcome]:
    taken: list[tuple[int, int, Outcome]] = []
    for code, index in sorted(kinds):
        _, kind, level = _KINDS[index]
        for match in _kind(code, index).finditer(source.text):
            start, end = match.span()
            if start == end or _is_open(source.text, start, end, code) or _overlaps(taken, start, end):
                continue
            taken.append(
                (start, end, Outcome(kind, " ".join(source.written_from(start, end).split()), level))
            )
    several = sum(outcome.kind == "prize" for _, _, outcome in taken) > 1
    for _, _, outcome in sorted(taken, key=lambda each: each[:2]):
        if not (several and outcome.text in _MERELY_WON):
            yield outcome


def _signs_in(text: str) -> set[tuple[str, int]]:
    """The languages and kinds of which a sign stands in the text: no other pattern can match.

    Looking for signs is much cheaper than looking for any of the patterns, and most paragraphs have none.
    """
    found: set[tuple[str, int]] = set()
    for code, script in _SCRIPTS:
        if script.search(text):
            for expression, kinds in _signs(code):
                for sign in expression.findall(text):
                    found.update(kinds[sign])
    return found


@functools.cache
def _signs(code: str) -> tuple[tuple[re.Pattern[str], dict[str, list[tuple[str, int]]]], ...]:
    """The signs and the units of numbers of a language as expressions, and for each the kinds it is a sign of.

    A sign is one of those patterns that have it in their own words.
    """
    patterns = [_kind(code, index).pattern.replace(r"\s+", " ") for index in range(len(_KINDS))]

    def kinds(sign: str) -> list[tuple[str, int]]:
        return [(code, index) for index, pattern in enumerate(patterns) if sign.strip() in pattern]

    def table(key: str, expression: str) -> tuple[re.Pattern[str], dict[str, list[tuple[str, int]]]]:
        texts = sorted(language(code).words[key], key=len, reverse=True)
        return re.compile(expression % "|".join(map(re.escape, texts))), {each: kinds(each) for each in texts}

    return table("outcomes.signs", "%s"), table("outcomes.counted", r"[0-9]\s*(%s)")


@functools.cache
def _kind(code: str, index: int) -> re.Pattern[str]:
    """All patterns of one kind in one language, at the start of a word where the script has spaces between them."""
    patterns = any_of(sorted(language(code).words[f"outcomes.{_KINDS[index][0]}"], key=len, reverse=True))
    return re.compile(f"(?<![a-z])(?:{patterns})" if code == "en" else patterns)


def _is_open(text: str, start: int, end: int, code: str) -> bool:
    """The words around say that it has not happened."""
    not_done, not_yet = _open(code)
    return bool(not_done.match(text, end) or not_yet.search(text[max(0, start - _NEAR) : start]))


@functools.cache
def _open(code: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = language(code).words
    return re.compile(any_of(words["outcomes.not_done"])), re.compile(any_of(words["outcomes.not_yet"]))


def _overlaps(taken: list[tuple[int, int, Outcome]], start: int, end: int) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end, _ in taken)
