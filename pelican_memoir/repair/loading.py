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
    for number, element in enumerate(page.named(["img"])):
        put = {key: value for key, value in _WISHES.items() if _lacks(element, key)}
        if number < _AT_ONCE and _is_in_sight(page, element):
            wanted_at_once = put.pop("loading", None) is not None
            if wanted_at_once and number == 0 and _lacks(element, "fetchpriority"):
                put["fetchpriority"] = "high"
        if put:
            yield Retag(element, put=put)


def _lacks(element: Element, key: str) -> bool:
    return key not in element.attributes


def _is_in_sight(page: Page, picture: Element) -> bool:
    """Tell whether few words stand before a picture."""
    if picture.start > _TOO_FAR:
        return False
    count, place = 0, 0
    while place < picture.start:
        opening = page.html.find("<", place, picture.start)
        closing = page.html.find(">", opening, picture.start) if opening >= 0 else -1
        end = opening if closing >= 0 else picture.start
        count += sum(map(str.isalnum, page.html[place:end]))
        if count > _AT_FIRST_SIGHT:
            return False
        place = closing + 1 if closing >= 0 else end
    return True
