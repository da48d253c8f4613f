"""Math between `$$`: a block of its own, or inside text. Source: kramdown's syntax page, "Math Blocks"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.lexis import BLANKS, BLOCK_BOUNDARY, OPT_SPACE, WS
from pelican_memoir.kramdown.tree import Node

if TYPE_CHECKING:
    from pelican_memoir.kramdown.spans import Scanner

_BLOCK = re.compile(rf"{OPT_SPACE}(\\)?\$\$(.*?)\$\$({WS}*?\n)?", re.DOTALL)
_SPAN = re.compile(r"\$\$(.*?)\$\$", re.DOTALL)


def parse_block(frame: Frame, text: str, pos: int) -> int:
    """A formula with a block boundary on both sides. An escaped one loses its backslash and is text with a formula."""
    match = _BLOCK.match(text, pos)
    if match is None or not frame.after_boundary():
        return FAIL
    if match.group(1):
        return _escaped(frame, text, match)
    if BLOCK_BOUNDARY.match(text, match.end()) is None:
        return FAIL
    node = frame.add("math", match.group(2).strip(BLANKS), pos)
    node.model = "block"
    return match.end()


def _escaped(frame: Frame, text: str, match: re.Match[str]) -> int:
    if not match.group(3):
        return FAIL
    rules = frame.document.block_rules["$"]
    start = match.end(1)
    for rule in rules[rules.index(parse_block) + 1 :]:
        after = rule(frame, text, start)
        if after >= 0:
            return after
    return FAIL


def parse_span(scanner: Scanner, pos: int) -> int:
    """A formula inside text."""
    match = _SPAN.match(scanner.text, pos) if scanner.ahead.has("$$", pos + 2) else None
    if match is None:
        return FAIL
    scanner.children.append(Node("math", match.group(1).strip(BLANKS)))
    return match.end()
