"""The table of contents of a post, from the outline of its headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pelican_memoir.memoir.outline import read_outline, spaced
from pelican_memoir.theming.reading import reading_minutes

FEWEST = 4
"""Headings that a long post has before it gets a table of its own accord."""
LONG = 4
"""Minutes of reading from which a post is long."""

_HEADING = re.compile(r"<h[23]\b", re.I)
_PLAIN_HEADING = re.compile(r'<h([23]) id="([^"&<>]+)">([^&<]{1,900})</h\1>')
"""As most are written: nothing in it that would have to be parsed."""
_WHOLE_HEADING = re.compile(r"<h([23])\b.*?</h\1\s*>", re.I | re.S)
_HIDING = re.compile(r"<(?=[nast])(?:nav|aside|script|style|template|textarea|svg)", re.I)
"""What a heading may stand in without being one of the text's."""
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_OWN_TABLE = re.compile(r"""\bid=["']?markdown-toc\b""")
_YES, _NO = ("true", "yes", "on"), ("false", "no", "off")


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading and those below it."""

    title: str
    anchor: str
    below: tuple[Entry, ...] = ()


def contents(post: Any) -> list[Entry]:
    """The headings of the second level that can be gone to, each with those of the third; empty for no table.

    `toc: true` in the front matter asks for one, `toc: false` forbids it. Where nothing is said, a long ordinary
    article has one, unless its text has kramdown's own (`{:toc}`); a memoir has its navigation.
    """
    html = post.content
    asked = _asked(post)
    has_own = "markdown-toc" in html and _OWN_TABLE.search(html)
    if asked is False or has_own or not _HEADING.search(html):
        return []
    if asked is None and not _is_long(post, html):
        return []
    return _entries(html)


def _asked(post: Any) -> bool | None:
    fields = getattr(post, "front_matter", None) or getattr(post, "metadata", {})
    said = str(fields.get("toc", "")).strip().lower()
    return True if said in _YES else False if said in _NO else None


def _is_long(post: Any, html: str) -> bool:
    is_article = getattr(post, "default_template", "article") == "article"
    if not is_article or getattr(post, "memoir", None) is not None:
        return False
    return len(_HEADING.findall(html)) >= FEWEST and reading_minutes(html) >= LONG


def _entries(html: str) -> list[Entry]:
    tops: list[tuple[str, str, list[Entry]]] = []
    for level, anchor, title in _headings(html):
        if level == 2:
            tops.append((title, anchor, []))
        elif tops:
            tops[-1][2].append(Entry(title, anchor))
    return [Entry(title, anchor, tuple(below)) for title, anchor, below in tops]


def _headings(html: str) -> list[tuple[int, str, str]]:
    """Level, anchor and text of the headings that can be gone to; no more is parsed than has to be."""
    told = _COMMENT.sub("", html) if "<!--" in html else html
    count = 0 if _HIDING.search(told) else len(_HEADING.findall(told))
    plain = _PLAIN_HEADING.findall(told) if count else []
    if plain and len(plain) == count:
        found = ((int(level), anchor, spaced(text)) for level, anchor, text in plain)
        return [heading for heading in found if heading[2]]
    whole = [match.group() for match in _WHOLE_HEADING.finditer(told)] if count else []
    outline = read_outline("\n".join(whole) if whole and len(whole) == count else html)
    return [
        (each.level, each.anchor, each.text)
        for each in outline.headings
        if each.level in (2, 3) and each.anchor
    ]
