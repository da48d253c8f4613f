"""Edits of a source: a stretch that becomes another text. Applied together, in the order of their places."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Guess:
    """What a repair had to guess and the author should look at: what of (`about`), and the words that find its line."""

    about: str
    needle: str


@dataclass(frozen=True, slots=True)
class Edit:
    """`source[start:end]` becomes `text`; `start == end` inserts."""

    start: int
    end: int
    text: str = ""
    guess: Guess | None = None


def apply(source: str, edits: Iterable[Edit]) -> tuple[str, tuple[Edit, ...]]:
    """Return the source with the edits made, and those that were made.

    At one place insertions come before what replaces the text there, else in the order given. An edit that
    reaches into one before it is left out: half an edit would break a tag.
    """
    parts: list[str] = []
    made: list[Edit] = []
    last = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        if edit.start < last:
            continue
        parts += [source[last : edit.start], edit.text]
        made.append(edit)
        last = edit.end
    return "".join([*parts, source[last:]]), tuple(made)
