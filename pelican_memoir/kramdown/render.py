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


class Opened:
    """An element while its children are written: the text before, and a function that makes the whole."""

    __slots__ = ("children", "indent", "parts", "wrap")

    def __init__(self, children: list[Child], indent: int, wrap: Callable[[str], str]) -> None:
        self.children = children
        self.indent = indent
        self.wrap = wrap
        self.parts: list[str] = []


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
        """Keeps HTML that is not well-formed away from a host's tree, and returns what stands for it; None without one."""
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
        top = Opened(node.children, indent + 2, lambda inner: inner)
        work: list[tuple[Opened, int]] = [(top, 0)]
        base = len(self.stack)
        self.stack.append(node)
        text = self._text
        while True:
            opened, index = work[-1]
            pushed = None
            children, parts = opened.children, opened.parts
            total = len(children)
            while index < total:
                child = children[index]
                index += 1
                if isinstance(child, str):
                    parts.append(text(child))
                elif leaf := self.leaves.get(child.kind):
                    parts.append(leaf(self, child, opened.indent))
                else:
                    pushed = self.elements[child.kind](self, child, opened.indent)
                    self.stack.append(child)
                    break
            if pushed is not None:
                work[-1] = (opened, index)
                work.append((pushed, 0))
                continue
            work.pop()
            self.stack.pop()
            whole = opened.wrap("".join(parts))
            if not work:
                assert len(self.stack) == base
                return whole
            work[-1][0].parts.append(whole)

    def _text(self, text: str) -> str:
        if type(text) is Symbol:
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
