"""The takeaway of a period: the note that sums it up, a bold quotation, or a leading line with a label."""

from __future__ import annotations

import re

from pelican_memoir.memoir.element import Element, text_of
from pelican_memoir.memoir.normalise import plain
from pelican_memoir.memoir.outline import NOTES, Outline, spaced
from pelican_memoir.memoir.period_words import compiled

_BOLD = frozenset({"strong", "b"})
_SUMMING = ("box-note", "box-success", "memoir-takeaway")
_LONGEST_LABEL = 16


def takeaway_of(outline: Outline, start: int, end: int) -> Element | None:
    """The element that holds the takeaway of `html[start:end]`, None where there is none.

    The last note wins, then the first bold quotation, then the first paragraph if it opens with a bold label.
    """
    notes = outline.of_class(_SUMMING, start, end)
    if notes:
        return notes[-1]
    first: Element | None = None
    for element in outline.between(start, end):
        if element.name == "blockquote" and _is_all_bold(element):
            return element
        if first is None and element.name in ("p", "ul", "ol") and _has_words(element):
            first = element
    return first if first is not None and first.name == "p" and _is_labelled(first) else None


def _has_words(element: Element) -> bool:
    """Some words stand in it. Of a list, which may be long, the items are read up to the first that has some."""
    if element.name == "p":
        return bool(text_of(element).strip())
    return any(text_of(item).strip() for item in element.elements)


def takeaway_text(element: Element) -> str:
    """The words of a takeaway."""
    return spaced(text_of(element))


def _is_all_bold(quotation: Element) -> bool:
    bold = "".join(text_of(element) for element in _outermost_bold(quotation))
    return bool(bold.strip()) and _words(bold) == _words(text_of(quotation))


def _outermost_bold(element: Element) -> list[Element]:
    found: list[Element] = []
    left = list(element.elements)
    while left:
        child = left.pop(0)
        if child.name in _BOLD:
            found.append(child)
        else:
            left[:0] = child.elements
    return found


def _words(text: str) -> str:
    return re.sub(r"\W", "", text)


def _is_labelled(paragraph: Element) -> bool:
    """ "**집중 분야:** …": a bold label that the languages know, at the very start, with words behind it."""
    first = next((child for child in paragraph.children if not isinstance(child, str) or child.strip()), None)
    if not isinstance(first, Element) or first.name not in _BOLD:
        return False
    label, whole = plain(text_of(first)), plain(text_of(paragraph))
    if len(label) > _LONGEST_LABEL or ":" not in whole[: len(label) + 2] or len(whole) <= len(label) + 2:
        return False
    return compiled(r"(?:.*\s)?(?:%s)", "sections.takeaway").match(label) is not None


__all__ = ["NOTES", "takeaway_of", "takeaway_text"]
