"""Horizontal rules. Source: kramdown's syntax page, "Horizontal Rules"."""

from __future__ import annotations

import re

from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.lexis import RULE

LINE = re.compile(RULE)


def parse(frame: Frame, text: str, pos: int) -> int:
    """A line of three or more `*`, `-` or `_`."""
    match = LINE.match(text, pos)
    if match is None:
        return FAIL
    frame.add("hr")
    return match.end()
