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

from pelican_memoir.kramdown.spans import FAIL, Scanner, read_spans
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
            match, _, start = self._match(text, pos)
            self._text, self._from = text, pos
            self._start = len(text) if match is None else start
        return self._start

    def _match(self, text: str, pos: int) -> tuple[Any, str, int]:
        """The next match, the text it was made in, and where in `text` it starts.

        A pattern of the old kind matches the whole of its text, with groups for what is before and behind it.
        """
        compiled = self.pattern.getCompiledRegExp()
        if self.modern:
            match = compiled.search(text, pos)
            return match, text, match.start() if match else 0
        rest = text[pos:]
        match = compiled.match(rest)
        return match, rest, pos + match.end(1) if match else 0

    def take(self, scanner: Scanner, pos: int) -> int:
        """Add what the pattern makes of its match at `pos`; FAIL where it declines."""
        match, text, start = self._match(scanner.text, pos)
        if match is None or start != pos:
            return FAIL
        pattern: Any = self.pattern
        if self.modern:
            made, begin, end = pattern.handleMatch(match, text)
        else:
            made, begin, end = pattern.handleMatch(match), pos, pos + match.start(match.re.groups)
        if made is None or begin != pos or end is None:
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
    return read_spans(scanner.document, text, scanner.line)
