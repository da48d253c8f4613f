"""One element of a post's HTML, with the places of its tags in the source."""

from __future__ import annotations

import html as html_text
import re
import sys
from collections.abc import Iterator, Mapping

ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?""")
_ONLY = re.compile(r'\s([a-z]+)="([^"&]*)"')
"""A single attribute as most start tags have."""

_BARE: dict[str, str] = {}
"""The attributes of every bare element; nothing is ever put into it."""

_NONE: frozenset[str] = frozenset()
_UNSEEN = frozenset({"script", "style", "template", "head", "title", "noscript", "svg", "math"})


class Element:
    """`source[start:inner]` is the start tag, `source[inner:close]` the content, the rest up to `end` the end tag.

    An element whose end tag is missing closes where its parent does, and `close == end`. The root of a tree has
    no name and no tags.
    """

    __slots__ = (
        "_attributes",
        "_classes",
        "children",
        "close",
        "end",
        "inner",
        "is_bare",
        "name",
        "parent",
        "source",
        "start",
    )

    def __init__(self, source: str, name: str, parent: Element | None, start: int, inner: int):
        self.source = source
        self.name = name
        self.parent = parent
        self.start = start
        self.inner = self.close = self.end = inner
        self.children: list[Element | str] = []
        self.is_bare = inner - start == len(name) + 2
        """The start tag is a name alone, as most are."""
        self._attributes: Mapping[str, str] | None = None
        self._classes: frozenset[str] | None = _NONE if self.is_bare else None

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes by their lower-case names, read when first asked for; '' where there is no value."""
        found = self._attributes
        if found is None:
            self._attributes = found = _BARE if self.is_bare else self._read_attributes()
        return found

    def become(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take another start tag, which the source does not have yet: places stay those of the source."""
        self.name = name
        self.is_bare = not attributes
        self._attributes = attributes
        self._classes = None

    def _read_attributes(self) -> dict[str, str]:
        return (
            read_attributes(self.source[self.start + 1 + len(self.name) : self.inner - 1])
            if self.name
            else {}
        )

    @property
    def classes(self) -> frozenset[str]:
        """The names in its class attribute."""
        found = self._classes
        if found is None:
            names = self.attributes.get("class", "") if self.may_have("class") else ""
            self._classes = found = frozenset(names.split())
        return found

    def has_class(self, name: str) -> bool:
        """Tells whether it has a class, without reading the attributes of all that do not name it."""
        return (self._attributes is not None or self.writes(name)) and name in self.classes

    def writes(self, text: str) -> bool:
        """Tells whether a text stands in the start tag of the source."""
        return self.source.find(text, self.start, self.inner) >= 0

    def may_have(self, name: str, other: str | None = None) -> bool:
        """False where the start tag has no such attribute or class, nor the other one, told without reading it.

        It may say yes too often.
        """
        if self._attributes is not None:
            return True
        tag = self.source[self.start : self.inner].lower()
        return name in tag or (other is not None and other in tag)

    @property
    def elements(self) -> Iterator[Element]:
        """The child elements."""
        return (child for child in self.children if isinstance(child, Element))

    def ancestors(self) -> Iterator[Element]:
        """The elements around this one, the nearest first; the root of the tree is the last."""
        element = self.parent
        while element is not None:
            yield element
            element = element.parent


def text_of(element: Element, most: int = sys.maxsize) -> str:
    """The words a reader sees in the element, white space as it comes; `<br>` counts as a space.

    Nothing is added once there are `most` characters.
    """
    children = element.children
    if len(children) == 1 and isinstance(children[0], str):
        return children[0]
    parts: list[str] = []
    length = 0
    inside = [iter(children)]  # no recursion: authors' quotes may be nested deeper than Python's stack
    while inside:
        for child in inside[-1]:
            if isinstance(child, str):
                parts.append(child)
                length += len(child)
                if length >= most:
                    return "".join(parts)
            elif child.name == "br":
                parts.append(" ")
            elif child.name not in _UNSEEN and not is_ornament(child):
                inside.append(iter(child.children))
                break
        else:
            inside.pop()
    return "".join(parts)


def is_ornament(element: Element) -> bool:
    """Footnote references and the link signs that tools put into headings are no words of the author."""
    if element.is_bare:
        return False
    if not element.may_have("aria-hidden", "footnote"):
        return False
    return element.attributes.get("aria-hidden") == "true" or "footnote" in element.classes


def read_attributes(tag: str) -> dict[str, str]:
    """Returns the attributes of a start tag without its name; a repeated one counts once."""
    only = _ONLY.fullmatch(tag)
    if only is not None:
        return {only[1]: only[2]}
    found: dict[str, str] = {}
    for name, double, single, bare in ATTRIBUTE.findall(tag):
        value = double or single or bare
        found.setdefault(name.lower(), html_text.unescape(value) if "&" in value else value)
    return found
