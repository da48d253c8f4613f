"""Definition lists: terms, and lines that begin with a colon. Source: kramdown's syntax page, "Definition Lists"."""

from __future__ import annotations

import re

from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.end_of_block import MARK
from pelican_memoir.kramdown.lexis import BLANK_LINE, DEFINITION_START
from pelican_memoir.kramdown.lists import first_line, indentation, item_ial, item_start
from pelican_memoir.kramdown.tree import Node

_START = re.compile(DEFINITION_START)
_BLANK = re.compile(rf"{BLANK_LINE}+")
_LEADING_TABS = re.compile(r"\A\t+")


class _Reader:
    """Takes the definitions behind the terms apart; `parts` holds the lines of each definition."""

    def __init__(self, frame: Frame, text: str, pos: int, as_paragraph: bool) -> None:
        self.frame = frame
        self.text = text
        self.pos = pos
        self.as_paragraph = as_paragraph
        self.items: list[Node] = []
        self.parts: list[list[str]] = []
        self.loose: list[bool] = []

    def read(self) -> None:
        """Read definitions until a line is neither one, nor content, nor blank."""
        text, end = self.text, len(self.text)
        start, shape = item_start("dl"), indentation(0)
        after_blank = False
        while self.pos < end:
            pos = self.pos
            if match := start.match(text, pos):
                width = self._item(match)
                start, shape = item_start("dl", width), indentation(width)
                self.as_paragraph = after_blank = False
            elif MARK.match(text, pos):
                return
            elif match := shape.line(text, pos, after_blank):
                line = _LEADING_TABS.sub(lambda tabs: "    " * len(tabs.group()), match.group())
                indented = shape.indent.match(line)
                self.parts[-1].append(line[indented.end() :] if indented else line)
                self.as_paragraph = after_blank = False
            elif match := _BLANK.match(text, pos):
                self.parts[-1].append(match.group())
                self.as_paragraph = after_blank = True
            else:
                return
            self.pos = match.end()

    def _item(self, match: re.Match[str]) -> int:
        node = Node("dd", None, self.frame.line_at(match.start()))
        content, width = first_line(match.group(1), match.group(2))
        self.parts.append([item_ial(node, content)])
        self.items.append(node)
        self.loose.append(self.as_paragraph)
        return width


def parse(frame: Frame, text: str, pos: int) -> int:
    """Definitions for the paragraph before them, whose lines are the terms."""
    if _START.match(text, pos) is None or not _has_terms(frame):
        return FAIL
    children = frame.tree.children
    node = frame.new("dl", None, pos)
    terms = children.pop()
    after_blank = isinstance(terms, Node) and terms.kind == "blank"
    if after_blank:
        terms = children.pop()
    assert isinstance(terms, Node)
    node.ial = terms.ial
    for line in (terms.value or "").split("\n"):
        term = Node("dt", None, terms.line)
        term.value = item_ial(term, line)
        node.children.append(term)
    reader = _Reader(frame, text, pos, after_blank)
    reader.read()
    node.children.extend(reader.items)
    tree = frame.tree
    frame.then(lambda: _finish(tree, node, reader))
    for item, lines in reversed(list(zip(reader.items, reader.parts, strict=True))):
        frame.nest(item, "".join(lines), item.line)
    return reader.pos


def _has_terms(frame: Frame) -> bool:
    """Whether the block before is a paragraph, directly or over one blank line."""
    children = [child for child in frame.tree.children[-2:] if isinstance(child, Node)]
    if not children:
        return False
    if children[-1].kind == "p":
        return True
    return (
        len(children) == 2
        and children[-1].kind == "blank"
        and children[-1].value == "\n"
        and children[-2].kind == "p"
    )


def _finish(tree: Node, node: Node, reader: _Reader) -> None:
    """Once all definitions are read: settle tight ones, join a definition list right before, hand a blank line on."""
    blank: Node | None = None
    for item, loose in zip(reader.items, reader.loose, strict=True):
        children = item.children
        if not children:
            continue
        last = children[-1]
        blank = last if isinstance(last, Node) and last.kind == "blank" else None
        if blank is not None:
            children.pop()
        first = children[0] if children else None
        if isinstance(first, Node) and first.kind == "p" and not loose:
            if len(children) > 1:
                first.value = f"{first.value}\n"
            first.transparent = True
    _join(tree, node)
    if blank is not None:
        tree.children.append(blank)


def _join(tree: Node, node: Node) -> None:
    kinds = [child.kind if isinstance(child, Node) else "" for child in tree.children[-2:]]
    if kinds[-2:] == ["dl", "blank"]:
        tree.children.pop()
        kinds.pop()
    before = tree.children[-1] if kinds and kinds[-1] == "dl" else None
    if isinstance(before, Node):
        before.children.extend(node.children)
    else:
        tree.children.append(node)
