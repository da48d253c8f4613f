"""Ordered and unordered lists, with their items' content, looseness and task boxes.

Source: kramdown's syntax page, "Ordered and Unordered lists"; kramdown-parser-gfm (task lists).
"""

from __future__ import annotations

import re
from functools import lru_cache

from pelican_memoir.kramdown.attribute_list import ITEM_IAL, ITEM_IAL_ALONE, parse_list
from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.end_of_block import MARK
from pelican_memoir.kramdown.lexis import (
    BLANK_LINE,
    IAL_BLOCK_QUIET,
    LAZY_HTML_START,
    LAZY_HTML_STOP,
    LIST_START,
    LIST_TAIL,
    NOT_WS,
    WS,
)
from pelican_memoir.kramdown.rule import LINE as RULE_LINE
from pelican_memoir.kramdown.task_list import mark_tasks
from pelican_memoir.kramdown.tree import Node

_MARKERS = {"ul": r"[+*-]", "ol": r"[0-9]+\.", "dl": ":"}
_ANY_START = re.compile(rf"^(?:{LIST_START})", re.MULTILINE)
_BLANK = re.compile(rf"{BLANK_LINE}+")
_LEADING_TABS = re.compile(r"\A\t+")
_TAB = re.compile(r"\A( *)(\t+)")
_LEADING = re.compile(rf"\A{WS}*")


class Indentation:
    """The patterns of an item whose content stands `width` columns in: its lines, lazy lines, its indentation."""

    __slots__ = ("content", "indent", "lazy")

    def __init__(self, width: int) -> None:
        step = r"(?:\t| {4})"
        deep = f"{step}{{{width // 4}}} {{{width % 4}}}|{step}{{{width // 4 + 1}}}"
        stop = f"{IAL_BLOCK_QUIET}|{LAZY_HTML_STOP}|{LAZY_HTML_START}"
        rest = rf"[ \t\v\f\r]*{NOT_WS}.*\n"
        self.content = re.compile(rf"(?:{deep}){rest}")
        self.lazy = re.compile(rf"(?! {{0,{min(width, 3)}}}(?:{stop})){rest}")
        self.indent = re.compile(rf" {{{width}}}")

    def line(self, text: str, pos: int, after_blank: bool) -> re.Match[str] | None:
        """The line at `pos` if it belongs to the item: by its indentation, or lazily where no blank line is between."""
        match = self.content.match(text, pos)
        return match if match or after_blank else self.lazy.match(text, pos)


@lru_cache(maxsize=64)
def indentation(width: int) -> Indentation:
    """The patterns for content `width` columns in."""
    return Indentation(width)


@lru_cache(maxsize=64)
def item_start(kind: str, width: int = 4) -> re.Pattern[str]:
    """The pattern of the next item's first line, less indented than content of the item before (`width`)."""
    return re.compile(rf"( {{0,{min(width, 4) - 1}}}{_MARKERS[kind]})({LIST_TAIL})")


def first_line(marker: str, rest: str) -> tuple[str, int]:
    """The content of an item's first line behind its marker, and the column where the item's content begins."""
    width = len(marker)
    if ITEM_IAL_ALONE.match(rest):
        width = 4
    else:
        while tabs := _TAB.match(rest):
            column = len(tabs.group(1)) + width
            spaces = 4 - column % 4 + (len(tabs.group(2)) - 1) * 4
            rest = tabs.group(1) + " " * spaces + rest[tabs.end() :]
        width += len(rest) - len(rest.lstrip(" "))
    return rest[len(_LEADING.match(rest).group()) :], width  # type: ignore[union-attr]


def item_ial(node: Node, content: str) -> str:
    """Give an item the IAL that opens it; returns the content without it."""
    match = ITEM_IAL.match(content)
    if match is None:
        return content
    node.ial = parse_list(match.group(1))
    return content[match.end() :]


class _Reader:
    """Takes the lines of one list apart into items; `parts` holds the lines of each item's texts."""

    def __init__(self, frame: Frame, text: str, pos: int, kind: str) -> None:
        self.frame = frame
        self.text = text
        self.pos = pos
        self.kind = kind
        self.items: list[Node] = []
        self.parts: list[list[list[str]]] = []
        self.start = item_start(kind)
        self.shape = indentation(0)
        self.width = 0
        self.nested = False
        self.ended = False
        """True where an end-of-block mark ended the list."""

    def read(self) -> None:
        """Read items until a line is neither an item, nor content, nor blank."""
        text, end = self.text, len(self.text)
        after_blank = False
        while self.pos < end:
            pos = self.pos
            if after_blank and RULE_LINE.match(text, pos):
                return
            if mark := MARK.match(text, pos):
                self.pos = mark.end()
                self.ended = True
                return
            if match := self.start.match(text, pos):
                self._item(match)
                after_blank = False
            elif match := self.shape.line(text, pos, after_blank):
                self._line(match.group())
                self.pos = match.end()
                after_blank = False
            elif match := _BLANK.match(text, pos):
                self.nested = after_blank = True
                self.parts[-1][-1].append(match.group())
                self.pos = match.end()
            else:
                return

    def _item(self, match: re.Match[str]) -> None:
        node = Node("li", None, self.frame.line_at(match.start()))
        content, self.width = first_line(match.group(1), match.group(2))
        self.shape = indentation(self.width)
        content = item_ial(node, content)
        self.start = item_start(self.kind, self.width)
        self.nested = _ANY_START.search(content) is not None
        self.items.append(node)
        self.parts.append([[content]])
        self.pos = match.end()

    def _line(self, line: str) -> None:
        """One more line of the item, without its indentation; a first nested list begins a text of its own."""
        if line[0] == "\t":
            line = _LEADING_TABS.sub(lambda tabs: "    " * len(tabs.group()), line)
        indented = self.shape.indent.match(line)
        if indented:
            line = line[indented.end() :]
        texts = self.parts[-1]
        if _ANY_START.match(line):
            if indented and not self.nested:
                texts.append([])
                self.nested = True
            elif self.nested and not indented:
                line = " " * (self.width + 4) + line
        texts[-1].append(line)


def parse(frame: Frame, text: str, pos: int) -> int:
    """A list; the content of its items is read before the frame goes on."""
    kind = "ul"
    if not item_start("ul").match(text, pos):
        kind = "ol"
        if not item_start("ol").match(text, pos):
            return FAIL
    node = frame.new(kind, None, pos)
    reader = _Reader(frame, text, pos, kind)
    reader.read()
    node.children.extend(reader.items)
    frame.tree.children.append(node)
    tree = frame.tree
    frame.then(lambda: _finish(frame, tree, node, reader.ended))
    for item, parts in reversed(list(zip(reader.items, reader.parts, strict=True))):
        texts = ["".join(lines) for lines in parts]
        line = item.line + sum(part.count("\n") for part in texts)
        for part in reversed(texts):
            line -= part.count("\n")
            if part:
                frame.nest(item, part, line)
    return reader.pos


def _finish(frame: Frame, tree: Node, node: Node, ended: bool) -> None:
    """Once all items are read: settle which paragraphs are tight, hand a trailing blank line on, mark tasks."""
    blank: Node | None = None
    items = [child for child in node.children if isinstance(child, Node)]
    all_loose = True
    for item in items:
        children = [child for child in item.children if isinstance(child, Node)]
        if not children:
            all_loose = False
            continue
        first = children[0]
        if first.kind == "p" and len(children) >= 2 and children[1].kind == "eob" and first.ial is not None:
            del item.children[1], children[1]
        if first.kind == "p" and _is_tight(
            item is items[-1], children, ended, len(items) == 1 or not all_loose
        ):
            if len(children) > 1 and children[1].kind != "blank":
                first.value = f"{first.value}\n"
            first.transparent = True
        if first.kind != "p" or first.transparent:
            all_loose = False
        blank = None
        if children[-1].kind == "blank":
            blank = children[-1]
            item.children.pop()
    if blank is not None and not ended:
        tree.children.append(blank)
    if frame.document.gfm:
        mark_tasks(node)


def _is_tight(is_last: bool, children: list[Node], ended: bool, may_differ: bool) -> bool:
    """Whether an item's first paragraph prints without its tag: no blank line follows it, or only the one that ends the
    list; the last item of a list whose other items are all loose stays loose."""
    followed_by_blank = len(children) >= 2 and children[1].kind == "blank"
    ends_list = is_last and len(children) == 2 and not ended
    return (not followed_by_blank or ends_list) and (not is_last or may_differ)
