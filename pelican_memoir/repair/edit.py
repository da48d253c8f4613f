"""What a repair asks for: changes of the page it was shown, all told before the first is made."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

from pelican_memoir.memoir.element import Element


@dataclass(frozen=True, slots=True)
class Guess:
    """What a repair had to guess and the author should look at: what of (`about`), and the words that find its line."""

    about: str
    needle: str


class Edit(NamedTuple):
    """`source[start:end]` becomes `text`; `start == end` inserts. The page has to be read anew."""

    start: int
    end: int
    text: str = ""


class Retag(NamedTuple):
    """Other tags of an element. What is `put` comes first in the tag, in place of the attribute that is there."""

    element: Element
    name: str | None = None
    drop: Collection[str] = ()
    put: Mapping[str, str] = MappingProxyType({})
    classes: Collection[str] = ()
    declassed: Collection[str] = ()
    guess: Guess | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """An element that goes, with all that is in it."""

    element: Element


@dataclass(frozen=True, slots=True)
class Wrap:
    """A box around `source[start:end]`, from the first to the last of some siblings; no other repair looks for it."""

    start: int
    end: int
    opening: str
    closing: str


Change = Edit | Retag | Removal | Wrap


def apply(source: str, edits: Iterable[Edit]) -> str:
    """Return the source with the edits made.

    At one place insertions come before what replaces the text there, and of two that replace it the longer one counts.
    An edit that reaches into one before it is left out: half an edit would break a tag.
    """
    parts: list[str] = []
    last = 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end > edit.start, -edit.end)):
        if edit.start < last:
            continue
        parts += [source[last : edit.start], edit.text]
        last = edit.end
    return "".join([*parts, source[last:]])
