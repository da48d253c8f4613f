"""HTML's own spelling where kramdown writes XHTML's: `<br>`, `checked`, no white space at the ends of lines."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pelican_memoir.memoir.element import Element
from pelican_memoir.memoir.tree import ATTRIBUTES, COMMENT, VOID
from pelican_memoir.repair.edit import Edit
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.tag import attributes_of

BOOLEAN = frozenset(
    "allowfullscreen async autoplay checked controls default defer disabled hidden loop multiple muted open"
    " playsinline readonly required reversed selected".split()
)
_UNQUOTED = re.compile(r"=\s*[^\s\"'>]+$")
_AS_TYPED = frozenset({"pre", "textarea", "script", "style", "svg", "math", "xmp"})
_KEEPS_SPACES = _AS_TYPED - {"pre"}
_PRE = re.compile(r"<pre(?:\s[^<>]*)?>[^<]*+(?:</?(?:code|span)(?: class=\"[^<>\"/]*\")?>[^<]*+)*+</pre>")
LINE_ENDS = (" \n", "\t\n")
_TOKEN = re.compile(
    rf"<[a-zA-Z][^\s/<>]*+{ATTRIBUTES}(?:(?P<slash>(?<=/))|(?P<tag>))>"
    r"|</[a-zA-Z][^<>]*+>"
    rf"|(?P<comment>{COMMENT})"
    r"|(?P<spaces>(?<![ \t])[ \t]++(?=\n))",
    re.DOTALL,
)
_COMMENT = re.compile(COMMENT, re.DOTALL)
_TAG = re.compile(rf"<[a-zA-Z/][^\s/<>]*+{ATTRIBUTES}>")
_SLASHED = re.compile(rf"<([a-zA-Z][^\s/<>]*+){ATTRIBUTES}(?<=/)>")
_TAG_NAME = re.compile(r"[^\s/<>]+")


def spelling(page: Page) -> Iterator[Edit]:
    """Yield the edits; nothing changes for a browser."""
    # Where nothing holds text as typed but highlighted code, the source says all: no tree is read for `<br />` alone.
    census = page.before or page.census
    if census.is_plain and census.names.isdisjoint(_KEEPS_SPACES) and _is_code_alone(page.html):
        yield from _in_source(page.html, has_booleans=not BOOLEAN.isdisjoint(census.attributes))
    else:
        yield from _in_tree(page)


def _is_code_alone(html: str) -> bool:
    """Tell whether each `<pre>` holds words and spans of classes, in which there is nothing to spell."""
    return len(_PRE.findall(html)) == html.count("<pre")


def _in_source(html: str, *, has_booleans: bool) -> Iterable[Edit]:
    if not has_booleans and not any("/>" in text or "\n" in text for text in _COMMENT.findall(html)):
        edits = _at_once(html)
        if edits is not None:
            return edits
    return _in_tokens(html, has_booleans=has_booleans)


def _at_once(html: str) -> list[Edit] | None:
    """Return the edits from what is to go alone, without reading all tags; None where it is not plain what they are."""
    edits: list[Edit] = []
    for spaces in _line_ends(html, 0, len(html)):
        tag = _TAG.match(html, max(0, html.rfind("<", 0, spaces.start)))
        if tag is None or tag.end() > spaces.start:
            return None
        edits.append(spaces)
    place = html.find("/>")
    while place >= 0:
        tag = _SLASHED.match(html, html.rfind("<", 0, place))
        if tag is None or tag.end() != place + 2:
            return None
        edits += _without_slash(html, tag[1], tag.start(), tag.end())
        place = html.find("/>", place + 2)
    return edits


def _in_tokens(html: str, *, has_booleans: bool) -> Iterator[Edit]:
    for match in _TOKEN.finditer(html):
        kind = match.lastgroup
        if kind == "spaces":
            yield Edit(*match.span())
        elif kind == "slash" or (kind == "tag" and has_booleans):
            name = _TAG_NAME.match(html, match.start() + 1)
            yield from _in_tag(html, name[0] if name else "", *match.span())
        elif kind == "comment":
            yield from _line_ends(html, *match.span())


def _in_tree(page: Page) -> Iterator[Edit]:
    for element in page.elements:
        if not _is_as_typed(element) and not element.is_bare:
            yield from _in_tag(page.html, element.name, element.start, element.inner)
    for start, end, element in page.stretches(["\n"]):
        if not _is_as_typed(element, _KEEPS_SPACES):
            yield from _line_ends(page.html, start, end)


def _in_tag(html: str, name: str, start: int, end: int) -> Iterator[Edit]:
    for attribute in attributes_of(html, start + 1 + len(name), end - 1):
        if attribute.name in BOOLEAN and attribute.value is not None:
            yield Edit(attribute.start, attribute.end, f" {attribute.name}")
    yield from _without_slash(html, name, start, end)


def _without_slash(html: str, name: str, start: int, end: int) -> Iterator[Edit]:
    if name in VOID and html.startswith("/>", end - 2):
        tag = html[start : end - 2].rstrip()
        # A slash right behind an unquoted value is part of it: `<img src=a/>`.
        if len(tag) < end - 2 - start or not _UNQUOTED.search(tag):
            yield Edit(start + len(tag), end, ">")


def _line_ends(html: str, start: int, end: int) -> Iterator[Edit]:
    for line_end in LINE_ENDS:
        # Most posts have no tabulator, which is told far faster than that no line ends with one.
        last = html.find(line_end, start, end) if line_end[0] in html else -1
        while last >= 0:
            first = last
            while first > start and html[first - 1] in " \t":
                first -= 1
            yield Edit(first, last + 1)
            last = html.find(line_end, last + 1, end)


def _is_as_typed(element: Element, names: frozenset[str] = _AS_TYPED) -> bool:
    return element.name in names or any(around.name in names for around in element.ancestors())
