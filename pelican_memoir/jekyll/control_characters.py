"""Characters that XML 1.0 forbids: a feed with one of them cannot be written, and a page has no use for them."""

from __future__ import annotations

import re
from typing import Any

from pelican_memoir.errors import Location, Problem

CODE = "memoir.encoding"
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What `Char` of XML 1.0 (https://www.w3.org/TR/xml/#charsets) leaves out."""


def stripped(text: str, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Return a file's text without such characters, and one problem at the first of them."""
    first = FORBIDDEN.search(text)
    if first is None:
        return text, ()
    before = text[: first.start()]
    clean, count = FORBIDDEN.subn("", text)
    location = Location(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
    others = f", and {count - 1} more" if count > 1 else ""
    message = f"control character U+{ord(first[0]):04X}{others}: no feed can hold it, it is left out"
    return clean, (Problem(location, CODE, message),)


def without(value: Any) -> Any:
    """Return a value of the front matter without such characters, which YAML's escapes ("\\x01") can bring in."""
    if isinstance(value, str):
        return value if value.isprintable() else FORBIDDEN.sub("", value)
    if isinstance(value, list):
        return [without(item) for item in value]
    if isinstance(value, dict):
        return {without(key): without(item) for key, item in value.items()}
    return value
