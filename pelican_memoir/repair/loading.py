"""Pictures below the fold are fetched when they are near, and none holds up the text."""

from __future__ import annotations

from collections.abc import Iterator

from pelican_memoir.memoir.element import Element
from pelican_memoir.repair.edit import Edit
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.tag import retag
from pelican_memoir.repair.texts import stretches

_WISHES = {"loading": "lazy", "decoding": "async"}


def loading(page: Page) -> Iterator[Edit]:
    """Yield the attributes; a picture before the first word is likely in sight at once and is not put off."""
    pictures = [element for element in page.tree.elements if element.name == "img"]
    if not pictures:
        return
    begin = _first_word(page)
    for element in pictures:
        put = {key: value for key, value in _WISHES.items() if _lacks(element, key)}
        if element.start < begin:
            put.pop("loading", None)
        if put:
            yield from retag(element, put=put)


def _lacks(element: Element, key: str) -> bool:
    return key not in element.attributes


def _first_word(page: Page) -> int:
    words = (start for start, end, _ in stretches(page.tree) if any(map(str.isalnum, page.html[start:end])))
    return min(words, default=len(page.html))
