"""Reads from an achievement's own words how it ended: medals, places, prizes, certificates, setbacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pelican_memoir.memoir.model import Outcome, OutcomeKind
from pelican_memoir.memoir.normalise import Normalised, normalise
from pelican_memoir.memoir.period_words import compiled

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
_SENTENCES = re.compile(r"(?<=[.!?。！？])\s+")


def outcomes_of(texts: Iterable[str]) -> tuple[Outcome, ...]:
    """The outcomes that the texts tell, in their order, each with the words it was read from and told once.

    What is hoped for, planned or did not happen is none; neither is what the words leave open.
    """
    found: dict[tuple[str, str], Outcome] = {}
    for text in texts:
        for sentence in _SENTENCES.split(text):
            for outcome in _of_sentence(sentence):
                found.setdefault((outcome.kind, outcome.text), outcome)
    return tuple(found.values())


def _of_sentence(sentence: str) -> Iterator[Outcome]:
    source = normalise(sentence)
    taken: list[tuple[int, int, Outcome]] = []
    for key, kind, level in _KINDS:
        for match in compiled("%s", f"outcomes.{key}").finditer(source.text):
            start, end = match.span()
            if start < end and not _is_open(source.text, start, end) and not _overlaps(taken, start, end):
                taken.append((start, end, Outcome(kind, _words(source, start, end), level)))
    prized = any(outcome.kind == "prize" and outcome.text != "수상" for _, _, outcome in taken)
    for _, _, outcome in sorted(taken, key=lambda each: each[:2]):
        if not (prized and outcome.text == "수상"):
            yield outcome


def _is_open(text: str, start: int, end: int) -> bool:
    """The words around say that it has not happened."""
    if compiled("(?:%s)", "outcomes.not_done").match(text, end):
        return True
    return compiled("(?:%s)", "outcomes.not_yet").search(text[max(0, start - 30) : start]) is not None


def _overlaps(taken: list[tuple[int, int, Outcome]], start: int, end: int) -> bool:
    return any(start < other_end and other_start < end for other_start, other_end, _ in taken)


def _words(source: Normalised, start: int, end: int) -> str:
    return " ".join(source.written_from(start, end).split())
