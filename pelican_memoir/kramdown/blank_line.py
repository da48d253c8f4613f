"""Blank lines: what separates blocks."""

from __future__ import annotations

import re

from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.lexis import BLANK_LINE

_BLANK = re.compile(rf"{BLANK_LINE}+")


def parse(frame: Frame, text: str, pos: int) -> int:
    """One or more blank lines; they join the blank lines before them, which leaves a waiting IAL in place."""
    match = _BLANK.match(text, pos)
    if match is None:
        return FAIL
    last = frame.last()
    if last is not None and last.kind == "blank":
        last.value = (last.value or "") + match.group()
    else:
        frame.add("blank", match.group())
    return match.end()
