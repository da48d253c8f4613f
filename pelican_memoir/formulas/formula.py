"""Where formulas stand in a post's HTML, and the TeX between their delimiters.

Source of the rules: kramdown writes `\\(…\\)` and `\\[…\\]` for `$$…$$`; `$…$`, `$$…$$` and bare environments are
MathJax's, where a post asks for it.
"""

from __future__ import annotations

import html as html_text
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pelican_memoir.memoir.element import Element
from pelican_memoir.repair.page import Page

LONGEST = 5_000
"""Characters of a formula. Nobody writes a longer one; nested deep enough it would exhaust the parser's stack."""

_NOT_IN = frozenset("code kbd math noscript option pre samp script style svg textarea title xmp".split())
_LEFT_ALONE = frozenset({"math", "mathjax_ignore", "tex2jax_ignore"})
"""Classes: what the plugin render-math has taken for itself, and what MathJax was told to leave."""

_OPENERS = ("\\(", "\\[")
_OPENERS_ASKED_FOR = (*_OPENERS, "$", "\\begin{")
_WRITTEN = re.compile(r"<!--.*?-->|\\\(|\\\[", re.DOTALL)
_ASKED_FOR = re.compile(r"<!--.*?-->|\\\(|\\\[|\\begin\{[a-zA-Z]+\*?\}|\\.|\$\$?", re.DOTALL)
_DELIMITERS = {r"\(": (r"\)", False), r"\[": (r"\]", True), "$": ("$", False), "$$": ("$$", True)}
_PART = re.compile(r"\\begin\{[a-zA-Z]+\*?\}|\\end\{[a-zA-Z]+\*?\}|\\.|.", re.DOTALL)
_PAIRED = re.compile(r"\$\$|" + _PART.pattern, re.DOTALL)


@dataclass(frozen=True, slots=True)
class Formula:
    """`html[start:end]`, delimiters and all, is the formula `tex`; `is_block` if it stands by itself."""

    start: int
    end: int
    tex: str
    is_block: bool


def may_have(html: str, *, dollars: bool) -> bool:
    """Tell in a glance whether HTML can hold a formula: most posts have none and should not pay for it."""
    openers = _OPENERS_ASKED_FOR if dollars else _OPENERS
    # One character is looked for far faster than two, and most posts have no backslash.
    return any(opener[0] in html and opener in html for opener in openers)


def formulas(html: str, *, dollars: bool) -> Iterator[Formula]:
    """Yield the formulas outside code, links' dollars and comments, element by element."""
    for start, end, element in Page(html).stretches(_OPENERS_ASKED_FOR if dollars else _OPENERS):
        around = (element, *element.ancestors())
        if any(each.name in _NOT_IN or _LEFT_ALONE & each.classes for each in around):
            continue
        yield from _in_text(html, start, end, dollars=dollars and not _is_link(around))


def _is_link(around: tuple[Element, ...]) -> bool:
    """In a link a dollar is part of an address, or a price."""
    return any(each.name == "a" for each in around)


def _in_text(html: str, place: int, end: int, *, dollars: bool) -> Iterator[Formula]:
    opener = _ASKED_FOR if dollars else _WRITTEN
    while match := opener.search(html, place, end):
        found = _closed(html, match, end)
        if found is not None:
            yield found
        place = found.end if found else match.end()


def _closed(html: str, opener: re.Match[str], end: int) -> Formula | None:
    """Return the formula that an opener begins; None for what is no opener, or is never closed."""
    written = opener.group()
    environment = written.startswith("\\begin")
    if not environment and written not in _DELIMITERS:
        return None
    closer, is_block = ("\\end" + written[6:], True) if environment else _DELIMITERS[written]
    close = _closer(html, closer, opener.end(), min(end, opener.end() + LONGEST))
    if close is None:
        return None
    behind = close + len(closer)
    inside = html[opener.start() : behind] if environment else html[opener.end() : close]
    if not inside.strip() or (written == "$" and _is_price(inside, html[behind : behind + 1])):
        return None
    return Formula(opener.start(), behind, html_text.unescape(inside).strip(), is_block)


def _is_price(inside: str, following: str) -> bool:
    """`$5 or $10` and `$5, $x$`: MathJax would take the words between for a formula, authors do not."""
    return following.isdigit() or (inside[-1].isspace() and not inside[0].isspace())


def _closer(html: str, closer: str, place: int, end: int) -> int | None:
    """Return where a closer stands, outside braces (`$\\text{if $n$}$`) and environments of its own name."""
    depth, opens = 0, closer.replace("\\end", "\\begin")
    for match in (_PAIRED if closer == "$$" else _PART).finditer(html, place, end):
        part = match.group()
        if depth == 0 and part == closer:
            return match.start()
        if part == "{" or (part == opens and opens != closer):
            depth += 1
        elif part == "}" or (part == closer and opens != closer):
            depth -= 1
    return None
