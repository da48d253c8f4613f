"""HTML at the start of a line: comments, elements that are not spans, and the end tag of an element that is open.

Source: kramdown's syntax page, "HTML Blocks".
"""

from __future__ import annotations

from pelican_memoir.kramdown import html
from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.lexis import SPAN_ELEMENTS
from pelican_memoir.kramdown.raw_html import open_element
from pelican_memoir.kramdown.tree import Node


def parse(frame: Frame, text: str, pos: int) -> int:
    """An HTML comment or element, or the end of the element that this frame is in."""
    if match := html.comment(frame.ahead, pos):
        node = Node("xml_comment", match.group(), frame.line_at(pos))
        node.model = "block"
        frame.tree.children.append(node)
        trailing = html.TRAILING_SPACE.match(text, match.end())
        return trailing.end() if trailing else match.end()
    match = html.BLOCK_TAG.match(text, pos)
    if match and match.group(1).lower() not in SPAN_ELEMENTS:
        frame.pos = match.end()
        frame.waits = open_element(frame, match)
        return frame.pos
    match = html.BLOCK_CLOSE.match(text, pos)
    if match and frame.closes and match.group(1).lower() == frame.closes:
        frame.closed = True
        return match.end()
    return FAIL
