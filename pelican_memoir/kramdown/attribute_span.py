"""Attribute lists behind a span: `*text*{: .class}`. Source: kramdown's syntax page, "Span Inline Attribute Lists"."""

from __future__ import annotations

import re

from pelican_memoir.kramdown.attribute_list import parse_list
from pelican_memoir.kramdown.lexis import ANY_LIST
from pelican_memoir.kramdown.spans import FAIL, Scanner, is_text
from pelican_memoir.kramdown.tree import AttributeList, Node

_IAL = re.compile(rf"\{{:({ANY_LIST})\}}")


def parse(scanner: Scanner, pos: int) -> int:
    """The attributes for the span right before; behind text the brace is text."""
    if not scanner.text.startswith(":", pos + 1):
        return FAIL
    match = _IAL.match(scanner.text, pos) if scanner.ahead.has("}", pos) else None
    last = scanner.children[-1] if scanner.children else ""
    if match is None or not scanner.children or (is_text(last) and not scanner.is_trial):
        if match is not None:
            scanner.warn(pos, f"{match.group()} stands behind text, not behind a span; it stays as text")
        scanner.children.append("{")
        return pos + 1
    found = parse_list(match.group(1))
    if isinstance(last, Node):
        if last.ial is None:
            last.ial = AttributeList()
        last.ial.update(found)
        scanner.document.apply(last.attrs, found)
    return match.end()
