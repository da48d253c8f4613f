"""What a language file holds: how periods are named, and the words that tell the parts of a memoir."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Patterns = tuple[str, ...]
"""Regular expressions over normalised text (`memoir.normalise`): NFKC, lower case, no emoji."""

Numbered = Mapping[int, Patterns]
"""Names that stand for a number: a month, a half, a season (spring is 1)."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language. `words["periods.month"]` are the patterns of key `month` in table `[periods]`.

    `names` holds the tables whose keys are numbers (`periods.halves`), `ordinals` words for numbers ("first").
    """

    code: str
    name: str
    ordinals: Mapping[str, int]
    words: Mapping[str, Patterns]
    names: Mapping[str, Numbered]
