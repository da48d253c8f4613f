"""HTML as a tree whose every element knows where it stands in the source.

The standard library's tokeniser gives exact places of start and end tags, which BeautifulSoup keeps for start tags
only; editing at source positions needs both. Nothing is ever serialised from this tree.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from html.parser import HTMLParser

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
CLOSES_P = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "ul",
    ]
)
_ENDS_SIBLING = {
    "li": (frozenset({"li"}), frozenset({"ul", "ol", "menu", "dir"})),
    "dt": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "dd": (frozenset({"dt", "dd"}), frozenset({"dl"})),
    "tr": (frozenset({"tr", "td", "th"}), frozenset({"table", "thead", "tbody", "tfoot"})),
    "td": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "th": (frozenset({"td", "th"}), frozenset({"tr", "table"})),
    "summary": (frozenset({"summary"}), frozenset({"details"})),
}
"""Elements whose start tag ends an open one of the first set, unless one of the second lies between."""

_SCOPE = frozenset({"td", "th", "caption", "table", "button", "object"})
_UNSEEN = frozenset({"script", "style", "template", "head", "title", "noscript", "svg", "math"})


class Element:
    """One element. `html[start:inner]` is the start tag, `html[inner:close]` the content, the rest the end tag.

    An element whose end tag is missing closes where its parent does, and `close == end`.
    """

    __slots__ = ("attributes", "children", "close", "end", "inner", "name", "parent", "start")

    def __init__(self, name: str, attributes: dict[str, str], parent: Element | None, start: int, inner: int):
        self.name = name
        self.attributes = attributes
        self.parent = parent
        self.children: list[Element | str] = []
        self.start = start
        self.inner = inner
        self.close = inner
        self.end = inner

    @property
    def classes(self) -> frozenset[str]:
        return frozenset(self.attributes.get("class", "").split())

    @property
    def elements(self) -> Iterator[Element]:
        """The child elements."""
        return (child for child in self.children if isinstance(child, Element))

    def descendants(self) -> Iterator[Element]:
        """All elements inside this one, in the order of the source."""
        stack = list(self.elements)[::-1]
        while stack:
            element = stack.pop()
            yield element
            stack.extend(list(element.elements)[::-1])

    def ancestors(self) -> Iterator[Element]:
        """The elements around this one, the nearest first; the root of the tree is the last."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent


class Tree:
    """The whole source: `root` is an element without a tag; `stray` are end tags that close nothing."""

    __slots__ = ("html", "root", "stray")

    def __init__(self, html: str, root: Element, stray: tuple[tuple[str, int], ...]):
        self.html = html
        self.root = root
        self.stray = stray


def parse(html: str) -> Tree:
    """Reads any text as HTML; what cannot be read further ends the tree there, nothing is raised."""
    builder = _Builder(html)
    try:
        builder.feed(html)
        builder.close()
    except AssertionError:  # the tokeniser's way to refuse `<![unknown[`
        pass
    builder.finish()
    return Tree(html, builder.root, tuple(builder.stray))


class _Builder(HTMLParser):
    def __init__(self, html: str):
        super().__init__(convert_charrefs=True)
        self.html = html
        self.lines = [
            0,
            *itertools.accumulate(len(line) for line in html.split("\n") for line in (line + "\n",)),
        ]
        self.root = Element("", {}, None, 0, 0)
        self.open = [self.root]
        self.stray: list[tuple[str, int]] = []

    def place(self) -> int:
        line, column = self.getpos()
        return min(self.lines[line - 1] + column, len(self.html))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start = self.place()
        self._end_implied(tag, start)
        inner = start + len(self.get_starttag_text() or "")
        names = {name: value or "" for name, value in reversed(attrs)}
        element = Element(tag, names, self.open[-1], start, inner)
        self.open[-1].children.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        start = self.place()
        end = self.html.find(">", start) + 1 or len(self.html)
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].name == tag:
                self._close_down_to(depth + 1, start)
                closed = self.open.pop()
                closed.close, closed.end = start, end
                return
            if self.open[depth].name in _SCOPE and tag not in ("table", "tr", "tbody", "thead", "tfoot"):
                break
        self.stray.append((tag, start))

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)

    def unknown_decl(self, data: str) -> None:
        """Marked sections (`<![CDATA[…]]>`) are comments in HTML."""

    def finish(self) -> None:
        self._close_down_to(0, len(self.html))

    def _close_down_to(self, depth: int, place: int) -> None:
        for element in self.open[depth:]:
            element.close = element.end = max(place, element.inner)
        del self.open[depth:]

    def _end_implied(self, tag: str, place: int) -> None:
        ended, barrier = _ENDS_SIBLING.get(tag, (frozenset[str](), frozenset[str]()))
        if tag in CLOSES_P:
            ended, barrier = frozenset({"p"}), _SCOPE
        for depth in range(len(self.open) - 1, 0, -1):
            name = self.open[depth].name
            if name in barrier or (name in _SCOPE and name not in ended):
                return
            if name in ended:
                self._close_down_to(depth, place)
                return


def text_of(element: Element) -> str:
    """The words a reader sees in the element, white space as it comes; `<br>` counts as a space."""
    return "".join(_texts(element))


def _texts(element: Element) -> Iterator[str]:
    for child in element.children:
        if isinstance(child, str):
            yield child
        elif child.name == "br":
            yield " "
        elif child.name not in _UNSEEN and not is_ornament(child):
            yield from _texts(child)


def is_ornament(element: Element) -> bool:
    """Footnote references and the link signs that tools put into headings are no words of the author."""
    return "footnote" in element.classes or element.attributes.get("aria-hidden") == "true"
