"""Captions go into the figure they stand behind; one without a figure is a line of text."""

from __future__ import annotations

from collections.abc import Iterator

from pelican_memoir.memoir.element import Element
from pelican_memoir.repair.edit import Change, Edit, Retag
from pelican_memoir.repair.flow import Neighbours, in_phrase
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.tag import is_whole

CAPTION = "caption"
_NAMES = frozenset(["figure", "figcaption"])


def captions(page: Page) -> Iterator[Change]:
    """Yield the changes: `<figure>` and what follows it as a caption, a box around it or not, become one figure."""
    neighbours = Neighbours()
    for element in page.named(_NAMES):
        if element.name == "figure" and is_whole(element) and not _has_caption(element):
            _, behind = neighbours.of(element)
            caption = _caption_in(behind) if isinstance(behind, Element) else None
            if caption is not None and isinstance(behind, Element):
                yield from _taken_in(element, behind, caption)
        elif element.name == "figcaption" and not _has_figure(element, neighbours):
            name = "span" if in_phrase(element) else "div"
            yield Retag(element, name=name, classes=[CAPTION])


def _has_caption(figure: Element) -> bool:
    return any(child.name == "figcaption" for child in figure.elements)


def _has_figure(caption: Element, neighbours: Neighbours) -> bool:
    """Tell whether a caption is in a figure, or will be taken into the one before it."""
    if caption.parent is None or caption.parent.name == "figure":
        return True
    for block in (caption, caption.parent):
        before, _ = neighbours.of(block)
        if (
            isinstance(before, Element)
            and before.name == "figure"
            and is_whole(before)
            and not _has_caption(before)
            and _caption_in(block) is caption
        ):
            return True
    return False


def _caption_in(block: Element) -> Element | None:
    """Return the caption that a block is, or that is all it holds."""
    if not is_whole(block) or "<!--" in block.source[block.start : block.end]:
        return None
    if block.name == "figcaption" or (block.name == "p" and CAPTION in block.classes):
        return block
    children = [child for child in block.children if not isinstance(child, str) or child.strip()]
    if block.name != "div" or len(children) != 1 or not isinstance(children[0], Element):
        return None
    inner = children[0]
    return inner if inner.name == "figcaption" and is_whole(inner) else None


def _taken_in(figure: Element, block: Element, caption: Element) -> Iterator[Change]:
    yield Edit(figure.close, figure.end)
    if block is not caption:
        yield Edit(block.start, block.inner)
        yield Edit(block.close, block.end)
    if caption.name == "p":
        yield Retag(caption, name="figcaption", declassed=[CAPTION])
    yield Edit(block.end, block.end, "</figure>")
