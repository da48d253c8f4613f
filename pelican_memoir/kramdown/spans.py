"""The span engine: goes through a text once and hands each special character to the span constructs in their order."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from pelican_memoir.kramdown.ahead import Ahead
from pelican_memoir.kramdown.tree import Child, Symbol

if TYPE_CHECKING:
    from pelican_memoir.kramdown.document import Document

FAIL = -1
DEEPEST = 60
"""Spans nested deeper than this stay text, so that no text can exhaust the stack."""
PATIENCE = 10
"""How often, on average, a character may be read again because a span that seemed to begin had no end.

No real text seen needs more than a fourth of one; more would take over a second for 10 KB of brackets made to be hard.
"""

SpanRule = Callable[["Scanner", int], int]
"""(scanner, position of the character that begins the span) -> the position behind the span, or FAIL."""
Stop = Callable[[int], bool]

_SPECIAL = r"[*_`\[&\\\"'<!{$>~]"
_BRACKETS = r"[*_`\[\]&\\\"'<!{$>~]"
_RARE = r"|--|\.\.\.|  (?=\n)"
PLAIN = re.compile(_SPECIAL)
FULL = re.compile(_SPECIAL + _RARE)
PLAIN_IN_LINK = re.compile(_BRACKETS)
FULL_IN_LINK = re.compile(_BRACKETS + _RARE)
TAGS = re.compile("<")


class Foreign(Protocol):
    """A span of another extension: where it is next, and what it becomes."""

    def next(self, text: str, pos: int) -> int:
        """The position of the next match at or behind `pos`; the text's length where there is none."""

    def take(self, scanner: Scanner, pos: int) -> int:
        """Add what the match at `pos` becomes; returns the position behind it or FAIL."""


class Scanner:
    """Reads the spans of one text. `children` takes what is found; `open` names the elements around, innermost last."""

    __slots__ = (
        "_in_link",
        "_search",
        "_wasted",
        "ahead",
        "children",
        "closed",
        "document",
        "failed",
        "is_trial",
        "last_seen",
        "line",
        "open",
        "pos",
        "rules",
        "seen",
        "text",
    )

    def __init__(self, document: Document, text: str, line: int) -> None:
        self.document = document
        self.text = text
        self.line = line
        self.children: list[Child] = []
        self.open: list[str] = []
        self.pos = 0
        self.rules = document.span_rules
        self.is_trial = False
        """Whether a table's lines are read to find their pipes; there, kramdown lets an IAL stand behind text, too."""
        self.failed: set[tuple[object, ...]] = set()
        """Beginnings of emphasis that a search has shown to have no end: position, delimiter, kind, elements around."""
        self.closed: dict[tuple[int, tuple[str, ...]], int] = {}
        """Where the brackets inside a bracket end, by their content's position and the elements around."""
        self.seen: list[int] = []
        self.last_seen: list[int] = []
        """Where emphasis of the innermost element's own kind might have begun."""
        self.ahead = Ahead(text)
        self._wasted = 0
        rare = "--" in text or "..." in text or "  \n" in text
        self._search = (FULL if rare else PLAIN).search
        self._in_link = (FULL_IN_LINK if rare else PLAIN_IN_LINK).search

    def warn(self, pos: int, message: str) -> None:
        """Tell the author about something at `pos` of this text."""
        self.document.warn(self.line + self.text.count("\n", 0, pos), message)

    def patient(self) -> bool:
        """False once spans without an end have cost so much that the rest of the text is not tried any more."""
        return self._wasted <= PATIENCE * (len(self.text) + 1000)

    def waste(self, length: int) -> None:
        """Count characters that were read in vain."""
        self._wasted += length

    def inside(self, kind: str, pos: int, stop: Stop, in_link: bool = False) -> tuple[bool, list[Child]]:
        """Read the content of `kind` from `pos` to where `stop` says so; `self.pos` is where it stopped.

        Returns whether the end was found, and the content. Where it was not, the content counts as read in vain.
        """
        outer, outer_seen = self.children, self.seen
        children: list[Child] = []
        self.children = children
        self.seen = []
        self.open.append(kind)
        found = self.run(pos, stop, self._in_link if in_link else self._search)
        self.open.pop()
        self.children = outer
        if not found:
            self._wasted += len(self.text) - pos
            self.last_seen = self.seen
        self.seen = outer_seen
        return found, children

    def run(
        self, pos: int, stop: Stop | None = None, search: Callable[..., re.Match[str] | None] | None = None
    ) -> bool:
        """Read from `pos` until `stop` says so (True) or the text ends (False, `self.pos` behind the last span)."""
        search = search or self._search
        text, rules, children = self.text, self.rules, self.children
        foreign = self.document.foreign
        while True:
            match = search(text, pos)
            at = match.start() if match else len(text)
            if foreign and (after := self._foreign(pos, at)) >= 0:
                pos = after
                continue
            if match is None:
                self.pos = pos
                if stop is None and pos < len(text):
                    children.append(text[pos:])
                return False
            character = text[at]
            if at > pos and (character in "\"'" or (character == ">" and text[at - 1 : at + 2] == " >>")):
                at -= 1
            if at > pos:
                children.append(text[pos:at])
            if stop is not None and stop(at):
                self.pos = at
                return True
            for rule in rules.get(character, ()):
                after = rule(self, at)
                if after >= 0:
                    pos = after
                    break
            else:
                pos = self._as_text(at)

    def _as_text(self, at: int) -> int:
        """A special character that begins nothing; a quote right behind it sees it as the character before."""
        if self.text[at + 1 : at + 2] in ('"', "'") and self.text[at] not in "\\\"'":
            for rule in self.rules.get('"', ()):
                if (after := rule(self, at)) >= 0:
                    return after
        self.children.append(self.text[at])
        return at + 1

    def _foreign(self, pos: int, at: int) -> int:
        """Take a span of another extension that begins before or at the next special character."""
        best, first = None, at + 1
        for pattern in self.document.foreign:
            start = pattern.next(self.text, pos)
            if start < first:
                best, first = pattern, start
        if best is None or first >= len(self.text):
            return FAIL
        if first > pos:
            self.children.append(self.text[pos:first])
        after = best.take(self, first)
        if after < 0:
            if first > pos:
                self.children.pop()
            return FAIL
        return after


def read_spans(document: Document, text: str, line: int) -> list[Child]:
    """The spans of a whole text; most texts are one piece, which costs one search."""
    rare = "--" in text or "..." in text or "  \n" in text
    if not rare and PLAIN.search(text) is None and not document.foreign:
        return [text] if text else []
    scanner = Scanner(document, text, line)
    scanner.run(0)
    return scanner.children


def is_text(child: Child) -> bool:
    """Whether a child is plain text, not a span or a symbol."""
    return isinstance(child, str) and not isinstance(child, Symbol)
