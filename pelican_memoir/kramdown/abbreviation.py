"""Abbreviations: `*[HTML]: Hyper Text Markup Language`, and each place where one stands.

Source: kramdown's syntax page, "Abbreviations".
"""

from __future__ import annotations

import re

from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.lexis import BLANKS, OPT_SPACE, WORD
from pelican_memoir.kramdown.tree import Child, Node, Symbol

_DEFINITION = re.compile(rf"{OPT_SPACE}\*\[(.+?)\]:(.*?)\n")


def parse(frame: Frame, text: str, pos: int) -> int:
    """A definition; an IAL below it goes to every place where the abbreviation stands."""
    match = _DEFINITION.match(text, pos)
    if match is None:
        return FAIL
    name = match.group(1)
    if name in frame.document.abbreviations:
        frame.warn(pos, f"abbreviation {name} is defined twice; the last one counts")
    mark = frame.add("eob", "abbrev_def", pos)
    frame.document.abbreviations[name] = (match.group(2).strip(BLANKS), mark)
    return match.end()


class Abbreviations:
    """Finds the abbreviations of one document in its texts; the longest name wins, whole words only."""

    def __init__(self, definitions: dict[str, tuple[str, Node]]) -> None:
        names = "|".join(re.escape(name) for name in sorted(definitions, key=len, reverse=True))
        self._find = re.compile(rf"(?:(?<=[^A-Za-z0-9_])|^)(?:{names})(?!{WORD})", re.MULTILINE)

    def replace(self, children: list[Child]) -> list[Child]:
        """The same children with `abbreviation` nodes cut out of the plain texts; neighbouring texts are one text."""
        found: list[Child] = []
        pending = ""
        for child in children:
            if isinstance(child, str) and not isinstance(child, Symbol):
                pending += child
                continue
            if pending:
                found.extend(self._cut(pending))
                pending = ""
            if isinstance(child, Node) and child.model != "raw":
                child.children = self.replace(child.children) if child.kind != "footnote" else child.children
            found.append(child)
        if pending:
            found.extend(self._cut(pending))
        return found

    def _cut(self, text: str) -> list[Child]:
        parts: list[Child] = []
        pos = 0
        for match in self._find.finditer(text):
            if match.start() > pos:
                parts.append(text[pos : match.start()])
            parts.append(Node("abbreviation", match.group()))
            pos = match.end()
        if pos < len(text):
            parts.append(text[pos:])
        return parts
