"""Which languages a text may be written in, by its scripts: the patterns of the others need not be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

_KOREAN, _KANA, _HAN, _LATIN = (
    re.compile(script) for script in ("[가-힣]", "[ぁ-んァ-ヶ]", "[一-鿿]", "[a-z]")
)


def languages_of(text: str) -> Iterator[str]:
    """The codes of the languages that a text in lower case may have words of; Japanese may be all Chinese signs."""
    if _KOREAN.search(text):
        yield "ko"
    has_han = _HAN.search(text)
    if has_han or _KANA.search(text):
        yield "ja"
    if has_han:
        yield "zh"
    if _LATIN.search(text):
        yield "en"
