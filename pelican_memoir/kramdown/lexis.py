"""The pieces of regular expressions that more than one construct is made of.

Ruby's `\\s`, `\\w` and `\\d` are ASCII, Python's are not; hence the explicit classes. `^` is left out where a pattern
is only ever matched at the start of a line. Source of the rules: kramdown's syntax page and the start patterns of its
parsers.
"""

from __future__ import annotations

import re

WS = r"[ \t\n\v\f\r]"
NOT_WS = r"[^ \t\n\v\f\r]"
BLANKS = " \t\n\v\f\r\0"
"""What Ruby's String#strip takes away."""

OPT_SPACE = r" {0,3}"
INDENT = r"(?:\t| {4})"
WORD = r"[A-Za-z0-9_]"

NAME = r"(?:[^\W\d][-\w.]*:)?[^\W\d][-\w.]*"
"""The name of an HTML tag or attribute, with an optional prefix."""

ID_NAME = WORD + r"[A-Za-z0-9_-]*"
ANY_CHARS = r"(?:\\\}|[^\}])"
"""One character of an attribute list: any but a brace, which a backslash escapes."""
ANY_LIST = r"(?:[^\\}]++|\\\}|\\)+"
"""One or more of them; a run without backslash is never read twice."""

BLANK_LINE = rf"(?>{WS}*\n)"
EOB_MARKER = rf"\^{WS}*?\n"
IAL_BLOCK = rf"\{{:(?!:|/)({ANY_LIST})\}}{WS}*?\n"
IAL_BLOCK_QUIET = rf"\{{:(?!:|/){ANY_LIST}\}}{WS}*?\n"

SPAN_ELEMENTS = frozenset(
    "a abbr acronym b big bdo br button cite code del dfn em i img input ins kbd label mark option q rb rbc rp rt rtc"
    " ruby samp select small span strong sub sup tt u var".split()
)

_LAZY_SPAN = "|".join(sorted(SPAN_ELEMENTS | {"script"}, key=lambda name: (-len(name), name)))
LAZY_HTML_START = rf"<(?>(?!(?:{_LAZY_SPAN})\b){NAME})"
LAZY_HTML_STOP = rf"</(?!(?:{_LAZY_SPAN})\b){NAME}{WS}*>"

LAZY_END = (
    rf"{BLANK_LINE}|{OPT_SPACE}{IAL_BLOCK_QUIET}|{EOB_MARKER}"
    rf"|{OPT_SPACE}{LAZY_HTML_STOP}|{OPT_SPACE}{LAZY_HTML_START}|\Z"
)
"""Where the lazy continuation of a quote, a list item or a paragraph stops."""

LIST_TAIL = r"[\t| ].*\n"
LIST_START = rf"{OPT_SPACE}(?:[+*-]|[0-9]+\.){LIST_TAIL}"
DEFINITION_START = rf"{OPT_SPACE}:{LIST_TAIL}"
BLOCKQUOTE_START = rf"{OPT_SPACE}> ?"
RULE = OPT_SPACE + "(?:" + "|".join(rf"{c}[ \t]*{c}[ \t]*{c}[{c} \t]*\n" for c in (r"\*", r"\-", "_")) + ")"
GFM_HEADER = r"\#{1,6}[\t ]+.*\n"
GFM_FENCE = r" {0,3}[~`]{3,}"

BLOCK_BOUNDARY = re.compile(rf"{BLANK_LINE}|{EOB_MARKER}|{OPT_SPACE}{IAL_BLOCK_QUIET}|\Z")
