"""The order in which a page lists tags, categories and authors: as their names are read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

_NUMBER = re.compile(r"([0-9]+)")


def by_name(labels: Iterable[tuple[Any, Any]]) -> list[tuple[Any, Any]]:
    """Sort what Pelican lists, pairs of a label and its posts, by the label's name.

    Pelican sorts by slugs, where 가 is `ga` and 나 `na`: a reader of Korean finds nothing there. Capitals count as
    small letters, a number by its worth: 2 goes before 10.
    """
    return sorted(labels, key=lambda pair: (_read(str(pair[0])), str(pair[0])))


def _read(name: str) -> list[tuple[bool, int, str]]:
    """Numbers before words, and a longer number behind a shorter one: none is too long to be read."""
    parts = _NUMBER.split(unicodedata.normalize("NFC", name).casefold())
    return [
        (False, len(number := part.lstrip("0")), number) if at % 2 else (True, 0, part)
        for at, part in enumerate(parts)
        if part
    ]
