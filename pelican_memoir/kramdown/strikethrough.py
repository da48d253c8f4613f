"""Deleted text: `~~text~~`. Source: kramdown-parser-gfm."""

from __future__ import annotations

import re

from pelican_memoir.kramdown.lexis import WS
from pelican_memoir.kramdown.spans import FAIL, Scanner, read_spans
from pelican_memoir.kramdown.tree import Node

_SPAN = re.compile(rf"~~(?!{WS}|~).*?[^ \t\n\v\f\r~]~~", re.DOTALL)


def parse(scanner: Scanner, pos: int) -> int:
    """Deleted text; its content is read as a text of its own."""
    text = scanner.text
    if not text.startswith("~~", pos) or not scanner.ahead.has("~~", pos + 2) or not scanner.patient():
        return FAIL
    match = _SPAN.match(text, pos)
    if match is None:
        scanner.waste(len(text) - pos)
        return FAIL
    node = Node("html_element")
    node.tag, node.model = "del", "span"
    node.children = read_spans(scanner.document, match.group()[2:-2], scanner.line + text.count("\n", 0, pos))
    scanner.children.append(node)
    return match.end()
