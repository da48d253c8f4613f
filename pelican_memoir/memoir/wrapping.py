"""Where a period may be wrapped in a section without breaking an element of the author."""

from __future__ import annotations

from pelican_memoir.memoir.element import Element, text_of
from pelican_memoir.memoir.outline import Heading, Outline
from pelican_memoir.memoir.tree import VOID

_MAY_HOLD_SECTIONS = frozenset(
    {"", "html", "body", "main", "article", "section", "div", "center", "td", "li", "blockquote", "details"}
)
_MAY_LACK_END = VOID | {"p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option"}


def section_extent(outline: Outline, heading: Heading, end: int) -> tuple[int, int] | None:
    """Start and end of the section around `heading` up to `end`, None where nesting forbids one."""
    first = _with_its_frame(heading)
    parent = first.parent
    if parent is None or parent.name not in _MAY_HOLD_SECTIONS or "data-period" in parent.attributes:
        return None
    stop = _stop(outline, parent, end)
    if stop is None or stop <= first.start or not _is_whole(outline, first.start, stop):
        return None
    return first.start, stop


def _with_its_frame(heading: Heading) -> Element:
    """The heading, or the elements around it that hold nothing else: `<div align="center"><h2>…</h2></div>`."""
    element = heading.element
    if element.name == "summary" and element.parent is not None:
        return element.parent
    while (frame := element.parent) is not None and frame.name in ("div", "center", "header", "hgroup"):
        if text_of(frame).strip() != text_of(element).strip():
            break
        element = frame
    return element


def _stop(outline: Outline, parent: Element, end: int) -> int | None:
    """The place before what follows the period, among the children of `parent`."""
    if end >= parent.close:
        return parent.close if parent.end > parent.close or not parent.name else None
    following = next((h for h in outline.headings if h.start == end), None)
    if following is None:
        return None
    element = _with_its_frame(following)
    return element.start if element.parent is parent else None


def _is_whole(outline: Outline, start: int, stop: int) -> bool:
    """No element in the stretch is left open by its author, and no end tag in it would close the section."""
    if any(tag == "section" and start <= place < stop for tag, place in outline.tree.stray):
        return False
    if any(start <= element.start < stop and element.name not in _MAY_LACK_END for element in outline.open):
        return False
    inside = outline.between(start, stop)
    last = inside[-1] if inside else None
    while (
        last is not None and last.name and last.start >= start
    ):  # what reaches over the end is around what begins last
        if last.end > stop:
            return False
        last = last.parent
    return True
