"""A blog's texts, read and made HTML: posts, drafts, pages, documents of collections, and templates."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from html import unescape
from typing import Any

from pelican_memoir.errors import Problem
from pelican_memoir.jekyll.endings import is_html
from pelican_memoir.jekyll.permalink import PermalinkError
from pelican_memoir.jekyll.post import Post
from pelican_memoir.jekyll.source_tree import Kind, SourceFile
from pelican_memoir.original import Original, wrong_permalink

DOCUMENT = re.compile(r"<html\b|<!doctype\b", re.IGNORECASE)
CODE = re.compile(r"^ {0,3}(`{3,}|~{3,}).*?^ {0,3}\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)
NO_LINE_END = re.compile(r"[^\n]")
PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
NAMED = re.compile(r"""\salt=(?:"[^"]*[^"\s][^"]*"|'[^']*[^'\s][^']*'|[^\s"'>])""", re.IGNORECASE)
ANCHOR = re.compile(r"""\s(?:id|name)=["']([^"']*)["']""")


@dataclass(frozen=True)
class Text:
    """A text at `path`: what its file says, the address and the file that it has in Jekyll ("": none), and its HTML."""

    path: str
    kind: Kind
    post: Post
    url: str
    save_as: str
    html: str

    @property
    def body(self) -> str:
        """The text as written."""
        return self.post.source.body

    @property
    def mapping(self) -> Mapping[str, Any]:
        """The front matter with the site's defaults."""
        return self.post.source.mapping

    @property
    def title(self) -> str:
        """The title, made of the file's name where the front matter has none."""
        return str(self.post.metadata.get("title", ""))

    @property
    def date(self) -> datetime | None:
        """The date in the site's zone."""
        found = self.post.metadata.get("date")
        return found if isinstance(found, datetime) else None

    @property
    def language(self) -> str | None:
        """The language that the text says it is in."""
        return self.post.metadata.get("lang")

    @property
    def slug(self) -> str:
        """The slug."""
        return str(self.post.metadata["slug"])

    @property
    def is_shown(self) -> bool:
        """Tell whether Jekyll publishes it."""
        hidden = self.post.metadata.get("status") in ("draft", "skip")
        return bool(self.url) and self.kind not in ("draft", "unwritten") and not hidden

    @property
    def unnamed_pictures(self) -> int:
        """How many pictures have no alternative text."""
        return sum(not NAMED.search(picture) for picture in PICTURE.findall(self.html))

    @property
    def own_keys(self) -> list[str]:
        """The keys of the front matter that the file itself has."""
        return list(self.post.source.places)

    @property
    def is_document(self) -> bool:
        """Tell whether it is a whole document of HTML, which has no place in a theme's page."""
        named = self.mapping.get("layout") not in (None, False, "", "none", "null")
        return self.kind == "page" and is_html(self.path) and not named and bool(DOCUMENT.search(self.body))

    def line_of(self, written: str) -> int:
        """The line of the file where `written` stands first; the body's first line where it is not found."""
        return self.lines()(written)

    @cached_property
    def prose(self) -> str:
        """The text as written with its code blanked out, so that every place in it is still where it was."""
        return CODE.sub(lambda code: NO_LINE_END.sub(" ", code[0]), self.body)

    def lines(self) -> Callable[[str], int]:
        """Return what tells the line of each thing in turn: the same one, asked for again, is the next of its kind.

        Of a text that is not there as it is shown (its quotes are typographic, say), the longest word is looked for.
        """
        ends: dict[str, int] = {}

        def line(shown: str) -> int:
            written = shown if shown in self.prose else max(shown.split(), key=len, default="")
            place = max(self.prose.find(written, ends.get(written, 0)), ends.get(written, 1) - 1)
            ends[written] = place + 1
            return self.post.source.body_line + self.body.count("\n", 0, place)

        return line

    @cached_property
    def anchors(self) -> frozenset[str]:
        """The places in the text that links can lead to."""
        return frozenset(unescape(name) for name in ANCHOR.findall(self.html))


def read(original: Original, file: SourceFile) -> tuple[Text | None, tuple[Problem, ...]]:
    """Return the text of a file, None where it has none, and all that is wrong with it."""
    found, problems = original.load(file.path)
    if found is None:
        return None, problems
    try:
        url, save_as = original.address(found, file.path)
    except PermalinkError as error:
        url = save_as = ""
        if not found.path.wrong_date:  # which has been told
            problems += (wrong_permalink(error, found, file.path),)
    html, more = original.html(found, file.path)
    return Text(file.path, file.kind, found, url, save_as, html), (*problems, *more)
