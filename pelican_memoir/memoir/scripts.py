"""Which languages a text may be written in, by its scripts: the patterns of the others need not be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

_KOREAN, _KANA, _HAN, _LATIN = (
    re.compile(script) for script in ("[가-힣]", "[ぁ-んァ-ヶ]", "[一-鿿]", "[a-z]")
)


def has_kana(text: str) -> bool:
    """Whether a text has hiragana or katakana, which Japanese alone has."""
    return _KANA.search(text) is not None


def languages_of(text: str) -> Iterator[str]:
    """The codes of the languages that a text in lower case may have words of; Japanese may be all Chinese signs."""
    if _KOREAN.search(text):
        yield "ko"
    has_han = _HAN.search(text)
    if has_han or has_kana(text):
        yield "ja"
    if has_han:
        yield "zh"
    if _LATIN.search(text):
        yield "en"
