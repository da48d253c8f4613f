"""Brackets of a formula that stay open: each doubles the time that math-core takes."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"\\(?:left|right|middle)\s*(?:\\[a-zA-Z]+|\\?.)"  # these have to be paired, and are quick
    r"|(?P<opening>[(\[]|\\\{"
    r"|\\(?:l(?:brace|brack|angle|floor|ceil|vert|Vert|group|moustache)|ulcorner|llcorner|llbracket)(?![a-zA-Z]))"
    r"|(?P<closing>[)\]]|\\\}"
    r"|\\(?:r(?:brace|brack|angle|floor|ceil|vert|Vert|group|moustache)|urcorner|lrcorner|rrbracket)(?![a-zA-Z]))"
    r"|\\[a-zA-Z]+|\\.",
    re.DOTALL,
)


def open_brackets(tex: str) -> int:
    """Return how many brackets are open at the end of a formula; any that closes ends the last one, as in `[0, 1)`."""
    depth = 0
    for token in _TOKEN.finditer(tex):
        if token["opening"]:
            depth += 1
        elif token["closing"]:
            depth = max(0, depth - 1)
    return depth
