"""Code spans. Source: kramdown's syntax page, "Code Spans"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pelican_memoir.kramdown.lexis import BLANKS
from pelican_memoir.kramdown.spans import Scanner
from pelican_memoir.kramdown.tree import Node

_TICKS = re.compile(r"`+")
_SPACE = frozenset(BLANKS[:-1])


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """The text of a code span and the position behind it."""

    text: str
    end: int

    def as_written(self) -> str:
        """The span with delimiters that no backtick inside can end."""
        longest = max(_TICKS.findall(self.text), default="")
        ticks = longest + "`"
        margin = " " if len(ticks) > 1 else ""
        return f"{ticks}{margin}{self.text}{margin}{ticks}"


def find(text: str, pos: int) -> CodeSpan | str:
    """The code span that begins at `pos`, or the backticks that begin none."""
    match = _TICKS.match(text, pos)
    assert match is not None
    ticks = match.group()
    start = match.end()
    simple = len(ticks) == 1
    if (
        simple
        and (pos == 0 or text[pos - 1] in _SPACE)
        and text[start : start + 1] in _SPACE
        and start < len(text)
    ):
        return ticks
    end = text.find(ticks, start)
    if end < 0:
        return ticks
    code = text[start:end]
    if not simple:
        code = code[1:] if code[:1] == " " else code
        code = code[:-1] if code[-1:] == " " else code
    return CodeSpan(code, end + len(ticks))


def split_code(text: str) -> list[CodeSpan | str]:
    """The text with its code spans taken apart; neighbouring texts are one."""
    runs: list[CodeSpan | str] = []
    pending, pos = "", 0
    while (at := text.find("`", pos)) >= 0:
        found = find(text, at)
        pending += text[pos:at]
        if isinstance(found, CodeSpan):
            if pending:
                runs.append(pending)
            runs.append(found)
            pending, pos = "", found.end
        else:
            pending += found
            pos = at + len(found)
    pending += text[pos:]
    if pending:
        runs.append(pending)
    return runs


def parse(scanner: Scanner, pos: int) -> int:
    """A code span, or backticks as text."""
    found = find(scanner.text, pos)
    if isinstance(found, str):
        scanner.children.append(found)
        return pos + len(found)
    scanner.children.append(Node("codespan", found.text))
    return found.end
