"""What HTML looks like to kramdown: tags, attributes, comments, and what each element may hold.

Source: kramdown's syntax page, "HTML Blocks" and "HTML Spans"; the constants of its HTML parser.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pelican_memoir.kramdown.ahead import Ahead
from pelican_memoir.kramdown.lexis import NAME, OPT_SPACE, SPAN_ELEMENTS, WS

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
INSTRUCTION = re.compile(r"<\?.*?\?>", re.DOTALL)
_TAG = rf"<((?>{NAME})){WS}*((?>{WS}+{NAME}(?:{WS}*={WS}*(?:\w+|(\"|').*?\3))?)*){WS}*(/)?>"
_CLOSE = rf"</({NAME}){WS}*>"
TAG = re.compile(_TAG, re.DOTALL)
CLOSE = re.compile(_CLOSE)
BLOCK_TAG = re.compile(OPT_SPACE + _TAG, re.DOTALL)
BLOCK_CLOSE = re.compile(OPT_SPACE + _CLOSE)
ATTRIBUTE = re.compile(rf"{WS}*({NAME})(?:{WS}*={WS}*(?:(\w+)|(\"|')(.*?)\3))?", re.DOTALL)
RAW_START = re.compile(r"<(?=[^\W\d]|/|!--|\?)")
TRAILING_SPACE = re.compile(r"[ \t]*\n")

BLOCK_MODEL = frozenset(
    "address applet article aside blockquote body dd details div dl fieldset figure figcaption footer form header"
    " hgroup iframe li main map menu nav noscript object section summary td".split()
)
SPAN_MODEL = frozenset(
    "a abbr acronym b bdo big button cite caption del dfn dt em h1 h2 h3 h4 h5 h6 i ins label legend optgroup p q rb"
    " rbc rp rt rtc ruby select small span strong sub sup th tt".split()
)
RAW_MODEL = frozenset("script style math option textarea pre code kbd samp var".split())
BLOCK_ELEMENTS = frozenset(
    "address article aside applet body blockquote caption col colgroup dd div dl dt fieldset figcaption footer form"
    " h1 h2 h3 h4 h5 h6 header hgroup hr html head iframe legend menu li main map nav ol optgroup p pre section summary"
    " table tbody td th thead tfoot tr ul".split()
)
WITHOUT_BODY = frozenset(
    "area base br col command embed hr img input keygen link meta param source track wbr".split()
)
KNOWN = SPAN_ELEMENTS | BLOCK_ELEMENTS | WITHOUT_BODY | BLOCK_MODEL | SPAN_MODEL | RAW_MODEL


def comment(ahead: Ahead, pos: int) -> re.Match[str] | None:
    """The comment that begins at `pos` of a text; none where no comment ends behind it."""
    found = ahead.text.startswith("<!--", pos) and ahead.has("-->", pos)
    return COMMENT.match(ahead.text, pos) if found else None


def instruction(ahead: Ahead, pos: int) -> re.Match[str] | None:
    """The processing instruction that begins at `pos` of a text."""
    found = ahead.text.startswith("<?", pos) and ahead.has("?>", pos)
    return INSTRUCTION.match(ahead.text, pos) if found else None


def content_model(name: str) -> str:
    """What `name` holds where Markdown is read inside HTML: "block", "span" or "raw"."""
    if name in BLOCK_MODEL:
        return "block"
    return "span" if name in SPAN_MODEL else "raw"


def tag_name(written: str) -> str:
    """The name as kramdown keeps it: lower case for the elements it knows, as written for all others."""
    lower = written.lower()
    return lower if lower in KNOWN else written


def parse_attributes(written: str, known: bool) -> tuple[dict[str, str], list[str]]:
    """The attributes of a start tag in order, and the names that occur twice (the last value wins)."""
    attrs: dict[str, str] = {}
    twice: list[str] = []
    for name, bare, _quote, quoted in ATTRIBUTE.findall(written):
        key = name.lower() if known else name
        if key in attrs:
            twice.append(key)
        attrs[key] = bare or quoted
    return attrs, twice


@lru_cache(maxsize=256)
def end_tag(name: str) -> re.Pattern[str]:
    """The pattern of the end tag that closes raw text or span content of `name`, in any case."""
    return re.compile(rf"</{re.escape(name)}{WS}*>", re.IGNORECASE)
