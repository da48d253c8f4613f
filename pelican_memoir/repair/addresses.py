"""Addresses with characters that may not stand in one (spaces, `|`, a lone `%`) are percent-encoded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelican_memoir.repair.edit import Retag
from pelican_memoir.repair.page import Page

KEYS = frozenset(["href", "src", "cite", "poster"])
_PLACEHOLDER = re.compile(r"\s*[{|][a-zA-Z]+[|}]")
_FORBIDDEN = re.compile(r"[\x00-\x20\"<>\\^`{|}\x7f]|%(?![0-9A-Fa-f]{2})")
_HOST = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*://[^/?#]*")


def addresses(page: Page) -> Iterator[Retag]:
    """Yield the changes; Pelican's own placeholders (`{static}`) stay."""
    for element in page.named((), having=KEYS):
        put = {
            key: encoded(value)
            for key, value in element.attributes.items()
            if key in KEYS and value != encoded(value)
        }
        if put:
            yield Retag(element, put=put)


def encoded(address: str) -> str:
    """Return an address with only characters that may stand in one; what is encoded already stays."""
    placeholder = _PLACEHOLDER.match(address) or _HOST.match(address.strip())
    if address.lstrip().lower().startswith(("data:", "javascript:", "mailto:")):
        return address.strip()
    address = address.strip()
    head = placeholder[0].strip() if placeholder else ""
    rest = address[len(head) :]
    return head + _FORBIDDEN.sub(_percent, re.sub(r"[\t\n\r]+", "", rest)).replace("[", "%5B").replace(
        "]", "%5D"
    )


def _percent(match: re.Match[str]) -> str:
    return "".join(f"%{byte:02X}" for byte in match[0].encode())
