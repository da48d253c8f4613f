"""How long a text takes to read, and what it says in a sentence or two."""

from __future__ import annotations

import html
import math
import re
from collections.abc import Callable
from functools import lru_cache

from jinja2 import Environment, pass_environment
from markupsafe import escape

CHARACTERS_A_MINUTE = 500
"""Hangul, kana and Chinese characters that a reader takes in a minute."""
WORDS_A_MINUTE = 230
"""Words of other scripts that a reader takes in a minute."""

_LONGEST_TITLE = 70
"""Characters of a title that search engines show, and more than any tab does."""

_DROPPED = re.compile(
    r"<(?=[spmt])(script|style|pre|svg|math|table)\b[^<]*+(?:<(?!/\1\s*>)[^<]*+)*+</\1\s*>|<!--.*?-->",
    re.S | re.I,
)
_NOTE_MARK = re.compile(r'<sup\b[^>]*\bid="fnref.*?</sup\s*>', re.S | re.I)
_HEADING = re.compile(r"<h([1-6])\b.*?</h\1\s*>", re.S | re.I)
_LEFT_OUT = re.compile(r'<(?:script|style|pre|svg|math|table|h[1-6])\b|<sup\b[^>]*\bid="fnref|<!--', re.I)
_BLOCK_END = re.compile(r"</(?:p|li|div|blockquote|h[1-6]|figcaption|dd|dt)\s*>|<br\b[^>]*>", re.I)
_TAG = re.compile(r"<[a-zA-Z/!?][^>]*>")
_CJK = "\u1100-\u11ff\u3040-\u30ff\u3130-\u318f\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_BETWEEN = " \n.,"
"""What stands between most words of such scripts: whole lines are taken at once."""
_CJK_RUN = re.compile(f"[{_CJK}]++(?:[{_BETWEEN}]++[{_CJK}]++)*+")
_WORD = re.compile(r"[^\W_]++(?:['’.-][^\W_]++)*+")
_URL = re.compile(r"https?://\S+")
_SENTENCE_END = re.compile(
    r"""[。！？.!?](?:"""  # first the mark alone, for which a whole text is searched at once
    r"""(?<=[。！？])[。！？]*(?:(?![。！？」』）”’"')\]])|[」』）”’"')\]]+(?=\s|[「『（“《]))"""
    r"""|(?<=[.!?])(?:(?<=[가-힣].)|(?<=\w\w\w.))[.!?]*[”’"')\]]*(?=\s[^a-z]))"""
)
_ENOUGH = 0.6
"""A sentence that takes so much of the room that there is says enough."""


@lru_cache(maxsize=4)
def reading_minutes(markup: str) -> int:
    """Minutes to read HTML, at least 1: Korean, Japanese and Chinese by character, the rest by word.

    The last ones are kept: a page asks more than once.
    """
    text = _text(markup)
    others = _CJK_RUN.split(text)
    rest = "".join(others)
    between = sum(text.count(each) - rest.count(each) for each in _BETWEEN)
    characters = len(text) - len(rest) - between
    words = len(_WORD.findall("\n".join(others)))
    return max(1, math.ceil(characters / CHARACTERS_A_MINUTE + words / WORDS_A_MINUTE))


def plain_text(markup: str, *, headings: bool = True) -> str:
    """The words of HTML in one line; code, tables, formulas, marks of footnotes and, if asked, headings left out."""
    return " ".join(_text(markup, headings=headings).split())


def _text(markup: str, *, headings: bool = True) -> str:
    """The same with its lines and spaces as they come."""
    text = _DROPPED.sub(" ", _NOTE_MARK.sub("", markup))
    if not headings:
        text = _HEADING.sub(" ", text)
    blocks = " ".join(_BLOCK_END.split(text))  # for many short pieces quicker than `sub`
    return html.unescape("".join(_TAG.split(blocks)))


def title_text(markup: object) -> str:
    """The words of a title, in which HTML may stand: `C < C++ -> Rust` has no tag, neither for a browser.

    Jinja's `striptags` takes all between `<` and `>` for one.
    """
    return " ".join(html.unescape(_TAG.sub("", str(markup))).split())


def beginning(markup: str, length: int) -> str:
    """The first words of HTML in one line, headings left out: more than `length` characters, or all there are.

    However long the text is, no more of it is read than that takes.
    """
    size = 4 * length
    while size < len(markup):
        text = plain_text(_up_to(markup, size), headings=False).rpartition(" ")[0]  # the last word may be cut
        if len(_URL.sub("", text)) > length:
            return text
        size *= 4
    return plain_text(markup, headings=False)


def _up_to(markup: str, size: int) -> str:
    """The first `size` characters without a tag that is not whole, and without an element that ends later."""
    tag = markup.rfind("<", 0, size)
    part = markup[:size] if markup.find(">", tag, size) >= 0 else markup[: max(tag, 0)]
    part = _HEADING.sub(" ", _DROPPED.sub(" ", _NOTE_MARK.sub("", part)))
    open_ = _LEFT_OUT.search(part)
    return part[: open_.start()] if open_ else part


def shortened(text: str, length: int) -> str:
    """`text` cut at a word to at most `length` characters, with an ellipsis where something is missing."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    if " " in cut[length // 2 :]:
        cut = cut[: cut.rindex(" ")]
    return cut.rstrip(" ,.;:·-–—") + "…"


def told_briefly(text: str, length: int) -> str:
    """`text` cut to at most `length` characters: where a sentence ends, if that says enough, else at a word."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    ends = (found.end() for found in _SENTENCE_END.finditer(text[: length + 2]))
    end = max((end for end in ends if end <= length), default=0)
    return text[:end] if end >= _ENOUGH * length else shortened(text, length)


def words(text: str, count: int) -> str:
    """The first `count` words of a text, with an ellipsis where there are more."""
    found = text.split()
    return " ".join(found[:count]) + ("…" if len(found) > count else "")


def document_title(title: str, site: str) -> str:
    """The title of a page as a tab or a search result shows it: with the site's name where there is room for it.

    Counted is what is written into the page, where a quotation mark takes five characters: so do validators.
    """
    whole = f"{title} – {site}"
    if _written(whole) <= _LONGEST_TITLE:
        return whole
    return shortened(title, max(10, _LONGEST_TITLE - _written(title) + len(title)))


def _written(text: str) -> int:
    return len(str(escape(text)))


def telling_text(summary: str, content: str, opening: str = "", *, length: int = 150) -> str:
    """A few sentences that say what a post is about, as plain text.

    The author's summary where it says something; else the memoir's opening; else how the text begins. A
    heading alone ("2022 in review") says nothing that the title does not. A summary that Pelican cut off the
    text itself ends in the middle of a Korean word; the text is cut anew.
    """
    return _telling(summary, lambda: content, opening, length)


@pass_environment
def told(environment: Environment, content: object, opening: str = "", *, length: int = 150) -> str:
    """What `telling_text` says of a post; its text is asked for only where its summary is not enough."""
    summary = environment.getattr(content, "summary")
    return _telling(summary, lambda: environment.getattr(content, "content"), opening, length)


def _telling(summary: str, content: Callable[[], str], opening: str, length: int) -> str:
    said = plain_text(summary, headings=False)
    if said.endswith("…"):
        begun = beginning(content(), max(length, len(said)))
        said = begun if begun.startswith(said.rstrip("… ")) else said
    candidates = [text for text in (said, " ".join(opening.split())) if len(text) >= length // 4]
    best = candidates[0] if candidates else beginning(content(), max(length, len(said)))
    return told_briefly(" ".join(_URL.sub("", best).split()) or plain_text(summary), length)
