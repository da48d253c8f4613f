"""Whether a text speaks of its author: in the first person, or of what one felt and wished."""

from __future__ import annotations

import functools
import re

from pelican_memoir.memoir.period_words import words

_SILENT = re.compile(r"<(pre|code|script|style|blockquote)\b.*?</\1\s*>|<[^>]*>", re.DOTALL | re.IGNORECASE)
_SHORTEST = 200
_SELDOM = 3000
"""A text that speaks of its author does so once in that many characters, by far the most do much more often."""


@functools.lru_cache(maxsize=1)
def speaks_of_author(html: str) -> bool:
    """True where the words of the author of a post, without what is quoted and without code, are about the author."""
    text = _words(html)
    return len(text) < _SELDOM * sum(1 for _ in _first_person().finditer(text))


def is_silent(html: str) -> bool:
    """True for a text that is long enough to tell, and does not speak of its author."""
    return not speaks_of_author(html) and len(_words(html)) >= _SHORTEST


@functools.lru_cache(maxsize=1)
def _words(html: str) -> str:
    return " ".join(_SILENT.sub(" ", html).split())


@functools.cache
def _first_person() -> re.Pattern[str]:
    return re.compile(words("voice.first_person"))
