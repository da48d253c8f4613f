"""From tree to HTML, in one pass without recursion: each kind of node says how it opens and closes, or what it is.

Source: kramdown's HTML converter; line breaks and indentation are the same, so that outputs can be compared as text.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pelican_memoir.kramdown.footnote_list import footnotes_html
from pelican_memoir.kramdown.header_ids import AsciiIds
from pelican_memoir.kramdown.markup import escape_text
from pelican_memoir.kramdown.tree import Child, Node, Symbol

if TYPE_CHECKING:
    from pelican_memoir.kramdown.document import Document

Leaf = Callable[["Renderer", Node, int], str]
"""A node that is complete in itself: (renderer, node, indentation) -> HTML."""
Element = Callable[["Renderer", Node, int], "Opened"]
"""A node with children: (renderer, node, indentation) -> how it opens, and what to do when all children are written."""


MOST_INDENTED = 80
"""Columns that lines are indented at most, so that a deep nest costs no more than its tags."""


class Opened:
    """An element while its children are written: its tag's text, its children, and what ends it.

    `closing` is text, or a function of the renderer's output and of the index where the content begins in it; the text
    before that index is `opening`, which the function may replace.
    """

    __slots__ = ("children", "closing", "content", "indent", "index", "opening")

    def __init__(self, children: list[Child], indent: int, opening: str, closing: str | Closing) -> None:
        self.children = children
        self.indent = indent
        self.opening = opening
        self.closing = closing
        self.index = 0
        """The next child to write."""
        self.content = 0
        """Where the content begins in the output."""


Closing = Callable[[list[str], int], None]


def margin(indent: int) -> str:
    """The white space that a line begins with."""
    return " " * min(indent, MOST_INDENTED)


def is_empty(out: list[str], content: int) -> bool:
    """Whether nothing was written since `content`."""
    return not any(out[content:])


def ends_line(out: list[str], content: int) -> bool:
    """Whether what was written since `content` ends with a line break."""
    for index in range(len(out) - 1, content - 1, -1):
        if out[index]:
            return out[index].endswith("\n")
    return False


class Renderer:
    """Writes one document. `stack` holds the nodes around the current one, the parent last."""

    def __init__(
        self,
        document: Document,
        leaves: dict[str, Leaf],
        elements: dict[str, Element],
        stash: Callable[[str], str] | None = None,
    ) -> None:
        self.document = document
        self.options = document.options
        self.leaves = leaves
        self.elements = elements
        self.stash = stash
        """Keeps HTML that may not be well-formed out of a host's tree and returns what stands for it; or None."""
        self.stack: list[Node] = []
        self.ids = AsciiIds(document.options.auto_id_prefix)
        self.headers: list[tuple[int, str, list[Child]]] = []
        """Level, id and children of each header that a table of contents may list."""
        self.toc: Node | None = None
        self.footnote_place: Node | None = None
        self.footnote_numbers: dict[str, list[int]] = {}
        """Name of each footnote referred to: its number and how often it was referred to again."""
        self.footnote_contents: list[tuple[str, Node]] = []
        self.marks: list[tuple[str, Callable[[], str]]] = []
        """Places in the output and what stands there, known only at the end; the footnotes' place comes first."""

    def mark(self, make: Callable[[], str], first: bool = False) -> str:
        """A text that no document holds; `make` says at the end what stands there."""
        name = f"\x02memoir-{len(self.marks)}\x03"
        self.marks.insert(0 if first else len(self.marks), (name, make))
        return name

    def document_html(self) -> str:
        """The HTML of the whole document, footnotes at its end unless a list was marked for them."""
        result = self.children(self.document.root, -2)
        if self.footnote_place is None:
            result += footnotes_html(self)
        for name, make in self.marks:
            result = result.replace(name, make(), 1)
        return result

    def children(self, node: Node, indent: int) -> str:
        """The HTML of all that `node` holds, `indent` being the indentation of `node` itself."""
        out: list[str] = []
        leaves, text = self.leaves, self._text
        work = [Opened(node.children, indent + 2, "", "")]
        self.stack.append(node)
        while work:
            opened = work[-1]
            children = opened.children
            for index in range(opened.index, len(children)):
                child = children[index]
                if isinstance(child, str):
                    out.append(text(child))
                elif leaf := leaves.get(child.kind):
                    out.append(leaf(self, child, opened.indent))
                else:
                    opened.index = index + 1
                    inner = self.elements[child.kind](self, child, opened.indent)
                    out.append(inner.opening)
                    inner.content = len(out)
                    work.append(inner)
                    self.stack.append(child)
                    break
            else:
                work.pop()
                self.stack.pop()
                if isinstance(opened.closing, str):
                    out.append(opened.closing)
                else:
                    opened.closing(out, opened.content)
        return "".join(out)

    def _text(self, text: str) -> str:
        if isinstance(text, Symbol):
            return text
        escaped = escape_text(text)
        return join_cjk(escaped) if self.options.remove_line_breaks_for_cjk else escaped


def join_cjk(text: str) -> str:
    """The text without line breaks between Chinese or Japanese characters."""
    lines = text.split("\n")
    joined = lines[0]
    for line in lines[1:]:
        joined += line if joined and line and _is_cjk(joined[-1]) and _is_cjk(line[0]) else "\n" + line
    return joined


def _is_cjk(character: str) -> bool:
    point = ord(character)
    return (
        0x3400 <= point <= 0x9FFF
        or 0x3041 <= point <= 0x309F
        or 0x30A1 <= point <= 0x30FF
        or 0xF900 <= point <= 0xFAFF
        or 0x20000 <= point <= 0x3FFFF
        or character in "々〇"
    )
