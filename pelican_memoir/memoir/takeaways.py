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
_WORD = re.compile(r"[^\W_]")
_BEFORE = re.compile(r"^[\W_]+")
"""What stands before a label and says nothing, such as an emoji."""


def takeaway_of(outline: Outline, start: int, end: int) -> Element | None:
    """The element that holds the takeaway of `html[start:end]`, None where there is none.

    The last note wins, then the first bold quotation, then the first paragraph if it opens with a label. So does the
    last one where no headings part the stretch, since what closes a heading's text is about that alone.
    """
    notes = outline.of_class(_SUMMING, start, end)
    if notes:
        return notes[-1]
    blocks: list[Element] = []
    for element in outline.between(start, end):
        if element.name == "blockquote" and _is_all_bold(element):
            return element
        is_inside = bool(blocks) and element.start < blocks[-1].end
        if element.name in ("p", "ul", "ol") and not is_inside:
            blocks.append(element)
    orders = (blocks,) if outline.headings_between(start, end) else (blocks, blocks[::-1])
    ends = (next(filter(_has_words, order), None) for order in orders)
    return next(
        (_with_quotation(each) for each in ends if each and each.name == "p" and _is_labelled(each)), None
    )


def _with_quotation(paragraph: Element) -> Element:
    """The quotation that holds nothing but a paragraph, else the paragraph."""
    around = paragraph.parent
    if around is None or around.name != "blockquote":
        return paragraph
    beside = (child for child in around.children if child is not paragraph)
    return paragraph if any(not isinstance(child, str) or child.strip() for child in beside) else around


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
    """ "**집중 분야:** …": a label that the languages know, at the very start, with words behind it.

    A bold one may have words before it ("이번 분기의 키워드"); one that is plain text has to be the label alone.
    """
    first = next(
        (child for child in paragraph.children if not isinstance(child, str) or _WORD.search(child)), None
    )
    is_bold = isinstance(first, Element) and first.name in _BOLD
    if not is_bold and not isinstance(first, str):
        return False
    label, colon, words = plain(text_of(paragraph)).partition(":")
    label = _BEFORE.sub("", label).rstrip()
    if not colon or not _WORD.search(words) or len(label) > _LONGEST_LABEL:
        return False
    if isinstance(first, Element) and not _BEFORE.sub("", plain(text_of(first))).startswith(label):
        return False
    return (
        compiled(r"(?:.*\s)?(?:%s)" if is_bold else r"(?:%s)$", "sections.takeaway").match(label) is not None
    )


__all__ = ["NOTES", "takeaway_of", "takeaway_text"]
