"""Footnotes: their definitions and the markers that refer to them. Source: kramdown's syntax page, "Footnotes"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.code_block import INDENTATION, INDENTED
from pelican_memoir.kramdown.lexis import ID_NAME, OPT_SPACE, WS
from pelican_memoir.kramdown.tree import Node

if TYPE_CHECKING:
    from pelican_memoir.kramdown.spans import Scanner

_DEFINITION = re.compile(rf"{OPT_SPACE}\[\^({ID_NAME})\]:{WS}*?(.*?\n{INDENTED})")
_MARKER = re.compile(rf"\[\^({ID_NAME})\]")


def parse_definition(frame: Frame, text: str, pos: int) -> int:
    """`[^name]: text`, with indented lines that go on."""
    match = _DEFINITION.match(text, pos)
    if match is None:
        return FAIL
    content = Node("footnote_def", None, frame.line_at(pos))
    name = match.group(1)

    def finish() -> None:
        if name in frame.document.footnotes:
            frame.document.warn(content.line, f"footnote {name} is defined twice; the last one counts")
        frame.document.define_footnote(name, content, frame.add("eob", "footnote_def", pos))

    frame.then(finish)
    frame.nest(content, INDENTATION.sub("", match.group(2)), content.line)
    return match.end()


def parse_marker(scanner: Scanner, pos: int) -> int:
    """`[^name]`: the number of the footnote, or plain text where none is defined."""
    match = _MARKER.match(scanner.text, pos)
    if match is None:
        return FAIL
    name = match.group(1)
    definition = scanner.document.footnotes.get(name)
    if definition is None:
        scanner.warn(pos, f"footnote {name} is not defined; its marker stays as text")
        scanner.children.append(match.group())
        return match.end()
    definition.used = True
    node = Node("footnote", name)
    node.children.append(definition.content)
    scanner.children.append(node)
    return match.end()
