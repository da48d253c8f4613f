"""Escaped characters: a backslash before punctuation.

Source: kramdown's syntax page, "Automatic and Manual Escaping".
"""

from __future__ import annotations

import re

from pelican_memoir.kramdown.spans import FAIL, Scanner

_CHARACTERS = frozenset("\\.*_+`<>()[]{}#!:|\"'$=-")
_ESCAPED = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=-])")


def unescape(text: str) -> str:
    """The text without the backslashes that escape."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def parse(scanner: Scanner, pos: int) -> int:
    """The character behind a backslash, as text; GFM escapes the tilde, too."""
    character = scanner.text[pos + 1 : pos + 2]
    if (character and character in _CHARACTERS) or (character == "~" and scanner.document.gfm):
        scanner.children.append(character)
        return pos + 2
    return FAIL
