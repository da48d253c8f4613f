"""A text in few bytes, as a large blog's are held and remembered."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

LOOKED_AT = 8
"""Texts kept unpacked: one post after the other is asked for several times in a row."""
_QUICK = 1
_unpacked: dict[bytes, str] = {}
"""Those texts, by what they are packed."""


@dataclass(frozen=True, slots=True)
class PackedText:
    """What `packed` made of a text, and the text's digest."""

    data: bytes
    digest: bytes


def packed(text: str) -> bytes:
    """Return a text in few bytes. Characters that are none, as surrogates, are kept."""
    data = zlib.compress(text.encode("utf-8", "surrogatepass"), _QUICK)
    _hold(data, text)
    return data


def unpacked(data: bytes) -> str:
    """Return the text that `packed` got."""
    text = _unpacked.get(data)
    if text is None:
        text = zlib.decompress(data).decode("utf-8", "surrogatepass")
        _hold(data, text)
    return text


def _hold(data: bytes, text: str) -> None:
    _unpacked[data] = text
    if len(_unpacked) > LOOKED_AT:
        del _unpacked[next(iter(_unpacked))]
