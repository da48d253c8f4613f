"""Pictures without a text get one drafted from the heading above them; the author is told."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pelican_memoir.memoir.element import text_of
from pelican_memoir.repair.edit import Edit, Guess
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.tag import retag

ABOUT = "alt"
_NUMBER = re.compile(r"^\s*(?:\d+(?:[-.]\d+)*\s*[.)]|[①-⑳]|\(\d+\))\s*")


def alts(page: Page) -> Iterator[Edit]:
    """Yield the edits; an empty alternative text is the author's word that the picture says nothing."""
    heading, counts = page.title, Counter[str]()
    for element in page.tree.elements:
        if re.fullmatch(r"h[1-6]", element.name):
            heading = " ".join(_NUMBER.sub("", text_of(element)).split()) or heading
        elif element.name == "img" and "alt" not in element.attributes:
            counts[heading] += 1
            draft = heading if counts[heading] == 1 else f"{heading} ({counts[heading]})"
            first, *rest = retag(element, put={"alt": draft})
            yield Edit(first.start, first.end, first.text, Guess(ABOUT, element.attributes.get("src", "")))
            yield from rest
