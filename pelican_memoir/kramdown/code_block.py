"""Code blocks: indented, and fenced with tildes or backticks.

Source: kramdown's syntax page, "Code Blocks" and "Fenced Code Blocks"; kramdown-parser-gfm.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pelican_memoir.kramdown.blocks import FAIL, Frame
from pelican_memoir.kramdown.lexis import (
    BLANK_LINE,
    BLANKS,
    EOB_MARKER,
    IAL_BLOCK_QUIET,
    INDENT,
    LAZY_HTML_START,
    LAZY_HTML_STOP,
    NOT_WS,
    OPT_SPACE,
    WS,
)

_LAZY_STOP = (
    rf"{OPT_SPACE}{IAL_BLOCK_QUIET}|{EOB_MARKER}|{OPT_SPACE}{LAZY_HTML_STOP}|{OPT_SPACE}{LAZY_HTML_START}"
)
INDENTED = rf"(?:(?:{BLANK_LINE}+)?(?:{INDENT}[ \t]*{NOT_WS}.*\n)+(?:(?!{_LAZY_STOP})[ \t]*{NOT_WS}.*\n)*)*"
_INDENT_START = re.compile(INDENT)
_INDENTED = re.compile(INDENTED)
INDENTATION = re.compile(rf"^{INDENT}", re.MULTILINE)
_LAZY_LINE = re.compile(rf"\n( {{0,3}}{NOT_WS})")

_GFM_FENCE = re.compile(
    rf" {{0,3}}(([~`]){{3,}}){WS}*?(({NOT_WS}+?)(?:\?{NOT_WS}*)?)?{WS}*?\n(.*?)^ {{0,3}}\1\2*{WS}*?\n",
    re.DOTALL | re.MULTILINE,
)
_KRAMDOWN_FENCE = re.compile(
    rf"((~){{3,}}){WS}*?(({NOT_WS}+?)(?:\?{NOT_WS}*)?)?{WS}*?\n(.*?)^\1\2*{WS}*?\n", re.DOTALL | re.MULTILINE
)
_OPENING = re.compile(r" {0,3}([~`]{3})")


@lru_cache(maxsize=8)
def _closing(mark: str) -> re.Pattern[str]:
    """A line that may close a fence that begins with `mark`."""
    return re.compile(rf"^ {{0,3}}{re.escape(mark)}[~`]*{WS}*?\n", re.MULTILINE)


def parse_indented(frame: Frame, text: str, pos: int) -> int:
    """Lines indented by four spaces or a tab, with the lazy lines that follow them."""
    match = _INDENTED.match(text, pos) if _INDENT_START.match(text, pos) else None
    if match is None or match.end() == pos:
        return FAIL
    code = INDENTATION.sub("", _LAZY_LINE.sub(r" \1", match.group()))
    frame.add("codeblock", code, pos)
    return match.end()


def parse_fenced(frame: Frame, text: str, pos: int) -> int:
    """Lines between two fences; the word behind the first names the language."""
    opening = _OPENING.match(text, pos)
    if opening is None or not frame.ahead.has(_closing(opening.group(1)), text.find("\n", pos) + 1):
        return FAIL
    match = (_GFM_FENCE if frame.document.gfm else _KRAMDOWN_FENCE).match(text, pos)
    if match is None:
        return FAIL
    node = frame.add("codeblock", match.group(5), pos)
    node.model = "fenced"
    if match.group(3):
        node.tag = match.group(3).strip(BLANKS)
        node.attrs["class"] = f"language-{match.group(4)}"
    return match.end()
