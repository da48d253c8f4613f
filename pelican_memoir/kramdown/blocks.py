"""The block engine: takes a text apart, line by line, with the block constructs in their order.

Nothing recurses: a construct that holds blocks pushes a frame for them, so a thousand nested quotes cost memory only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pelican_memoir.kramdown.ahead import Ahead
from pelican_memoir.kramdown.tree import AttributeList, Node

if TYPE_CHECKING:
    from pelican_memoir.kramdown.document import Document

FAIL = -1

BlockRule = Callable[["Frame", str, int], int]
"""(frame, text, position of a line's start) -> the position behind the block, or FAIL."""


class Frame:
    """One run of the block grammar: a text, where it is read, and the node that takes its blocks."""

    __slots__ = (
        "_counted",
        "ahead",
        "block_ial",
        "closed",
        "closes",
        "document",
        "line",
        "pos",
        "text",
        "tree",
        "waits",
    )

    def __init__(self, document: Document, tree: Node, text: str, line: int, pos: int = 0) -> None:
        self.document = document
        self.tree = tree
        self.text = text
        self.line = line
        self._counted = pos
        self.pos = pos
        self.block_ial: AttributeList | None = None
        self.closes = ""
        """The HTML tag that ends this frame, '' for none."""
        self.closed = False
        self.ahead = Ahead(text)
        self.waits = False
        """True once a construct has pushed work that must be done before this frame goes on."""

    def line_at(self, pos: int) -> int:
        """The line of the document that `pos` is on; approximate where a construct took indentation away.

        `line` moves along with the highest position asked for, so that a long text is counted once.
        """
        if pos < self._counted:
            return self.line - self.text.count("\n", pos, self._counted)
        self.line += self.text.count("\n", self._counted, pos)
        self._counted = pos
        return self.line

    def add(self, kind: str, value: str | None = None, pos: int = -1) -> Node:
        """Append a new block that begins at `pos`; it takes the block IAL that waits for it."""
        node = self.new(kind, value, pos)
        self.tree.children.append(node)
        return node

    def new(self, kind: str, value: str | None = None, pos: int = -1) -> Node:
        """A new block that takes the waiting IAL but is not in the tree yet."""
        node = Node(kind, value, self.line_at(pos if pos >= 0 else self.pos))
        if self.block_ial is not None:
            node.ial, self.block_ial = self.block_ial, None
        return node

    def last(self) -> Node | None:
        """The block before the current position."""
        children = self.tree.children
        node = children[-1] if children else None
        return node if isinstance(node, Node) else None

    def after_boundary(self) -> bool:
        """Whether a block that needs a boundary before it may start here: at the start, after a blank line, an
        end-of-block mark or under a waiting IAL. Source: kramdown's syntax page, "Block Boundaries"."""
        if self.block_ial is not None or not self.tree.children:
            return True
        last = self.last()
        return last is not None and (last.kind == "blank" or (last.kind == "eob" and last.value is None))

    def warn(self, pos: int, message: str) -> None:
        """Tell the author about something on the line of `pos`."""
        self.document.warn(self.line_at(pos), message)

    def nest(self, tree: Node, text: str, line: int) -> None:
        """Read `text` as blocks of `tree` before this frame goes on."""
        self.document.push(Frame(self.document, tree, text, line))
        self.waits = True

    def then(self, work: Callable[[], None]) -> None:
        """Do `work` when all that is nested from now on has been read; call it before `nest`."""
        self.document.push(work)
        self.waits = True


def run(frame: Frame) -> bool:
    """Read blocks until the frame's text ends (True) or a construct has pushed nested work (False)."""
    text, rules = frame.text, frame.document.block_rules
    default = rules[""]
    end = len(text)
    frame.waits = False
    while frame.pos < end and not frame.closed:
        pos = frame.pos
        for rule in rules.get(_first_character(text, pos), default):
            after = rule(frame, text, pos)
            if after >= 0:
                frame.pos = after
                break
        else:
            frame.pos = _as_text(frame, text, pos)
        if frame.waits:
            return False
    return True


def _first_character(text: str, pos: int) -> str:
    """The key of the rules for a line: its first character behind at most three spaces; a blank for more."""
    character = text[pos]
    if character == " ":
        for index in range(pos + 1, pos + 4):
            character = text[index : index + 1]
            if character != " ":
                break
    return " " if character in " \t\n\v\f\r" else character


def _as_text(frame: Frame, text: str, pos: int) -> int:
    """A line that no construct takes (white space that is neither indentation nor margin): its text stays."""
    end = text.find("\n", pos) + 1 or len(text)
    last = frame.last()
    if last is not None and last.kind == "raw_text":
        last.value = (last.value or "") + text[pos:end]
    else:
        frame.tree.children.append(Node("raw_text", text[pos:end], frame.line_at(pos)))
    return end
