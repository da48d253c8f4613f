"""Emphasis: `*em*`, `_em_`, `**strong**`, `__strong__`. Source: kramdown's syntax page, "Emphasis"."""

from __future__ import annotations

import unicodedata

from pelican_memoir.kramdown.lexis import BLANKS
from pelican_memoir.kramdown.spans import Scanner, Stop
from pelican_memoir.kramdown.tree import Node

_SPACE = frozenset(BLANKS[:-1])


def is_letter(character: str) -> bool:
    """Ruby's `[[:alpha:]]`: letters, letter numbers and spacing marks."""
    return character.isalpha() or unicodedata.category(character) in ("Nl", "Mc")


def parse(scanner: Scanner, pos: int) -> int:
    """Emphasis that begins here, or the delimiter as text."""
    text = scanner.text
    mark = text[pos]
    delimiter = mark * 2 if text.startswith(mark, pos + 1) else mark
    kind = "strong" if len(delimiter) == 2 else "em"
    behind = pos + len(delimiter)
    if (
        text[behind : behind + 1] in _SPACE
        or kind in scanner.open
        or (mark == "_" and _in_word(text, pos))
        or not scanner.patient()
    ):
        return _text(scanner, delimiter, behind, kind)
    outer_em = bool(scanner.open) and scanner.open[-1] == "em"
    node = _try(scanner, delimiter, kind, behind)
    if node is None and kind == "strong" and not outer_em:
        node = _try(scanner, mark, "em", pos + 1)
    if node is None:
        return _text(scanner, delimiter, behind, kind)
    scanner.children.append(node)
    return scanner.pos


def _text(scanner: Scanner, delimiter: str, behind: int, kind: str) -> int:
    """The delimiter as text; where it might have begun an element like the one it stands in, that is noted."""
    scanner.children.append(delimiter)
    innermost = scanner.open[-1] if scanner.open else ""
    if innermost == kind:
        scanner.seen.append(behind)
    elif innermost == "em" and not scanner.text.startswith(delimiter[0], behind):
        scanner.seen.append(behind - 1)
    return behind


def _in_word(text: str, pos: int) -> bool:
    """Whether an underscore at `pos` stands inside or behind a word, where it is no delimiter."""
    before = text[pos - 1 : pos] if pos else ""
    if before == "-" and pos > 1:
        before = text[pos - 2]
    return bool(before) and is_letter(before)


def _try(scanner: Scanner, delimiter: str, kind: str, start: int) -> Node | None:
    """The element, if its end is found; a search that came to the end in vain is not made again behind it."""
    key = (delimiter, kind, *scanner.open)
    if (start, *key) in scanner.failed or not scanner.ahead.has(delimiter, start):
        return None
    found, children = scanner.inside(kind, start, _stop(scanner.text, delimiter, kind, start, scanner))
    if not found:
        scanner.failed.add((start, *key))
        scanner.failed.update((begin, *key) for begin in scanner.last_seen)
        return None
    node = Node(kind)
    node.children = children
    scanner.pos += len(delimiter)
    return node


def _stop(text: str, delimiter: str, kind: str, start: int, scanner: Scanner) -> Stop:
    """Where the element ends: no white space before the delimiter, something inside, a single `*` not of a `**`, an
    underscore not inside a word."""
    double = delimiter * 2

    def stop(at: int) -> bool:
        if not text.startswith(delimiter, at) or text[at - 1] in _SPACE or at == start:
            return False
        if kind == "em" and text.startswith(double, at) and not text.startswith(delimiter, at + 2):
            return False
        if delimiter[0] == "_":
            after = text[at + len(delimiter) : at + len(delimiter) + 1]
            if after and (after.isdecimal() or is_letter(after)):
                return False
        return bool(scanner.children)

    return stop
