"""Text made comparable for the patterns of the languages, with the way back to the text as it was written."""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_ONE_FOR_MANY = {
    **dict.fromkeys("‐‑‒–—―−─﹣ㅡ", "-"),
    **dict.fromkeys("〜～∼∽˜⁓", "~"),
    **dict.fromkeys("‘’ʼ‛", "'"),
    **dict.fromkeys("“”„‟«»", '"'),
    **dict.fromkeys("・•‧∙⋅･", "·"),
}
EMOJI = "•"
"""Stands for any emoji or pictorial sign: authors part a period from its title with one."""

SHORTCODE = r":[a-z][a-z0-9_+-]*+:"
"""An emoji by its name (":seedling:"), as those write it who have a plugin for it."""

_SKIN_TONES = range(0x1F3FB, 0x1F400)


@dataclass(frozen=True, slots=True)
class Normalised:
    """`text` in NFKC and lower case, dashes and tildes made one, each emoji an `EMOJI`.

    `written` is the source in NFC; the character of `text` at i came from `written[places[i]]`, and `places` has
    one entry more than `text` has characters.
    """

    text: str
    written: str
    places: Sequence[int]

    def written_from(self, start: int, end: int | None = None) -> str:
        """What was written at `text[start:end]`."""
        stop = len(self.text) if end is None else end
        return self.written[self.places[start] : self.places[stop]]


def normalise(source: str) -> Normalised:
    """See `Normalised`. Runs of white space become one space; none is at the ends."""
    written = unicodedata.normalize("NFC", source)
    text = _one_for_one(written)
    if _OTHER not in text and "  " not in text and text == text.strip(" "):
        return Normalised(text, written, range(len(text) + 1))
    characters: list[str] = []
    places: list[int] = []
    for place, written_character in enumerate(written):
        for character in _plain(written_character):
            if character == " " and (not characters or characters[-1] == " "):
                continue
            characters.append(character)
            places.append(place)
    if characters and characters[-1] == " ":
        characters.pop()
        places.pop()
    return Normalised("".join(characters), written, (*places, len(written)))


def plain(source: str) -> str:
    """The normalised text alone."""
    return normalise(source).text


_NOT_ITSELF = re.compile(r"[^ -@\[-~가-힣ぁ-ゖァ-ヺー一-鿿。、]")
"""A character that another may stand for; the others of a text in lower case stand for themselves."""


def _one_for_one(written: str) -> str:
    """`written` with one character for each: `_OTHER` where there is no one that stands for it."""
    lower = written.lower()
    if len(lower) != len(written):
        return written.translate(_ONE_TO_ONE)
    return _NOT_ITSELF.sub(lambda match: _ONE_TO_ONE[ord(match[0])], lower)


class _OneToOne(dict[int, str]):
    """What each character becomes, found when first asked for; `_OTHER` where that is not one character."""

    def __missing__(self, code: int) -> str:
        found = _plain(chr(code))
        self[code] = found if len(found) == 1 else _OTHER
        return self[code]


_OTHER = "\0"
_ONE_TO_ONE = _OneToOne()


@functools.lru_cache(maxsize=4096)
def _plain(character: str) -> str:
    if character in _ONE_FOR_MANY:
        return _ONE_FOR_MANY[character]
    return "".join(map(_comparable, unicodedata.normalize("NFKC", character).casefold()))


def _comparable(character: str) -> str:
    if character in _ONE_FOR_MANY:
        return _ONE_FOR_MANY[character]
    category = unicodedata.category(character)
    if category in ("Cf", "Me", "Mn") or ord(character) in _SKIN_TONES:
        return "" if not _is_mark_of_script(character) else character
    if category == "So":
        return EMOJI
    if category == "No":
        return _digits(character)
    if category in ("Cn", "Co", "Cs", "Cc", "Zs", "Zl", "Zp"):
        return " "
    return character


def _digits(character: str) -> str:
    """The numeral in a circle that NFKC leaves as it is ("❶"), in ASCII."""
    value = unicodedata.numeric(character)
    return str(int(value)) if value.is_integer() else character


def _is_mark_of_script(character: str) -> bool:
    """Marks that belong to letters stay (Japanese voiced sounds, accents); selectors and joiners go."""
    return unicodedata.category(character) == "Mn" and not 0xFE00 <= ord(character) <= 0xFE0F
