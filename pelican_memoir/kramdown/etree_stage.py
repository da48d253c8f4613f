"""The ElementTree stage, for other extensions' tree processors only: HTML to a tree, and the tree back to HTML.

Documents of which no other extension wants to see the tree skip this stage; it costs more than all others together.
"""

from __future__ import annotations

from html.parser import HTMLParser
from xml.etree.ElementTree import Element

from markdown import Markdown

from pelican_memoir.kramdown.html import ATTRIBUTE, WITHOUT_BODY
from pelican_memoir.kramdown.markup import escape, escape_text

_RAW_TEXT = frozenset(("script", "style"))


def stash(html: str, md: Markdown) -> str:
    """Return a mark for what a tree cannot hold; it is kept behind nothing, or the host would take away its `<p>`."""
    return md.htmlStash.store(md.htmlStash.store("") + html)


class SelfClosed(Element):
    """An element written as `<name />` though it may have content; it must be written so again."""


class _Builder(HTMLParser):
    """Builds the tree; what a tree cannot hold (comments, instructions) goes to the host's stash."""

    def __init__(self, root: Element, md: Markdown) -> None:
        super().__init__(convert_charrefs=False)
        self.md = md
        self.open: list[Element] = [root]
        self.last: Element | None = None

    def _text(self, text: str) -> None:
        if self.last is not None:
            self.last.tail = (self.last.tail or "") + text
        else:
            parent = self.open[-1]
            parent.text = (parent.text or "") + text

    def _start(self, tag: str, attrs: list[tuple[str, str | None]], kind: type[Element] = Element) -> Element:
        written = self.get_starttag_text() or ""
        case = {
            name.lower(): name for name, _bare, _quote, _value in ATTRIBUTE.findall(written, 1 + len(tag))
        }
        element = kind(written[1 : 1 + len(tag)], {case.get(key, key): value or "" for key, value in attrs})
        self.open[-1].append(element)
        return element

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open.append(self._start(tag, attrs))
        self.last = None

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.last = self._start(tag, attrs, Element if tag in WITHOUT_BODY else SelfClosed)

    def handle_endtag(self, tag: str) -> None:
        if len(self.open) > 1:
            self.last = self.open.pop()

    def handle_data(self, data: str) -> None:
        self._text(data)

    def handle_entityref(self, name: str) -> None:
        self._text(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._text(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._text(stash(f"<!--{data}-->", self.md))

    def handle_pi(self, data: str) -> None:
        self._text(stash(f"<?{data}>", self.md))

    def handle_decl(self, decl: str) -> None:
        self._text(stash(f"<!{decl}>", self.md))

    def unknown_decl(self, data: str) -> None:
        self._text(stash(f"<![{data}]>", self.md))


def build(html: str, root: Element, md: Markdown) -> None:
    """Put `html` into `root` as elements."""
    builder = _Builder(root, md)
    builder.feed(html)
    builder.close()


def _quoted(value: str) -> str:
    return escape(value).replace('"', "&quot;")


def serialize(root: Element) -> str:
    """The HTML of a tree, in kramdown's way of writing; entities in texts stay as they are."""
    parts: list[str] = []
    work: list[Element | str] = [root]
    while work:
        item = work.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        if not isinstance(item.tag, str):
            parts.append(escape_text(item.tail or ""))
            continue
        tail = escape_text(item.tail) if item.tail and item is not root else ""
        attrs = "".join(f' {key}="{_quoted(str(value))}"' for key, value in item.attrib.items())
        empty = not len(item) and not item.text
        if empty and (item.tag in WITHOUT_BODY or isinstance(item, SelfClosed)):
            parts.append(f"<{item.tag}{attrs} />{tail}")
            continue
        text = item.text or ""
        parts.append(f"<{item.tag}{attrs}>{text if item.tag in _RAW_TEXT else escape_text(text)}")
        work.append(f"</{item.tag}>{tail}")
        work.extend(reversed(item))
    return "".join(parts)
