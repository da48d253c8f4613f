"""Pictures below the fold are fetched when they are near, and none holds up the text."""

from __future__ import annotations

from collections.abc import Iterator

from pelican_memoir.memoir.element import Element
from pelican_memoir.repair.edit import Retag
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.texts import stretches

_WISHES = {"loading": "lazy", "decoding": "async"}


def loading(page: Page) -> Iterator[Retag]:
    """Yield the attributes; a picture before the first word is likely in sight at once and is not put off."""
    pictures = page.named(["img"])
    if not pictures:
        return
    begin = 0 if _has_word_before(page, pictures[0]) else _first_word(page)
    for element in pictures:
        put = {key: value for key, value in _WISHES.items() if _lacks(element, key)}
        if element.start < begin:
            put.pop("loading", None)
        if put:
            yield Retag(element, put=put)


def _lacks(element: Element, key: str) -> bool:
    return key not in element.attributes


def _has_word_before(page: Page, picture: Element) -> bool:
    """Tell whether a word is seen at a glance before a picture; where not, there may be one all the same."""
    for element in page.elements:
        if element.start >= picture.start:
            return False
        for place in (element.inner, element.end):
            end = page.html.find("<", place)
            if end <= picture.start and any(map(str.isalnum, page.html[place:end])):
                return True
    return False


def _first_word(page: Page) -> int:
    words = (start for start, end, _ in stretches(page) if any(map(str.isalnum, page.html[start:end])))
    return min(words, default=len(page.html))
