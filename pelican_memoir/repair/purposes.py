"""A link whose words say nothing of where it leads ("here", 여기) is told its target, which the theme has read aloud.

Source: WCAG 2.2, 2.4.4 (Link Purpose), and its technique C7.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from posixpath import basename
from urllib.parse import unquote

from pelican_memoir.jekyll import web_address
from pelican_memoir.languages.loader import patterns
from pelican_memoir.memoir.element import Element, text_of
from pelican_memoir.memoir.normalise import normalise
from pelican_memoir.repair.edit import Retag
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.tag import is_whole

TO = "data-memoir-to"
"""The attribute that holds the target: words in the text would be in feeds, too, and in other themes."""
LONGEST = 40
"""Characters of a text that may say nothing."""

_NAMED_BY = {TO, "aria-label", "aria-labelledby"}
_SHOWS = ("img", "svg", "math", "video", "picture", "object")
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_LONGEST_TITLE = 80
_AROUND = re.compile(r"^[\W_]+|[\W_]+$")
_ENDING = re.compile(r"\.(?:md|markdown|html?|git|pdf)$", re.IGNORECASE)
_WORD = r"(?:[^\W\d_]+\d{0,4}|\d{1,4})"
_IN_WORDS = re.compile(
    rf"(?!(?:watch|index|view|edit|home|main)$)(?=.{{0,60}}$)(?=.*[^\W\d_]{{2}}){_WORD}(?:[-_. +]{_WORD})*+"
)
"""The last part of an address that people can read, and no key such as `dQw4w9WgXcQ`."""


def purposes(page: Page) -> Iterator[Retag]:
    """Yield the changes: the link gets what it leads to."""
    for link in page.named(["a"]):
        if _NAMED_BY & link.attributes.keys() or not is_whole(link) or not says_nothing(text_of(link)):
            continue
        if _shows(link):
            continue
        target = target_of(link.attributes.get("href", ""), page)
        if target and target.isprintable() and "\ufffd" not in target:
            yield Retag(link, put={TO: target})


def says_nothing(text: str) -> bool:
    """Tell whether a text would lead anywhere, in any of the languages; signs around it do not count."""
    if len(text) > LONGEST:
        return False
    words = _AROUND.sub("", normalise(text).text)
    return bool(words) and _empty().fullmatch(words) is not None


@functools.cache
def _empty() -> re.Pattern[str]:
    return re.compile("|".join(patterns("links.says_nothing")))


def target_of(address: str, page: Page) -> str:
    """Return where an address leads: a heading of the page, a host and its page, a file; '' where nothing tells."""
    address = address.strip()
    if address.startswith("#"):
        return _heading(unquote(address[1:]), page)
    parts = web_address.split(address)
    if parts.scheme in ("", "http", "https") and parts.hostname:
        page_name = _file(parts.path)
        host = parts.hostname.removeprefix("www.")
        return f"{host}: {page_name}" if _IN_WORDS.fullmatch(page_name) else host
    if parts.scheme in ("mailto", "tel"):
        return unquote(parts.path)
    if parts.scheme or "//" in address:
        return ""
    name = _file(parts.path)
    return name if re.search(r"\w", name) and "{" not in name else ""


def _file(path: str) -> str:
    return _ENDING.sub("", basename(unquote(path).rstrip("/")))


def _heading(anchor: str, page: Page) -> str:
    found = page.anchors.get(anchor)
    words = " ".join(text_of(found).split()) if anchor and found and found.name in _HEADINGS else ""
    return words if len(words) <= _LONGEST_TITLE else ""


def _shows(link: Element) -> bool:
    """Tell whether a picture is in it; no recursion, as elements may be nested deeper than Python's stack."""
    waiting = list(link.elements)
    while waiting:
        element = waiting.pop()
        if element.name in _SHOWS:
            return True
        waiting.extend(element.elements)
    return False
