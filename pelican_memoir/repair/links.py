"""Bare addresses on a line of their own, or in a quotation, become links."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from pelican_memoir.memoir.element import Element
from pelican_memoir.repair.addresses import encoded
from pelican_memoir.repair.edit import Edit
from pelican_memoir.repair.page import Page

_NOT_IN = frozenset(
    "a button code kbd label math option pre samp script select style svg summary textarea title".split()
)
_LINE = re.compile(r"^[ \t]*(?P<url>https?://[^\s<>\"]+)[ \t]*$", re.MULTILINE)
_QUOTED = re.compile(r"(?<![\w/@:=\"'-])(?P<url>https?://[!#-;=?-~]+)")
_TRAILING = re.compile(r"(?:[.,;:!?*_~'\")\]}]|&\w+;)+$")
_TYPED = str.maketrans({"–": "--", "—": "---", "…": "...", "’": "'", "‘": "'", "“": '"', "”": '"'})
"""What smart typography makes of characters of an address."""


def links(page: Page) -> Iterator[Edit]:
    """Yield the tags around bare addresses; the text stays as it is."""
    for start, end, element in page.stretches(["://"]):
        text = page.html[start:end]
        if "<!--" in text or _is_in(element, _NOT_IN):
            continue
        if _is_in(element, frozenset(["blockquote"])):
            for match in _QUOTED.finditer(text):
                yield from _link(match["url"].removesuffix("&lt;"), start + match.start("url"))
        else:
            for match in _LINE.finditer(text):
                whole = _ends_line(page.html, start + match.end(), end) and _begins_line(
                    match, element, start
                )
                if whole:
                    yield from _link(match["url"], start + match.start("url"))


def _link(url: str, place: int) -> Iterator[Edit]:
    bare = _TRAILING.sub("", url) if not url.endswith("/") else url
    if bare.count("(") > bare.count(")") and url[len(bare) :].startswith(")"):
        bare += ")"
    if not re.match(r"https?://[^/?#]*\w", bare):
        return
    href = html.escape(encoded(html.unescape(bare).translate(_TYPED)))
    yield Edit(place, place, f'<a href="{href}">')
    yield Edit(place + len(bare), place + len(bare), "</a>")


def _is_in(element: Element, names: frozenset[str]) -> bool:
    return element.name in names or any(around.name in names for around in element.ancestors())


def _begins_line(match: re.Match[str], element: Element, start: int) -> bool:
    """A stretch that begins behind an inline tag continues its line."""
    if match.start() > 0:
        return True
    before = element.source[max(0, start - 99) : start].rstrip(" \t")
    return start == element.inner or before.endswith("\n") or bool(re.search(r"<br\s*/?>$", before))


def _ends_line(source: str, place: int, end: int) -> bool:
    """So does one that ends before an inline tag."""
    return place < end or bool(
        re.match(
            r"\s*(?:<br\b|</(?:p|div|li|td|dd|section|blockquote|figcaption)\b|$)", source[place : place + 40]
        )
    )
