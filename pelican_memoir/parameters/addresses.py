"""Addresses that a parameter names: of this site, of the web, or of a person; never one that runs something."""

from __future__ import annotations

import re

from pelican_memoir.parameters.wrong import expected

SCHEMES = ("http", "https", "mailto", "tel", "sms", "xmpp", "matrix", "geo")
"""Schemes that a link may have; `javascript:`, `data:` and whatever else would run or pretend stay out."""

_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_IGNORED = re.compile(r"[\x00-\x20\x7f]")
"""Characters that browsers pass over when they look for a scheme."""
_UNSAFE = re.compile(r"[\s\"<>\\^`{|}\x00-\x1f\x7f]")


def scheme_of(address: str) -> str:
    """The scheme of an address as a browser would see it, in lower case; '' where it has none."""
    found = _SCHEME.match(_IGNORED.sub("", address))
    return found[1].lower() if found else ""


def link(value: object) -> str:
    """Accept an address that a link may lead to. Raises `WrongParameterError`."""
    text = str(value).strip() if isinstance(value, (str, int)) and not isinstance(value, bool) else ""
    if not text or scheme_of(text) not in ("", *SCHEMES):
        raise expected("an address of this site, or of the web", value)
    return text


def elsewhere(value: object) -> str:
    """Accept an address of the web: `https://…`, or `//…` as Jekyll blogs write it. Raises `WrongParameterError`."""
    text = value.strip() if isinstance(value, str) else ""
    if not (text.startswith("//") or scheme_of(text) in ("http", "https")) or not text.split("//", 1)[-1]:
        raise expected("an address of the web (https://…)", value)
    return text


def encoded(address: object) -> str:
    """An address with what none may hold percent-encoded; Korean stays. Still to be escaped."""
    return _UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match.group().encode()), str(address))


def on_site(address: str, site_url: str) -> str:
    """Where an address leads: `/about` and `about` are below the site, all others stay as they are."""
    if not address or scheme_of(address) or address.startswith(("//", "#")):
        return encoded(address)
    return encoded(f"{site_url}/{address.removeprefix('/')}")
