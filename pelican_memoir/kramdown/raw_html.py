"""HTML that opens a line: its start tag, its content by content model, and the end that belongs to it.

Source: kramdown's syntax page, "HTML Blocks"; its handling of raw HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from pelican_memoir.kramdown import html
from pelican_memoir.kramdown.ahead import Ahead
from pelican_memoir.kramdown.blocks import Frame
from pelican_memoir.kramdown.tree import Node

if TYPE_CHECKING:
    from pelican_memoir.kramdown.document import Document

MARKDOWN_ATTRIBUTE = {"0": "raw", "1": "default", "span": "span", "block": "block"}


class RawFrame:
    """One run through raw HTML: from behind a start tag to the end tag that closes it."""

    __slots__ = ("ahead", "document", "line", "open", "pos", "start", "text", "tree")

    def __init__(self, document: Document, tree: Node, text: str, line: int, pos: int) -> None:
        self.document = document
        self.tree = tree
        self.text = text
        self.line = line
        self.pos = self.start = pos
        self.ahead = Ahead(text)
        self.open: list[Node] = []
        """The elements around `tree` that this run opened."""

    def line_at(self, pos: int) -> int:
        """The line of the document that `pos` is on."""
        return self.line + self.text.count("\n", self.start, pos)

    def warn(self, pos: int, message: str) -> None:
        """Tell the author about something on the line of `pos`."""
        self.document.warn(self.line_at(pos), message)

    def run(self) -> bool:
        """Read on until the element ends (True) or nested Markdown has to be read first (False)."""
        text = self.text
        while True:
            found = html.RAW_START.search(text, self.pos)
            if found is None:
                return self._unclosed()
            start = found.start()
            if start > self.pos:
                self.tree.children.append(text[self.pos : start])
            self.pos = start
            if (match := html.comment(self.ahead, start)) or (match := html.instruction(self.ahead, start)):
                self._leaf("xml_comment", match)
            elif match := html.TAG.match(text, start):
                self.pos = match.end()
                if open_element(self, match):
                    return False
            elif match := html.CLOSE.match(text, start):
                if self._close(match):
                    return True
            else:
                self.tree.children.append("<")
                self.pos = start + 1

    def _leaf(self, kind: str, match: re.Match[str]) -> None:
        node = Node(kind, match.group())
        node.model = "block"
        self.tree.children.append(node)
        self.pos = match.end()

    def _close(self, match: re.Match[str]) -> bool:
        """Take an end tag: True where it ends the element that this run began with."""
        name = html.tag_name(match.group(1))
        self.pos = match.end()
        if name != self.tree.tag:
            self.warn(match.start(), f"end tag {match.group()} closes nothing that is open; it stays as text")
            self.tree.children.append(match.group())
        elif not self.open:
            return True
        else:
            self.tree = self.open.pop()
        return False

    def _unclosed(self) -> bool:
        self.tree.children.append(self.text[self.pos :])
        self.pos = len(self.text)
        for node in (*self.open, self.tree):
            self.document.warn(node.line, f"<{node.tag}> is never closed; it ends with the text")
        return True


def open_element(frame: Frame | RawFrame, match: re.Match[str]) -> bool:
    """Add the element of the start tag `match` to the frame's tree and see to its content.

    `frame.pos` stands behind the start tag. Returns True where work was pushed that must be done before `frame` goes
    on.
    """
    name = html.tag_name(match.group(1))
    known = name in html.KNOWN
    node = Node("html_element", None, frame.line_at(match.start()))
    node.tag = name
    node.attrs, twice = html.parse_attributes(match.group(2), known) if match.group(2) else ({}, [])
    for key in twice:
        frame.warn(match.start(), f"attribute {key} of <{name}> is given twice; the last one counts")
    parent = frame.tree
    parent.children.append(node)
    raw_text = name in ("script", "style")
    node.closed = not raw_text and (match.group(4) is not None or name in html.WITHOUT_BODY)
    if raw_text:
        _take_raw_text(frame, node)
    node.model = _model(frame, parent, node)
    if node.model == "block":
        _skip_trailing_space(frame)
    if node.closed or raw_text:
        return False
    return _CONTENT[node.model](frame, parent, node)


def _model(frame: Frame | RawFrame, parent: Node, node: Node) -> str:
    if isinstance(frame, Frame) and frame.block_ial is not None:
        node.ial, frame.block_ial = frame.block_ial, None
    inside_raw = parent.kind == "html_element" and parent.model == "raw"
    model = "raw"
    if not inside_raw and frame.document.options.parse_block_html:
        model = html.content_model(node.tag)
    wanted = MARKDOWN_ATTRIBUTE.get(node.attrs.pop("markdown", ""))
    if wanted:
        model = html.content_model(node.tag) if wanted == "default" else wanted
    return model


def _skip_trailing_space(frame: Frame | RawFrame) -> None:
    if match := html.TRAILING_SPACE.match(frame.text, frame.pos):
        frame.pos = match.end()


def _take_raw_text(frame: Frame | RawFrame, node: Node) -> None:
    """The content of <script> and <style>, untouched up to the end tag."""
    end = html.end_tag(node.tag).search(frame.text, frame.pos)
    stop = end.start() if end else len(frame.text)
    raw = Node("raw", frame.text[frame.pos : stop])
    node.children.append(raw)
    frame.pos = end.end() if end else stop
    if end is None:
        frame.warn(frame.pos, f"<{node.tag}> is never closed; it ends with the text")


def _finish(frame: Frame | RawFrame, parent: Node) -> None:
    """Behind an element with content, the rest of its line goes if it is blank, except inside raw HTML."""
    if not (parent.kind == "html_element" and parent.model == "raw"):
        _skip_trailing_space(frame)


def _raw_content(frame: Frame | RawFrame, parent: Node, node: Node) -> bool:
    if isinstance(frame, RawFrame):
        frame.open.append(frame.tree)
        frame.tree = node
        return False
    return _nest(frame, RawFrame(frame.document, node, frame.text, node.line, frame.pos), parent)


def _span_content(frame: Frame | RawFrame, parent: Node, node: Node) -> bool:
    end = html.end_tag(node.tag).search(frame.text, frame.pos)
    stop = end.start() if end else len(frame.text)
    node.value = frame.text[frame.pos : stop]
    frame.pos = end.end() if end else stop
    if end is None:
        frame.document.warn(node.line, f"<{node.tag}> is never closed; it ends with the text")
    _finish(frame, parent)
    return False


def _block_content(frame: Frame | RawFrame, parent: Node, node: Node) -> bool:
    inner = Frame(frame.document, node, frame.text, node.line, frame.pos)
    inner.closes = node.tag
    return _nest(frame, inner, parent)


def _nest(frame: Frame | RawFrame, inner: Frame | RawFrame, parent: Node) -> bool:
    frame.document.push(_resume(frame, inner, parent))
    frame.document.push(inner)
    return True


def _resume(frame: Frame | RawFrame, inner: Frame | RawFrame, parent: Node) -> Callable[[], None]:
    """Go on in `frame` where `inner` stopped."""

    def resume() -> None:
        frame.pos = inner.pos
        if isinstance(inner, Frame) and not inner.closed:
            frame.document.warn(inner.tree.line, f"<{inner.tree.tag}> is never closed; it ends with the text")
        _finish(frame, parent)

    return resume


_CONTENT = {"raw": _raw_content, "span": _span_content, "block": _block_content}
