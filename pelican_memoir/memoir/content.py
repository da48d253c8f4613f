"""What stands in a stretch of a post: its top lists, its prose, the text of an item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pelican_memoir.memoir.element import Element, is_ornament, text_of
from pelican_memoir.memoir.outline import NOTES, Outline, spaced

_LISTS = frozenset({"ul", "ol"})
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "details",
        "div",
        "dl",
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
        "hr",
        "iframe",
        "main",
        "nav",
        "ol",
        "pre",
        "section",
        "table",
        "ul",
    ]
)
_HIDDEN = frozenset({"script", "style", "template", "noscript"})
_SHORT_PROSE = 12


@dataclass(slots=True)
class TopList:
    """The items of one list that begin in a section, in no other item of it.

    `prose_before` counts the characters of prose before it, `after_paragraph` is true where one introduces it,
    `before_paragraph` where one follows.
    """

    element: Element
    prose_before: int
    after_paragraph: bool
    items: list[Element]
    before_paragraph: bool = False


def top_lists(outline: Outline, start: int, end: int) -> list[TopList]:
    """The lists of `html[start:end]` that lie in no item, quote or table that begins there.

    A list may have begun before: a heading that Markdown put inside an item parts the list in two.
    """
    found: list[TopList] = []
    prose, after_paragraph, covered = 0, False, start
    for element in outline.between(start, end):
        if element.start < covered:
            continue
        if element.name == "li" and element.parent is not None and not is_contents(element.parent):
            if not found or found[-1].element is not element.parent:
                found.append(TopList(element.parent, prose, after_paragraph, []))
            found[-1].items.append(element)
            covered, after_paragraph = element.end, False
        elif element.name == "p" and element.classes.isdisjoint(NOTES):
            if (size := len(spaced(text_of(element)))) > _SHORT_PROSE:
                prose += size
                after_paragraph = True
                if found:
                    found[-1].before_paragraph = True
        elif element.name in ("blockquote", "table", "pre", "dl"):
            covered, after_paragraph = element.end, False
    return found


def is_contents(element: Element) -> bool:
    """A table of contents (kramdown's `{:toc}`) is no list of the author."""
    if element.is_bare:
        return False
    names = {element.attributes.get("id", ""), *element.classes}
    return any(name in ("markdown-toc", "toc", "table-of-contents") for name in names)


def item_text(item: Element) -> str:
    """The words of an item itself: its first paragraph or line, without lists and blocks inside it."""
    if len(item.children) == 1 and isinstance(item.children[0], str):
        return spaced(item.children[0])
    return spaced("".join(_own_texts(item)))


def _own_texts(item: Element) -> Iterator[str]:
    seen = ""
    for child in item.children:
        if isinstance(child, str):
            seen += child
            yield child
        elif child.name == "br":
            yield " "
        elif child.name == "p" or child.name in _BLOCKS:
            if seen.strip():
                return
            if child.name in _LISTS or (child.name.startswith("h") and child.name[1:].isdigit()):
                return
            inner = text_of(child)
            seen += inner
            yield inner
        elif child.name not in _HIDDEN and not is_ornament(child):
            inner = text_of(child)
            seen += inner
            yield inner


def paragraphs(outline: Outline, start: int, end: int) -> list[str]:
    """The texts of the paragraphs of `html[start:end]`, without empty ones and without notes."""
    found = []
    covered = start
    for element in outline.prose_between(start, end):
        if element.start < covered:
            continue
        if element.name != "p":
            covered = element.end
            continue
        if (element.is_bare or element.classes.isdisjoint(NOTES)) and (text := spaced(text_of(element))):
            found.append(text)
        covered = element.close
    return found


_SENTENCE_END = re.compile(r"[.!?。！？…](?:[.!?。！？…]*[\"'”’)」』]*(?=\s|$)|(?<=[。！？]))")


def first_sentence(text: str) -> str:
    """The first sentence of a text."""
    match = _SENTENCE_END.search(text, 1)
    return text[: match.end()].strip() if match else text.strip()
