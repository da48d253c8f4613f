"""The tree that the grammar builds: nodes, and text that is more than text."""

from __future__ import annotations

from html import unescape


class AttributeList:
    """The content of an IAL or ALD: attributes in order of writing, and the names of ALDs it refers to."""

    __slots__ = ("attrs", "refs")

    def __init__(self) -> None:
        self.attrs: dict[str, str] = {}
        self.refs: list[str] = []

    def set(self, key: str, value: str) -> None:
        """Set an attribute; classes add up."""
        add_attribute(self.attrs, key, value)

    def update(self, other: AttributeList) -> None:
        """Take over what `other` says: references and classes add up, the last value of another key wins."""
        self.refs.extend(other.refs)
        for key, value in other.attrs.items():
            self.set(key, value)


def add_attribute(attrs: dict[str, str], key: str, value: str) -> None:
    """Set `key` of an element's attributes the way an IAL does: a class is appended, all else replaced."""
    attrs[key] = f"{attrs.get(key, '')} {value}".lstrip() if key == "class" else value


class Symbol(str):
    """Text made from markup (an entity, a curly quote, a dash): it prints as text but takes an IAL as a span does."""

    __slots__ = ()


class Typography(Symbol):
    """A dash, an ellipsis or a guillemet: the ids of headers know none of them, whatever is printed instead."""

    __slots__ = ()


class Node:
    """An element of the tree.

    `kind` names the element, in kramdown's terms ("p", "header", "html_element", …). `value` is the raw text that the
    span grammar still has to read, or the text of a leaf. `children` holds nodes and strings; `ial` the attribute list
    that a block waits to take; `transparent` marks the paragraph of a tight list item, which prints without its tag;
    `level` is a header's; `tag`, `model` (content model: "raw", "span", "block") and `closed` (`<br/>`) belong to HTML
    elements.
    """

    __slots__ = (
        "attrs",
        "children",
        "closed",
        "ial",
        "kind",
        "level",
        "line",
        "model",
        "tag",
        "transparent",
        "value",
    )

    def __init__(
        self, kind: str, value: str | None = None, line: int = 0, attrs: dict[str, str] | None = None
    ) -> None:
        self.kind = kind
        self.value = value
        self.line = line
        self.attrs: dict[str, str] = {} if attrs is None else attrs
        self.children: list[Child] = []
        self.ial: AttributeList | None = None
        self.transparent = False
        self.level = 0
        self.tag = kind
        self.model = ""
        self.closed = False

    @property
    def in_text(self) -> bool:
        """Whether the node stands inside text: blocks know their line, spans do not."""
        return self.line == 0


Child = Node | str


def plain_text(children: list[Child]) -> str:
    """All text below `children`, in document order, without markup: with code and math, without images and dashes."""
    parts: list[str] = []
    pending = children[::-1]
    while pending:
        child = pending.pop()
        if isinstance(child, Typography):
            continue
        if isinstance(child, str):
            parts.append(unescape(child) if isinstance(child, Symbol) else child)
        elif child.kind in ("codespan", "math"):
            parts.append(child.value or "")
        elif child.kind != "footnote":
            pending.extend(child.children[::-1])
    return "".join(parts)
