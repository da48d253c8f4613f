"""Inline patterns of other Python-Markdown extensions, taken into the span grammar.

A pattern is tried where it matches next, before kramdown's own rules for that character; code spans, HTML tags and
links that begin earlier keep what is inside them.
"""

from __future__ import annotations

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor, Pattern
from markdown.util import AtomicString

from pelican_memoir.kramdown.spans import FAIL, Scanner
from pelican_memoir.kramdown.tree import Child, Node


class ForeignPattern:
    """One inline pattern of another extension."""

    def __init__(self, pattern: Pattern, md: Markdown) -> None:
        self.pattern = pattern
        self.modern = isinstance(pattern, InlineProcessor)
        if not hasattr(pattern, "md") or pattern.md is None:
            pattern.md = md
        self._text = ""
        self._from = self._start = -1

    def next(self, text: str, pos: int) -> int:
        """The position of the next match at or behind `pos`; the text's length where there is none."""
        if text is not self._text or not self._from <= pos <= self._start:
            match = self._match(text, pos)
            self._text, self._from = text, pos
            self._start = len(text) if match is None else match.end(1) if not self.modern else match.start()
        return self._start

    def _match(self, text: str, pos: int) -> Any:
        compiled = self.pattern.getCompiledRegExp()
        return compiled.search(text, pos) if self.modern else compiled.match(text, pos)

    def take(self, scanner: Scanner, pos: int) -> int:
        """Add what the pattern makes of its match at `pos`; FAIL where it declines."""
        match = self._match(scanner.text, pos)
        if match is None:
            return FAIL
        pattern: Any = self.pattern
        if self.modern:
            made, start, end = pattern.handleMatch(match, scanner.text)
        else:
            made, start, end = pattern.handleMatch(match), pos, match.start(match.lastindex or 1)
        if made is None or start != pos or end is None:
            return FAIL
        scanner.children.append(made if isinstance(made, str) else _node(scanner, made))
        return int(end)


def _node(scanner: Scanner, element: Element) -> Node:
    """The element as a node; text that is not atomic may hold spans of its own."""
    node = Node("html_element", None, 0, {key: str(value) for key, value in element.attrib.items()})
    node.tag, node.model = element.tag, "span"
    node.children = _text(scanner, element.text)
    for child in element:
        node.children.append(_node(scanner, child))
        node.children.extend(_text(scanner, child.tail))
    return node


def _text(scanner: Scanner, text: str | None) -> list[Child]:
    if not text:
        return []
    if isinstance(text, AtomicString):
        return [str(text)]
    return Scanner(scanner.document, text, scanner.line).all()
