"""Entities, and how symbols are written out.

Source: kramdown's syntax page, "HTML Entities"; option `entity_output`.
"""

from __future__ import annotations

import re
from html.entities import codepoint2name, name2codepoint
from typing import TYPE_CHECKING

from pelican_memoir.kramdown.spans import FAIL, Scanner
from pelican_memoir.kramdown.tree import Symbol

if TYPE_CHECKING:
    from pelican_memoir.kramdown.options import Options

REFERENCE = re.compile(r"&(?:([A-Za-z0-9_:][-A-Za-z0-9_.:]*)|#([0-9]+)|#x([0-9a-fA-F]+));")
_OWN = {"vellip": 8942, "lceil": 8969, "rceil": 8968, "lang": 9002, "rang": 9001, "apos": 39}
_POINTS = {**name2codepoint, **_OWN}
"""Names to code points where kramdown knows them; the brackets follow its table, which differs from HTML's."""
_NAMES = {**codepoint2name, **{point: name for name, point in _OWN.items()}}
_WINDOWS = {
    point: ord(bytes([point]).decode("cp1252"))
    for point in range(128, 160)
    if point not in (129, 141, 143, 144, 157)
}
NO_BREAK_SPACE = 160
_MARKUP = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}


def point_of(name: str) -> int | None:
    """The code point of a named entity, None for an unknown one."""
    return _POINTS.get(name)


def write_entity(options: Options, point: int, original: str | None = None) -> str:
    """How the character `point` is written under the option `entity_output`; markup characters stay entities."""
    output = options.entity_output
    character = chr(point) if point < 0x110000 and not 0xD800 <= point < 0xE000 else None
    if output == "as_char" and character is not None and character not in _MARKUP:
        return character
    if output in ("as_input", "as_char") and original:
        return original
    name = _NAMES.get(point)
    if name and (output == "symbolic" or character in ("<", ">", "&", '"')):
        return f"&{name};"
    return f"&#{point};"


def parse(scanner: Scanner, pos: int) -> int:
    """An entity; an unknown name is text with its ampersand escaped."""
    match = REFERENCE.match(scanner.text, pos)
    if match is None:
        return FAIL
    name, number, hexadecimal = match.groups()
    if name is not None:
        point = _POINTS.get(name)
    else:
        digits = number or hexadecimal
        point = int(digits, 10 if number else 16) if len(digits) < 12 else 0x110000
        point = _WINDOWS.get(point, point)
    if point is None:
        scanner.children.extend((Symbol("&amp;"), match.group()[1:]))
    else:
        scanner.children.append(Symbol(write_entity(scanner.document.options, point, match.group())))
    return match.end()
