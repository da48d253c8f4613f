"""Dashes, ellipses and guillemets.

Source: kramdown's syntax page, "Typographic Symbols"; option `typographic_symbols`.
"""

from __future__ import annotations

from pelican_memoir.kramdown.entity import write_entity
from pelican_memoir.kramdown.markup import escape_text
from pelican_memoir.kramdown.spans import FAIL, Scanner
from pelican_memoir.kramdown.tree import Typography

_SYMBOLS = (
    ("---", "mdash", (8212,)),
    ("--", "ndash", (8211,)),
    ("...", "hellip", (8230,)),
    ("\\<<", "", (60, 60)),
    ("\\>>", "", (62, 62)),
    ("<< ", "laquo_space", (171, 160)),
    (" >>", "raquo_space", (160, 187)),
    ("<<", "laquo", (171,)),
    (">>", "raquo", (187,)),
)


def parse(scanner: Scanner, pos: int) -> int:
    """A symbol written in ASCII."""
    text = scanner.text
    options = scanner.document.options
    for written, name, points in _SYMBOLS:
        if text.startswith(written, pos):
            own = options.typographic_symbols.get(name) if name else None
            if own is not None:
                made = escape_text(str(own))
            else:
                made = "".join(write_entity(options, point) for point in points)
            scanner.children.append(Typography(made))
            return pos + len(written)
    return FAIL
