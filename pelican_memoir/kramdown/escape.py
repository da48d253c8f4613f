"""Escaped characters: a backslash before punctuation.

Source: kramdown's syntax page, "Automatic and Manual Escaping".
"""

from __future__ import annotations

import re

from pelican_memoir.kramdown.entity import REFERENCE
from pelican_memoir.kramdown.spans import FAIL, Scanner, is_text

_CHARACTERS = frozenset("\\.*_+`<>()[]{}#!:|\"'$=-")
_ESCAPED = re.compile(r"\\([\\.*_+`<>()\[\]{}#!:|\"'$=-])")


_OPEN_REFERENCE = re.compile(r"&#?[\w:.-]*$", re.ASCII)
_IN_REFERENCE = re.compile(r"#?[\w:.-]*", re.ASCII)
_REST_OF_REFERENCE = re.compile(r"(?:\\?[\w:.#-])+;", re.ASCII)


def unescape(text: str) -> str:
    """The text without the backslashes that escape."""
    return _ESCAPED.sub(r"\1", text) if "\\" in text else text


def parse(scanner: Scanner, pos: int) -> int:
    """The character behind a backslash, as text; GFM escapes the tilde, too."""
    character = scanner.text[pos + 1 : pos + 2]
    if (character and character in _CHARACTERS) or (character == "~" and scanner.document.gfm):
        after = _reference(scanner, pos)
        if after == FAIL:
            scanner.children.append(character)
            return pos + 2
        return after
    return FAIL


def _reference(scanner: Scanner, pos: int) -> int:
    """A reference to a character of which a part is escaped (`&\\#945;`): it is one text, as kramdown joins texts.

    What looks like a reference when texts are written out is not escaped any more.
    """
    rest = _REST_OF_REFERENCE.match(scanner.text, pos)
    if rest is None:
        return FAIL
    children = scanner.children
    before, first = "", len(children)
    while first and is_text(children[first - 1]) and _IN_REFERENCE.fullmatch(before):
        first -= 1
        before = f"{children[first]}{before}"
    begins = _OPEN_REFERENCE.search(before)
    if begins is None or not REFERENCE.fullmatch(begins[0] + unescape(rest[0])):
        return FAIL
    children[first:] = [before + unescape(rest[0])]
    return rest.end()
