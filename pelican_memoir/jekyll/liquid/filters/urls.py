"""Filters of addresses, as Jekyll's URL filters and Addressable's normal form have them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote, quote_plus, unquote, urlsplit, urlunsplit

from liquid import RenderContext
from liquid.filter import with_context

from pelican_memoir.jekyll.liquid.values import to_text

ABSOLUTE = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
# Pelican's `{filename}` and `{static}`: what stands for an address until all of them are known.
RESOLVED_LATER = re.compile(r"\{\w+\}")
RESERVED = ":/?#[]@!$&'()*+,;="
PATH = "/:@!$&'()*+,;=-._~%"
INDEX = re.compile(r"/index\.html?$")


def address_of(value: Any) -> str:
    """Return the address that a value is, or has: posts and pages have one."""
    return to_text(value.get("url") if isinstance(value, Mapping) else value)


def is_final(address: str) -> bool:
    """Tell whether an address needs no base before it."""
    return bool(ABSOLUTE.match(address) or RESOLVED_LATER.match(address))


def slashed(part: str) -> str:
    """Return a part of an address with a slash before it, unless it is empty."""
    return part if not part or part.startswith("/") else "/" + part


def normal(address: str) -> str:
    """Return an address in its normal form: percent-encoded, without dot segments, host in lower case."""
    parts = urlsplit(address)
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


def based(base: str, value: Any) -> str:
    """Return an address below the path that a blog lies under."""
    address = address_of(value)
    return address if is_final(address) else normal(slashed(base) + slashed(address))


@with_context
def relative_url(value: Any, *, context: RenderContext) -> str | None:
    """Return an address from the host's root on."""
    return None if value is None else based(context.env.scope.base, value)  # type: ignore[attr-defined]


@with_context
def absolute_url(value: Any, *, context: RenderContext) -> str | None:
    """Return an address with its host."""
    if value is None:
        return None
    scope = context.env.scope  # type: ignore[attr-defined]
    address = based(scope.base, value)
    return address if is_final(address) or not scope.url else normal(scope.url + address)


def uri_escape(text: Any) -> str:
    """Return a text for use in an address, whose own marks are kept."""
    return quote(unquote(unicodedata.normalize("NFKC", to_text(text))), safe=RESERVED + "-._~")


def cgi_escape(text: Any) -> str | None:
    """Return a text for use as a value in a query."""
    return None if text is None else quote_plus(to_text(text), safe="")


FILTERS: dict[str, Callable[..., Any]] = {
    "relative_url": relative_url,
    "absolute_url": absolute_url,
    "strip_index": lambda value: value if not value else INDEX.sub("/", to_text(value)),
    "uri_escape": uri_escape,
    "cgi_escape": cgi_escape,
    "url_encode": cgi_escape,
}
