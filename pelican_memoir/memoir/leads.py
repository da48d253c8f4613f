"""Periods that no heading tells: a bold name that opens a paragraph, an item that holds what was done in it.

**1월** 첫 회사에 들어갔다.          - 1월
                                      - 입사
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from pelican_memoir.memoir.content import is_contents, item_text
from pelican_memoir.memoir.element import Element, text_of
from pelican_memoir.memoir.heading import read_heading
from pelican_memoir.memoir.outline import BOLD_RANK, Heading, Outline, spaced
from pelican_memoir.memoir.reading import Strength

_BOLD = frozenset({"strong", "b"})
_LISTS = frozenset({"ul", "ol"})
_FEWEST = 3
_LONGEST = 40
_AFTER_NAME = ":： .-–—"


def with_leads(outline: Outline) -> Outline | None:
    """The outline with a series of leads among its headings, None where there is none.

    A series are the leads of one element that are nothing but periods of one kind, three or more in order of time.
    """
    beside: dict[tuple[int, str, str], list[tuple[int, Heading]]] = defaultdict(list)
    for heading in _leads(outline):
        reading = read_heading(heading.text)
        parent = heading.element.parent
        if reading is not None and reading.strength is Strength.EXACT and parent is not None:
            beside[parent.start, heading.element.name, reading.kind].append((reading.number, heading))
    found = [heading for series in beside.values() if _is_in_order(series) for _, heading in series]
    return Outline(outline.tree, found) if found else None


def _is_in_order(series: list[tuple[int, Heading]]) -> bool:
    return len(series) >= _FEWEST and all(one < other for (one, _), (other, _) in pairwise(series))


def _leads(outline: Outline) -> Iterator[Heading]:
    for element in outline.elements:
        if element.name == "p":
            text = _bold_opening(element)
        elif element.name == "li":
            text = _opening_of_item(element)
        else:
            continue
        text = spaced(text).rstrip(_AFTER_NAME)
        if 0 < len(text) <= _LONGEST:
            yield Heading(text, None, BOLD_RANK, element, element.start)


def _bold_opening(paragraph: Element) -> str:
    first = next((child for child in paragraph.children if not isinstance(child, str) or child.strip()), None)
    return text_of(first) if isinstance(first, Element) and first.name in _BOLD else ""


def _opening_of_item(item: Element) -> str:
    """The words of an item that holds a list, and does not lead somewhere as those of a table of contents do."""
    holds_list = any(child.name in _LISTS for child in item.elements)
    leads = any(child.name == "a" for child in item.elements)
    if not holds_list or leads or item.parent is None or is_contents(item.parent):
        return ""
    return item_text(item)
