"""HTML as a tree whose every element knows where it stands in the source.

BeautifulSoup keeps the places of start tags only, and editing needs those of end tags as well; it also takes longer
to read a post than the dialect takes to convert it. So the tags are found with one expression here, as HTML's own
rules have them. Nothing is ever serialised from this tree.
"""

from __future__ import annotations

import functools
import html as html_text
import re
from collections.abc import Iterable
from dataclasses import dataclass

from pelican_memoir.memoir.element import Element

VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
RAW = frozenset(["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"])
_P_ENDS_AT = """address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer
 form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre section table ul"""
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_SCOPE = frozenset(["td", "th", "caption", "table", "button", "object"])
_TABLE_PARTS = frozenset(["table", "tr", "tbody", "thead", "tfoot"])

DEEPEST = 512
"""Deeper elements stay empty, as in browsers (Blink's limit): no post can cost the square of its depth."""

_ENDS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    **{name: (frozenset(["p"]), _SCOPE) for name in _P_ENDS_AT.split()},
    "li": (frozenset(["li"]), frozenset(["ul", "ol", "menu", "dir", *_SCOPE])),
    "dt": (frozenset(["dt", "dd"]), frozenset(["dl", *_SCOPE])),
    "dd": (frozenset(["dt", "dd"]), frozenset(["dl", *_SCOPE])),
    "tr": (frozenset(["tr", "td", "th"]), frozenset(["table", "thead", "tbody", "tfoot"])),
    "td": (frozenset(["td", "th"]), frozenset(["tr", "table"])),
    "th": (frozenset(["td", "th"]), frozenset(["tr", "table"])),
}
"""Start tags that end an open element of the first set, unless one of the second lies between."""

ATTRIBUTES = r"(?>[^<>=]+|=\s*+(?>\"[^\"]*\"|'[^']*')?)*+"
"""What stands in a start tag behind its name: a `>` may be part of a value."""
COMMENT = r"<!--(?:-?>|.*?(?:--!?>|\Z))"
"""A comment to its end, or to that of the text; `.` has to match line ends."""
_START_TAG = re.compile(rf"<[a-zA-Z][^\s/<>]*+{ATTRIBUTES}>")
_TOKEN = re.compile(
    r"([^<]*+(?:<(?![a-zA-Z/!?])[^<]*+)*+)"  # text
    r"("
    rf"<(?=[{''.join(sorted({letter for name in RAW for letter in name[0] + name[0].upper()}))}])"
    rf"((?i:{'|'.join(sorted(RAW))}))(?![^\s/<>]){ATTRIBUTES}>"  # a start tag and the raw text behind it
    r"([^<]*+(?:<(?!/(?i:\3)[\s/>])[^<]*+)*+)"
    rf"|<([a-zA-Z][^\s/<>]*+){ATTRIBUTES}>(?:([^<]*+)(</\5>))?+"  # another one, with its end if no tag is between
    r"|</([a-zA-Z][^\s/<>]*+)[^<>]*+>"  # an end tag
    rf"|{COMMENT}"
    r"|<[!?/][^>]*+>"
    r"|<"
    r"|\Z)",
    re.DOTALL,
)
"""Text and what follows it: its source, the name and content of an element of raw text, the name in another start tag
with the words and the end tag of an element that holds no other, the name in an end tag. The tokens are all of the
source, so their lengths tell the places, which is quicker than asking."""


def is_start_tag(text: str) -> bool:
    """Tells whether a text is read as one start tag."""
    return _START_TAG.fullmatch(text) is not None


@functools.cache
def fits_instead(name: str, other: str) -> bool:
    """Tells whether elements may be named `name` instead of `other` and nothing around them is read otherwise.

    It holds where every element has an end tag of its own.
    """
    return (
        not {name, other} & (VOID | RAW)
        and (name in _SCOPE) == (other in _SCOPE)
        and _ENDS.get(name) in (None, _ENDS.get(other))
        and all(other in ended or name not in ended for ended, _ in _ENDS.values())
        and all(name in barrier or other not in barrier for _, barrier in _ENDS.values())
    )


def may_end_another(name: str) -> bool:
    """Tells whether a start tag ends an element in some places, where that has no end tag before it."""
    return name in _ENDS


@functools.cache
def may_end_from(name: str, parent: str) -> bool:
    """Tells whether a start tag that may end an element does so in some places right inside a `parent`."""
    ended, barrier = _ENDS[name]
    return parent in ended or parent not in barrier


def ends_another(name: str, open_: Iterable[str]) -> bool:
    """Tells whether a start tag that may do so ends one of the elements that are open, the innermost named first."""
    ended, barrier = _ENDS[name]
    innermost = ""
    for other in open_:
        innermost = innermost or other
        if other in ended:
            return True
        if other in barrier:
            break
    return name in _HEADINGS and innermost in _HEADINGS


@dataclass(frozen=True, slots=True)
class Tree:
    """`elements` are all elements in the order of the source; `stray` the end tags that close nothing.

    Whoever asks elements for their parents keeps the tree for as long.
    """

    html: str
    root: Element
    elements: tuple[Element, ...]
    stray: tuple[tuple[str, int], ...]

    def __del__(self) -> None:
        """Lets go of the parents: elements that hold one another would wait for the collector, thousands a build."""
        for element in self.elements:
            del element.parent


def parse(html: str) -> Tree:
    """Reads any text as HTML. Never raises: what is no tag is text."""
    builder = _Builder(html)
    builder.read()
    builder.close_down_to(0, len(html))
    return Tree(html, builder.root, tuple(builder.elements), tuple(builder.stray))


class _Builder:
    """The open elements on the way through the tags."""

    def __init__(self, html: str):
        self.html = html
        self.root = Element(html, "", None, 0, 0)
        self.open = [self.root]
        self.elements: list[Element] = []
        self.stray: list[tuple[str, int]] = []

    def read(self) -> None:
        """Reads all tokens of the source."""
        html, open_, elements = self.html, self.open, self.elements
        start_element, stop_element = self.start, self.stop
        place, text = 0, ""
        last = (
            html.rfind(">") + 1
        )  # behind it is no tag: each that opens there would be looked for to the end
        for words, source, raw, content, name, inside, ending, stop in _TOKEN.findall(html, 0, last):
            start = place + len(words)
            place = start + len(source)
            if text:
                words, text = text + words, ""
            if not source:
                text = words
                break  # all is read
            if source == "<":
                text = words + source  # no tag: the text goes on
                continue
            if words:
                open_[-1].children.append(html_text.unescape(words) if "&" in words else words)
            if ending:  # an element that holds no other, as most do
                name = name.lower()
                close = place - len(ending)
                if name in VOID or len(open_) >= DEEPEST:
                    self.flat(name, start, close, place, inside)
                    continue
                if name in _ENDS and len(open_) > 1:
                    self.end_implied(name, start)
                parent = open_[-1]
                element = Element(html, name, parent, start, close - len(inside))
                element.close, element.end = close, place
                if inside:
                    element.children.append(html_text.unescape(inside) if "&" in inside else inside)
                parent.children.append(element)
                elements.append(element)
            elif name:
                start_element(name.lower(), start, place)
            elif stop:
                stop_element(stop.lower(), start, place)
            elif raw:
                start_element(raw.lower(), start, place - len(content))
                text = content
            elif place == last and source.startswith("<!--") and not source.endswith(("-->", "--!>")):
                return  # a comment without an end: nothing is behind it

        self.rest(text, html[last:])

    def rest(self, text: str, behind: str) -> None:
        """The text that is left, and behind the last tag: an open comment goes to the end, but not in raw text."""
        text += behind if self.open[-1].name in RAW else behind.partition("<!--")[0]
        if text:
            self.open[-1].children.append(html_text.unescape(text) if "&" in text else text)

    def flat(self, name: str, start: int, close: int, end: int, inside: str) -> None:
        """A start tag, words and an end tag where no element is opened: the words are its parent's."""
        self.start(name, start, close - len(inside))
        if inside:
            self.open[-1].children.append(html_text.unescape(inside) if "&" in inside else inside)
        self.stop(name, close, end)

    def start(self, name: str, start: int, inner: int) -> None:
        open_ = self.open
        if len(open_) > 1 and name in _ENDS:
            self.end_implied(name, start)
        parent = open_[-1]
        element = Element(self.html, name, parent, start, inner)
        parent.children.append(element)
        self.elements.append(element)
        if name not in VOID and len(open_) < DEEPEST:
            open_.append(element)

    def end_implied(self, name: str, place: int) -> None:
        """Ends the elements that the start tag of `name` ends."""
        open_ = self.open
        ended, barrier = _ENDS[name]
        for depth in range(len(open_) - 1, 0, -1):
            other = open_[depth].name
            if other in ended:
                self.close_down_to(depth, place)
                break
            if other in barrier:
                break
        if name in _HEADINGS and open_[-1].name in _HEADINGS:
            self.close_down_to(len(open_) - 1, place)  # no heading stands directly in another

    def stop(self, name: str, start: int, end: int) -> None:
        last = len(self.open) - 1
        if self.open[last].name == name and last:
            element = self.open.pop()
            element.close, element.end = start, end
            return
        for depth in range(last, 0, -1):
            element = self.open[depth]
            if element.name == name:
                self.close_down_to(depth + 1, start)
                self.open.pop()
                element.close, element.end = start, end
                return
            if element.name in _SCOPE and name not in _TABLE_PARTS:
                break
        self.stray.append((name, start))

    def close_down_to(self, depth: int, place: int) -> None:
        """Ends the open elements from `depth` on where something else ends them."""
        for element in self.open[depth:]:
            element.close = element.end = place
        del self.open[depth:]
