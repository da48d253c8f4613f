"""Block quotes. Source: kramdown's syntax page, "Blockquotes"."""

from __future__ import annotations

import re

from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.lexis import BLOCKQUOTE_START, LAZY_END

_START = re.compile(BLOCKQUOTE_START)
_MARKS = re.compile(rf"^{BLOCKQUOTE_START}", re.MULTILINE)
_LINES = re.compile(rf".*\n(?:(?!{LAZY_END}).*\n)*")


def parse(frame: Frame, text: str, pos: int) -> int:
    """A quote with its lazy lines; what is inside is read as blocks of its own."""
    match = _LINES.match(text, pos) if _START.match(text, pos) else None
    if match is None:
        return FAIL
    node = frame.add("blockquote", None, pos)
    frame.nest(node, _MARKS.sub("", match.group()), node.line)
    return match.end()
