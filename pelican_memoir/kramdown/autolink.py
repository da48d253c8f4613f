"""Automatic links: `<https://…>` and `<name@example.org>`. Source: kramdown's syntax page, "Automatic Links"."""

from __future__ import annotations

import re

from pelican_memoir.kramdown.spans import FAIL, Scanner
from pelican_memoir.kramdown.tree import Node

_LINK = re.compile(r"<((mailto|https?|ftps?):[^\n][^>\n]*|[-\w.]++@[-\w.]++)>")


def parse(scanner: Scanner, pos: int) -> int:
    """A link whose text is its target."""
    match = _LINK.match(scanner.text, pos) if scanner.ahead.has(">", pos) else None
    if match is None:
        return FAIL
    target = match.group(1)
    node = Node("a", None, 0, {"href": target if match.group(2) else f"mailto:{target}"})
    node.children.append(target.removeprefix("mailto:"))
    scanner.children.append(node)
    return match.end()
