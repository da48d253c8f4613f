"""The dialect inside Python-Markdown: its own block parser and serialiser, with others' parts kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockparser import BlockParser
from markdown.preprocessors import Preprocessor

from pelican_memoir.kramdown import etree_stage
from pelican_memoir.kramdown.convert import read, write
from pelican_memoir.kramdown.foreign import ForeignPattern

if TYPE_CHECKING:
    from pelican_memoir.kramdown.document import Document
    from pelican_memoir.kramdown.options import Options

_CORE = frozenset(
    f"markdown.{name}"
    for name in ("preprocessors", "inlinepatterns", "treeprocessors", "blockprocessors", "postprocessors")
)
_REPLACED = frozenset(
    f"markdown.extensions.{name}"
    for name in (
        "abbr attr_list codehilite def_list fenced_code footnotes legacy_attrs legacy_em md_in_html nl2br sane_lists"
        " smarty tables toc"
    ).split()
)
_KEPT = frozenset(("raw_html", "amp_substitute"))
"""Stock postprocessors that other extensions count on."""


def is_replaced(part: object) -> bool:
    """Whether a registered part is one whose work the dialect does itself."""
    module = type(part).__module__
    return module in _CORE or module in _REPLACED


class Root(Element):
    """The root that carries the document past the stages that need no ElementTree."""

    document: Document | None = None


class WithoutMarks(Preprocessor):
    """Takes away U+0002 and U+0003, which the host keeps for its own marks."""

    def run(self, lines: list[str]) -> list[str]:
        """The lines without the two characters."""
        return [
            line.replace("\x02", "").replace("\x03", "") if "\x02" in line or "\x03" in line else line
            for line in lines
        ]


class KramdownParser(BlockParser):
    """Reads a whole document by kramdown's grammar. Block processors of other extensions are not asked."""

    def __init__(self, md: Markdown, options: Callable[[], Options]) -> None:
        super().__init__(md)
        self.blockprocessors = md.parser.blockprocessors
        self.options = options

    def parseDocument(self, lines: Any) -> Any:  # noqa: N802
        """The tree of a document: elements where another extension has tree processors, else the root alone."""
        md = self.md
        foreign = tuple(ForeignPattern(pattern, md) for pattern in md.inlinePatterns)
        document = read("\n".join(lines), self.options(), foreign)
        md.kramdown_problems = document.problems  # type: ignore[attr-defined]
        root = Root(md.doc_tag)
        if len(md.treeprocessors):
            etree_stage.build(write(document, partial(etree_stage.stash, md=md)), root, md)
        else:
            root.document = document
        return ElementTree.ElementTree(root)


def serialize(root: Element) -> str:
    """The HTML of the root: straight from the document where no tree was built."""
    if isinstance(root, Root) and root.document is not None:
        return f"<{root.tag}>{write(root.document)}</{root.tag}>"
    return etree_stage.serialize(root)


def take_over(md: Markdown, options: Callable[[], Options]) -> None:
    """Put the dialect in place of the stock grammar, whatever extensions have been registered before or behind it."""
    registries: tuple[Any, ...] = (md.preprocessors, md.inlinePatterns, md.treeprocessors, md.postprocessors)
    for registry in registries:
        names = [entry.name for entry in registry._priority]
        for name in names:
            if name not in _KEPT and is_replaced(registry[name]):
                registry.deregister(name)
    if "kramdown_marks" not in md.preprocessors:
        md.preprocessors.register(WithoutMarks(md), "kramdown_marks", 1000)
    if not isinstance(md.parser, KramdownParser):
        md.parser = KramdownParser(md, options)
    md.serializer = serialize
