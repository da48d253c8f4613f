"""Pictures below the fold are fetched when they are near, and none holds up the text."""

from __future__ import annotations

from collections.abc import Iterator

from pelican_memoir.memoir.element import Element
from pelican_memoir.repair.edit import Retag
from pelican_memoir.repair.page import Page

_WISHES = {"loading": "lazy", "decoding": "async"}
_AT_FIRST_SIGHT = 200
"""Letters and digits before a picture that a telephone shows in whole: some ten lines below the title."""
_AT_ONCE = 3
"""Pictures of which a telephone shows something at once; of a gallery the others are further down."""
_TOO_FAR = 4000
"""Characters of HTML that have more words than that, whatever the tags between them."""


def loading(page: Page) -> Iterator[Retag]:
    """Yield the attributes; a picture that is likely in sight at once is not put off, which would delay it."""
    words = _Words(page.html)
    for number, element in enumerate(page.named(["img"])):
        put = {key: value for key, value in _WISHES.items() if _lacks(element, key)}
        if number < _AT_ONCE and words.are_few_before(element.start):
            wanted_at_once = put.pop("loading", None) is not None
            if wanted_at_once and number == 0 and _lacks(element, "fetchpriority"):
                put["fetchpriority"] = "high"
        if put:
            yield Retag(element, put=put)


def _lacks(element: Element, key: str) -> bool:
    return key not in element.attributes


class _Words:
    """The letters and digits of a page between its tags, counted once up to each picture that is asked about."""

    def __init__(self, html: str) -> None:
        self._html = html
        self._place = 0
        """Behind the last tag that all before is counted to."""
        self._count = 0

    def are_few_before(self, end: int) -> bool:
        """Tell whether a picture that begins at `end` is in sight; each begins behind the last."""
        html = self._html
        if end > _TOO_FAR:
            return False
        while self._count <= _AT_FIRST_SIGHT:
            opening = html.find("<", self._place, end)
            closing = html.find(">", opening, end) if opening >= 0 else -1
            if closing < 0:
                return self._count + _letters(html[self._place : end]) <= _AT_FIRST_SIGHT
            self._count += _letters(html[self._place : opening])
            self._place = closing + 1
        return False


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))
