"""Keys behind a dot that are called like words of Liquid: `page.empty`, `page.true`, `entry.in`.

The engine takes such a word for what it means elsewhere; within brackets it is a key to the engine, too.
"""

from __future__ import annotations

import re

WORDS = (
    "and as blank cols contains continue else empty false for if in limit nil not null offset or required reversed"
    " true with"
)
KEY = re.compile(
    rf"""(?P<text>"[^"]*"|'[^']*')|(?<=[\w\]?\s])(?<!\.)\.\s*(?P<key>{WORDS.replace(" ", "|")})(?![\w?-])"""
)


def in_brackets(expression: str) -> str:
    """Return an expression with such keys in brackets: `page["empty"]`; texts in quotes stay."""
    if "." not in expression:
        return expression
    return KEY.sub(lambda found: found["text"] or f'["{found["key"]}"]', expression)
