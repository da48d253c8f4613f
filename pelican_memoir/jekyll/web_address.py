"""Addresses taken apart, those too that are none."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit


def split(address: str) -> SplitResult:
    """Return the parts of an address; what is none (`http://[x`) is all path, as `urlsplit` would raise for it."""
    try:
        parts = urlsplit(address)
        _ = parts.hostname
    except ValueError:
        return SplitResult("", "", address, "", "")
    return parts
