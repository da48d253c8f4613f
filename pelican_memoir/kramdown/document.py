"""One document: what is known while it is read (definitions, options, warnings), and the steps from text to tree."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from pelican_memoir.errors import Location, Problem
from pelican_memoir.kramdown.blocks import BlockRule, Frame, run
from pelican_memoir.kramdown.raw_html import RawFrame
from pelican_memoir.kramdown.tree import AttributeList, Node, add_attribute

if TYPE_CHECKING:
    from pelican_memoir.kramdown.options import Options
    from pelican_memoir.kramdown.spans import Foreign, SpanRule

Work = Frame | RawFrame | Callable[[], None]

MOST_REFERENCES = 1000
"""How many attribute lists one IAL may reach; a chain that doubles at each step would never end."""

_LINE_ENDS = re.compile(r"\r\n?")


class LinkDefinition:
    """A link definition: target, title, and the end-of-block node that may carry an IAL for its links."""

    __slots__ = ("mark", "title", "url")

    def __init__(self, url: str, title: str | None, mark: Node | None) -> None:
        self.url = url
        self.title = title
        self.mark = mark


class FootnoteDefinition:
    """A footnote: its blocks, its mark in the tree, and whether a marker has named it."""

    __slots__ = ("content", "mark", "used")

    def __init__(self, content: Node, mark: Node) -> None:
        self.content = content
        self.mark = mark
        self.used = False


class Document:
    """All that is known about one text while it is read.

    `block_rules` maps a line's first character, `span_rules` a special character, to the rules to try in order;
    `foreign` are the spans of other extensions.
    """

    def __init__(
        self,
        options: Options,
        block_rules: dict[str, tuple[BlockRule, ...]],
        span_rules: dict[str, tuple[SpanRule, ...]],
        foreign: tuple[Foreign, ...] = (),
    ) -> None:
        self.options = options
        self.block_rules = block_rules
        self.span_rules = span_rules
        self.foreign = foreign
        self.root = Node("root")
        self.problems: list[Problem] = []
        self._told: set[Problem] = set()
        self.attribute_lists: dict[str, AttributeList] = {}
        self.footnotes: dict[str, FootnoteDefinition] = {}
        self.abbreviations: dict[str, tuple[str, Node]] = {}
        self.links: dict[str, LinkDefinition] = {
            normalize_link_id(name): LinkDefinition(
                str(entry[0]), str(entry[1]) if len(entry) > 1 else None, None
            )
            for name, entry in options.link_defs.items()
        }
        self.gfm = options.input.upper() == "GFM"
        self._work: list[Work] = []

    def push(self, work: Work) -> None:
        """Put work on top of the stack; what is pushed last is done first."""
        self._work.append(work)

    def warn(self, line: int, message: str) -> None:
        """Keep a warning with its line (counted from 1 in the text), unless it was given before."""
        problem = Problem(Location("", line), "memoir.kramdown", message)
        if problem not in self._told:
            self._told.add(problem)
            self.problems.append(problem)

    def define_footnote(self, name: str, content: Node, mark: Node) -> None:
        """Keep a footnote; a second one of the name takes the first one's place."""
        self.footnotes[name] = FootnoteDefinition(content, mark)

    def read(self, source: str) -> None:
        """Read the blocks of `source` into `root`; spans come later, when all definitions are known."""
        text = _LINE_ENDS.sub("\n", source)
        text = text[:-1] if text.endswith("\n") else text
        stack = self._work
        stack.append(Frame(self, self.root, text + "\n", 1))
        while stack:
            work = stack[-1]
            if isinstance(work, Frame):
                if run(work):
                    stack.pop()
            elif isinstance(work, RawFrame):
                if work.run():
                    stack.pop()
            else:
                stack.pop()
                work()

    def apply(self, attrs: dict[str, str], ial: AttributeList) -> None:
        """Write what an attribute list says, and what its references say first, into an element's attributes."""
        for found in self._resolve(ial):
            for key, value in found.attrs.items():
                add_attribute(attrs, key, value)

    def _resolve(self, ial: AttributeList) -> list[AttributeList]:
        """The lists that count, references before what refers to them; a list that refers to itself counts once."""
        order: list[AttributeList] = []
        stack: list[tuple[AttributeList, bool]] = [(ial, False)]
        open_lists: set[int] = set()
        while stack and len(order) < MOST_REFERENCES:
            current, done = stack.pop()
            if done:
                order.append(current)
                open_lists.discard(id(current))
            elif id(current) not in open_lists:
                open_lists.add(id(current))
                stack.append((current, True))
                found = [self.attribute_lists[ref] for ref in current.refs if ref in self.attribute_lists]
                stack.extend((entry, False) for entry in reversed(found))
        return order


def normalize_link_id(name: str) -> str:
    """The form in which names of link definitions are compared: white space collapsed, lower case."""
    return re.sub(r"[ \t\n\v\f\r]+", " ", name).lower()
