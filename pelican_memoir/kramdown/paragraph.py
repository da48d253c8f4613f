"""Paragraphs: all that no other construct takes, up to where one may interrupt.

Source: kramdown's syntax page, "Paragraphs"; kramdown-parser-gfm's quirk `paragraph_end`.
"""

from __future__ import annotations

import re

from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.lexis import (
    BLANKS,
    BLOCKQUOTE_START,
    DEFINITION_START,
    GFM_FENCE,
    GFM_HEADER,
    LAZY_END,
    LIST_START,
)

_START = re.compile(r" {0,3}[^ \t].*\n")
_END = {
    False: rf"{LAZY_END}|{DEFINITION_START}",
    True: rf"{LAZY_END}|{LIST_START}|{GFM_HEADER}|{DEFINITION_START}|{BLOCKQUOTE_START}|{GFM_FENCE}",
}
_LINES = {quirk: re.compile(rf".*\n(?:(?!{end}).*\n)*") for quirk, end in _END.items()}


def parse(frame: Frame, text: str, pos: int) -> int:
    """A paragraph, or more lines of the paragraph just before it."""
    if _START.match(text, pos) is None:
        return FAIL
    options = frame.document.options
    match = _LINES[frame.document.gfm and "paragraph_end" in options.gfm_quirks].match(text, pos)
    if match is None:
        return FAIL
    written = match.group().rstrip(BLANKS)
    last = frame.last()
    if last is not None and last.kind == "p":
        joiner = "  \n" if text[max(pos - 3, 0) : pos] == "  \n" else "\n"
        last.value = f"{last.value}{joiner}{written}" if last.value else written
    else:
        frame.add("p", written.lstrip(BLANKS), pos)
    return match.end()
