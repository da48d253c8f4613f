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
_BREAK = re.compile(r"<br\s*/?>")
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
                ends = start + match.end() < end or _ends_line(page, element, end)
                if ends and (match.start() > 0 or _begins_line(page, element, start)):
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


def _begins_line(page: Page, element: Element, start: int) -> bool:
    """Tell whether a line begins with a stretch of an element; one behind an inline tag continues its line."""
    before = page.html[max(0, start - 1) : start]
    return (
        start == element.inner
        or before == "\n"
        or any(
            child.end == start and child.name == "br" and _BREAK.fullmatch(str(page.start_tag(child)))
            for child in element.elements
        )
    )


def _ends_line(page: Page, element: Element, end: int) -> bool:
    """Tell whether a line ends with a stretch of an element; so does one before an inline tag."""
    is_last = element.close == end < element.end
    behind = f"</{element.name}>" if is_last else page.html[end : end + 40]
    return bool(re.match(r"\s*(?:<br\b|</(?:p|div|li|td|dd|section|blockquote|figcaption)\b|$)", behind))
