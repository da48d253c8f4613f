"""Ids of headers: GFM's from any script, kramdown's own from ASCII. Source: kramdown-parser-gfm; option `auto_ids`."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = re.compile(r"[^0-9A-Za-z_\- \t\uac00-\ud7a3]")
_WORD_CATEGORIES = frozenset(("Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "Pc"))
_CIRCLED = frozenset(
    (*range(0x24B6, 0x24EA), *range(0x1F130, 0x1F14A), *range(0x1F150, 0x1F16A), *range(0x1F170, 0x1F18A))
)
_SPACES = str.maketrans(" \t", "--")


def is_word(character: str) -> bool:
    """Ruby's `\\p{Word}`: letters, marks, decimal digits, letter numbers, connectors and the circled letters."""
    return unicodedata.category(character) in _WORD_CATEGORIES or ord(character) in _CIRCLED


class GfmIds:
    """Makes the ids of one document: the first of a kind is plain, the next ends in `-1`."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self._counts: dict[str, int] = {}

    def make(self, text: str) -> str:
        """The id for a header's text: lower case, word characters, hyphens; spaces become hyphens."""
        base = _PLAIN.sub(_keep, text.lower()).translate(_SPACES)
        count = self._counts.get(base, -1) + 1
        self._counts[base] = count
        return f"{self.prefix}{base}-{count}" if count else self.prefix + base


def _keep(match: re.Match[str]) -> str:
    character = match.group()
    return character if is_word(character) else ""


class AsciiIds:
    """kramdown's own ids, of ASCII letters and digits; "section" where nothing is left."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self._counts: dict[str, int] = {}

    def make(self, text: str) -> str:
        """The id for a header's text."""
        base = basic_id(text) or "section"
        name = base
        if base in self._counts:
            self._counts[base] += 1
            name = f"{base}-{self._counts[base]}"
        else:
            self._counts[base] = 0
        return self.prefix + name


def basic_id(text: str) -> str:
    """`text` from its first ASCII letter on, lower case, without all but letters, digits, hyphens for spaces."""
    text = re.sub(r"^[^a-zA-Z]+", "", text, flags=re.MULTILINE)
    return re.sub(r"[^a-zA-Z0-9 -]", "", text).replace(" ", "-").lower()
