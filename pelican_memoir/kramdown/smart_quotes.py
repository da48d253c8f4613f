"""Curly quotes from straight ones. Source: kramdown's syntax page, "Typographic Symbols"; option `smart_quotes`."""

from __future__ import annotations

import re

from pelican_memoir.kramdown.entity import point_of, write_entity
from pelican_memoir.kramdown.lexis import WORD
from pelican_memoir.kramdown.options import QUOTES
from pelican_memoir.kramdown.spans import FAIL, Scanner
from pelican_memoir.kramdown.tree import Symbol

_PUNCTUATION = r"[!\"#$%'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"
_CLOSE = r"[^ \\\t\r\n\[{(-]"
_SPACE = r"[ \t\n\v\f\r]"
_RULES: tuple[tuple[re.Pattern[str], bool, tuple[str, ...]], ...] = tuple(
    (re.compile(pattern, re.DOTALL), text_first, quotes)
    for pattern, text_first, quotes in (
        (r"(\"|')(?=[_*]{1,2}[^ \t\n\v\f\r])", False, ("l",)),
        (rf"(\"|')(?={_PUNCTUATION}(?!\.\.)\B)", False, ("r",)),
        (rf"({_SPACE}?)\"'(?={WORD})", True, ("ldquo", "lsquo")),
        (rf"({_SPACE}?)'\"(?={WORD})", True, ("lsquo", "ldquo")),
        (rf"({_SPACE}?)'(?=[0-9][0-9]s)", True, ("rsquo",)),
        (rf"({_SPACE})('|\")(?={WORD})", True, ("l",)),
        (rf"({_CLOSE})('|\")", True, ("r",)),
        (rf"(\"|')(?={_SPACE}|s\b|\Z)", False, ("r",)),
        (r"(.?)'", True, ("lsquo",)),
        (r"(.?)\"", True, ("ldquo",)),
    )
)
"""Tried in order where a quote, or the character before one, is reached: pattern, whether its first group is text, and
the quotes it becomes ("l" and "r" take single or double from what was written)."""


def parse(scanner: Scanner, pos: int) -> int:
    """A straight quote, and the character before it where that has not been read yet."""
    for pattern, text_first, quotes in _RULES:
        match = pattern.match(scanner.text, pos)
        if match is None:
            continue
        if text_first and match.group(1):
            scanner.children.append(match.group(1))
        for quote in quotes:
            name = quote if len(quote) > 1 else quote + _kind(match.group(match.lastindex or 1))
            scanner.children.append(_symbol(scanner, name))
        return match.end()
    return FAIL


def _kind(written: str) -> str:
    return "dquo" if written == '"' else "squo"


def _symbol(scanner: Scanner, name: str) -> Symbol:
    options = scanner.document.options
    chosen = options.smart_quotes[QUOTES.index(name)]
    point = int(chosen) if chosen.isdecimal() else point_of(chosen)
    return Symbol(write_entity(options, point) if point is not None else chosen)
