"""The end-of-block mark: a line with nothing but `^`. Source: kramdown's syntax page, "End-Of-Block Marker"."""

from __future__ import annotations

import re

from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.lexis import EOB_MARKER

MARK = re.compile(EOB_MARKER)


def parse(frame: Frame, text: str, pos: int) -> int:
    """A mark; it prints nothing and keeps what follows out of the block before it."""
    match = MARK.match(text, pos)
    if match is None:
        return FAIL
    frame.add("eob")
    return match.end()
