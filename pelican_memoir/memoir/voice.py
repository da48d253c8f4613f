"""Whether a text speaks of its author: in the first person, or of what one felt and wished."""

from __future__ import annotations

import functools
import re

from pelican_memoir.memoir.period_words import words

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-zA-Z]\w*)?[^<>]*>")
_SILENT = frozenset({"pre", "code", "script", "style", "blockquote"})
"""What holds words of others, or none."""

_SHORTEST = 200
_SELDOM = 3000
"""A text that speaks of its author does so once in that many characters, by far the most do much more often."""


def speaks_of_author(html: str) -> bool:
    """True where the words of the author of a post, without what is quoted and without code, are about the author."""
    text = _words(html)
    return len(text) < _SELDOM * sum(1 for _ in _first_person().finditer(text))


def is_silent(html: str) -> bool:
    """True for a text that is long enough to tell, and never speaks of its author."""
    text = _words(html)
    return len(text) >= _SHORTEST and _first_person().search(text) is None


def _words(html: str) -> str:
    told, place, silent = [], 0, 0
    for tag in _TAG.finditer(html):
        if not silent:
            told.append(html[place : tag.start()])
        place = tag.end()
        if (tag["name"] or "").lower() in _SILENT:
            silent = max(0, silent - 1) if tag["end"] else silent + 1
    return " ".join(" ".join([*told, "" if silent else html[place:]]).split())


@functools.cache
def _first_person() -> re.Pattern[str]:
    return re.compile(words("voice.first_person"))
