"""Addresses that are none are told apart as well."""

from __future__ import annotations

import pytest

from pelican_memoir.jekyll.web_address import split


def test_an_address_has_its_parts() -> None:
    parts = split("https://a.org:80/b?c#d")
    assert (parts.scheme, parts.hostname, parts.path, parts.query, parts.fragment) == (
        "https",
        "a.org",
        "/b",
        "c",
        "d",
    )


@pytest.mark.parametrize("address", ["https://[x", "https://x]y", "https://[13월]/a"])
def test_what_is_none_is_all_path(address: str) -> None:
    assert split(address).path == address
    assert split(address).hostname is None
