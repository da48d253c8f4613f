"""Addresses as Addressable's normal form has them, and below the path that a blog lies under."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import quote, urlunsplit

from pelican_memoir.jekyll import web_address

ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
# Pelican's `{filename}` and `{static}`: what stands for an address until all of them are known.
RESOLVED_LATER = re.compile(r"\{\w+\}")
PATH = "/:@!$&'()*+,;=-._~%"


def is_final(address: str) -> bool:
    """Tell whether an address needs no base before it."""
    return bool(ABSOLUTE.match(address) or RESOLVED_LATER.match(address))


def slashed(part: str) -> str:
    """Return a part of an address with a slash before it, unless it is empty."""
    return part if not part or part.startswith("/") else "/" + part


def normal(address: str) -> str:
    """Return an address in its normal form: percent-encoded, without dot segments, host in lower case."""
    parts = web_address.split(address)
    path = without_dots(quote(unicodedata.normalize("NFC", parts.path), safe=PATH))
    if parts.netloc and not path:
        path = "/"
    query, fragment = (quote(part, safe=PATH + "?") for part in (parts.query, parts.fragment))
    return urlunsplit((parts.scheme, parts.netloc.lower(), path, query, fragment))


def without_dots(path: str) -> str:
    """Return a path with `.` and `..` resolved."""
    if "/." not in path:
        return path
    found: list[str] = []
    for part in path.split("/"):
        if part == "..":
            del found[max(len(found) - 1, 1) :]
        elif part != ".":
            found.append(part)
    return "/".join(found) + ("/" if path.endswith(("/.", "/..")) else "")


def based(base: str, address: str) -> str:
    """Return an address below the path that a blog lies under."""
    return address if is_final(address) else normal(slashed(base) + slashed(address))
