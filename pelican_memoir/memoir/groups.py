"""The labelled groups of a retrospective: Keep, Problem, Try; liked, learned, lacked, longed for; good and bad."""

from __future__ import annotations

from collections.abc import Iterable

from pelican_memoir.memoir.content import item_text
from pelican_memoir.memoir.element import Element, text_of
from pelican_memoir.memoir.entries import entries
from pelican_memoir.memoir.model import Group
from pelican_memoir.memoir.outline import Outline, spaced
from pelican_memoir.memoir.sections import group_of

_FEWEST = 2
_LETTERS = {"k": "keep", "p": "problem", "t": "try"}


def groups_of(outline: Outline) -> tuple[Group, ...]:
    """The groups of a post, in order; none where only one is told, for a lone "좋았던 점" groups nothing.

    A group is a heading with its entries, or an item of a list whose inner list it labels ("- **K**").
    """
    found = [
        (heading.start, Group(label, heading.text, heading.anchor, _entries(outline, heading.content, end)))
        for heading in outline.headings
        if (label := group_of(heading.text)) is not None
        for end in [outline.section_end(heading)]
    ]
    found += [
        (item.start, group) for item in _items_with_lists(outline) if (group := _of_item(item)) is not None
    ]
    if len({group.label for _, group in found}) < _FEWEST:
        return ()
    return tuple(group for _, group in sorted(found, key=lambda each: each[0]))


def _entries(outline: Outline, start: int, end: int) -> tuple[str, ...]:
    return tuple(entry.text for entry in entries(outline, start, end))


def _items_with_lists(outline: Outline) -> Iterable[Element]:
    inner = (element for element in outline.elements if element.name in ("ul", "ol"))
    items = (element.parent for element in inner)
    return {item.start: item for item in items if item is not None and item.name == "li"}.values()


def _of_item(item: Element) -> Group | None:
    inner = next(child for child in item.elements if child.name in ("ul", "ol"))
    bold = next((child for child in _inline(item) if child.name in ("strong", "b")), None)
    if bold is None:
        return None
    heading = item_text(item)
    label = _LETTERS.get(heading.lower()) or group_of(heading)
    if label is None or spaced(text_of(bold)) != heading:
        return None
    texts = tuple(text for child in inner.elements if child.name == "li" and (text := item_text(child)))
    return Group(label, heading, item.attributes.get("id") or None, texts)


def _inline(item: Element) -> list[Element]:
    """The children of an item, and those of its paragraph in a loose list."""
    return [each for child in item.elements for each in ([*child.elements] if child.name == "p" else [child])]
