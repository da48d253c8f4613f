"""Which languages a text may be written in, by its scripts: the patterns of the others need not be asked."""

from __future__ import annotations

import re
from collections.abc import Iterator

_KOREAN, _KANA_OR_HAN, _HAN, _LATIN = (
    re.compile(script) for script in ("[가-힣]", "[ぁ-んァ-ヶ一-鿿]", "[一-鿿]", "[a-z]")
)


def languages_of(text: str) -> Iterator[str]:
    """The codes of the languages that a text in lower case may have words of; Japanese may be all Chinese signs."""
    if _KOREAN.search(text):
        yield "ko"
    if _KANA_OR_HAN.search(text):
        yield "ja"
        if _HAN.search(text):
            yield "zh"
    if _LATIN.search(text):
        yield "en"
