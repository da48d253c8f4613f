"""Filters of addresses, as Jekyll's URL filters and Addressable's normal form have them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import quote, quote_plus, unquote

from liquid import RenderContext
from liquid.filter import with_context

from pelican_memoir.jekyll.liquid.addresses import based, is_final, normal
from pelican_memoir.jekyll.liquid.values import to_text

RESERVED = ":/?#[]@!$&'()*+,;="
INDEX = re.compile(r"/index\.html?$")


def address_of(value: Any) -> str:
    """Return the address that a value is, or has: posts and pages have one."""
    return to_text(value.get("url") if isinstance(value, Mapping) else value)


@with_context
def relative_url(value: Any, *, context: RenderContext) -> str | None:
    """Return an address from the host's root on."""
    return None if value is None else based(context.env.scope.base, address_of(value))  # type: ignore[attr-defined]


@with_context
def absolute_url(value: Any, *, context: RenderContext) -> str | None:
    """Return an address with its host."""
    if value is None:
        return None
    scope = context.env.scope  # type: ignore[attr-defined]
    address = based(scope.base, address_of(value))
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
