"""Pictures without a text get one drafted from the heading above them; the author is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pelican_memoir.memoir.element import Element, text_of
from pelican_memoir.repair.edit import Guess, Retag
from pelican_memoir.repair.page import Page

ABOUT = "alt"
_NAMES = frozenset(["img", "h1", "h2", "h3", "h4", "h5", "h6"])
_NUMBER = re.compile(r"^\s*(?:\d+(?:[-.]\d+)*\s*[.)]|[①-⑳]|\(\d+\))\s*")


def alts(page: Page) -> Iterator[Retag]:
    """Yield the changes; an empty alternative text is the author's word that the picture says nothing."""
    heading, counts = page.title, Counter[str]()
    above: list[Element] = []  # read where a picture asks for them
    for element in page.named(_NAMES):
        if element.name != "img":
            above.append(element)
        elif "alt" not in element.attributes:
            heading = next(filter(None, map(_words, reversed(above))), heading)
            above.clear()
            counts[heading] += 1
            draft = heading if counts[heading] == 1 else f"{heading} ({counts[heading]})"
            yield Retag(element, put={"alt": draft}, guess=Guess(ABOUT, element.attributes.get("src", "")))


def _words(heading: Element) -> str:
    return " ".join(_NUMBER.sub("", text_of(heading)).split())
