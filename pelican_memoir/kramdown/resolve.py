"""The second pass: with all definitions known, texts become spans, IALs are applied, headers get their ids.

Source: the order of kramdown's parser (`update_tree`) and of kramdown-parser-gfm (`update_elements`).
"""

from __future__ import annotations

from pelican_memoir.kramdown.abbreviation import Abbreviations
from pelican_memoir.kramdown.document import Document
from pelican_memoir.kramdown.header_ids import GfmIds
from pelican_memoir.kramdown.line_break import break_lines
from pelican_memoir.kramdown.spans import read_spans
from pelican_memoir.kramdown.tree import Child, Node, plain_text

_LEAVES = frozenset(("codeblock", "math", "xml_comment", "comment", "raw", "blank"))


class Resolver:
    """Walks the block tree of one document in order and completes it in place."""

    def __init__(self, document: Document) -> None:
        self.document = document
        options = document.options
        self.mark = ("\n" if options.hard_wrap else "\\\n") if document.gfm else ""
        self.stripping = document.gfm or options.auto_id_stripping
        self.headers: list[Node] = []
        self.names: set[str] = set()
        self.abbreviations = Abbreviations(document.abbreviations) if document.abbreviations else None

    def complete(self) -> None:
        """Complete the document: its tree, then its footnotes; tell about footnotes nobody refers to."""
        document = self.document
        self._walk(document.root, True)
        self._identify()
        for name, footnote in document.footnotes.items():
            self._walk(footnote.content, False)
            if not footnote.used:
                document.warn(footnote.content.line, f"footnote {name} is defined but nothing refers to it")

    def _walk(self, root: Node, gfm: bool) -> None:
        """All blocks below `root`, in document order; `gfm`: with GFM's line breaks and header ids."""
        pending: list[tuple[Node, bool]] = [(root, gfm)]
        while pending:
            node, gfm = pending.pop()
            if node.value is not None and node.kind not in _LEAVES:
                self._spans(node, gfm)
            elif node.kind == "html_element" and self.abbreviations and node.model != "raw":
                node.children = self.abbreviations.replace(node.children)
            if node.ial is not None:
                self.document.apply(node.attrs, node.ial)
            if node.kind == "header" and gfm:
                self.headers.append(node)
            elif "id" in node.attrs:
                self._name(node)
            inner = gfm and node.kind != "html_element"
            if node.value is None:
                node.children = self._without_marks(node.children)
                pending.extend((child, inner) for child in reversed(node.children) if isinstance(child, Node))

    def _without_marks(self, children: list[Child]) -> list[Child]:
        """The blocks without the marks of definitions and block ends; blank lines that meet become one."""
        kept: list[Child] = []
        after_blank = False
        for child in children:
            kind = child.kind if isinstance(child, Node) else ""
            if kind == "eob":
                if isinstance(child, Node) and child.ial is not None:
                    self.document.apply(child.attrs, child.ial)
            elif not (kind == "blank" and after_blank):
                kept.append(child)
                after_blank = kind == "blank"
        return kept

    def _spans(self, node: Node, gfm: bool) -> None:
        text = node.value or ""
        children: list[Child] = read_spans(self.document, text, node.line)
        if node.kind == "header":
            node.tag = plain_text(children) if self.stripping else text
        if gfm and self.mark and self.mark in text and node.kind not in ("html_element", "header"):
            children = break_lines(children, self.mark, node.kind != "raw_text")
        if self.abbreviations is not None and node.model != "raw":
            children = self.abbreviations.replace(children)
        node.children = children

    def _name(self, node: Node) -> None:
        """Note the id of a block, and tell about one that another block has: links reach the first alone."""
        name = node.attrs.get("id", "")
        if name and name in self.names:
            self.document.warn(node.line, f"the id {name} is given twice; links reach the first place alone")
        self.names.add(name)

    def _identify(self) -> None:
        """GFM's ids, once the last span has had its chance to change the options."""
        options = self.document.options
        if self.document.gfm and options.auto_ids:
            ids = GfmIds(options.auto_id_prefix)
            for node in self.headers:
                if "id" not in node.attrs:
                    node.attrs["id"] = ids.make(node.tag)
        for node in self.headers:
            self._name(node)
