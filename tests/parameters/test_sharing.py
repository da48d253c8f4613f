"""Links that share a page say its title and address, whatever is in them."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlsplit

import pytest

from pelican_memoir.parameters.sharing import SHARES, share_links

TITLES = ("2022년 회고 & <나>", 'a+b = 100% #1 "q"', "　全角\u2028\u0085 🙌🏻", "naïve ½")


@pytest.mark.parametrize("title", TITLES)
@pytest.mark.parametrize("place", SHARES)
def test_title_and_address_come_back_whole(place: str, title: str) -> None:
    url = "https://blog.example/2022/회고 1/?a=b&c=%20#끝"
    ((_, address),) = share_links({place: True}, title, url)
    assert re.search(r"[\s\"<>\x80-\xa0]", address) is None
    told = " ".join(value for values in parse_qs(urlsplit(address).query).values() for value in values)
    assert url in told
    assert (title in told) == ("{title}" in SHARES[place][1])


def test_letters_of_all_scripts_are_as_long_as_they_are() -> None:
    ((_, address),) = share_links({"twitter": True}, "회고 2022", "https://blog.example/회고/")
    assert address == "https://twitter.com/intent/tweet?text=회고%202022&url=https://blog.example/회고/"
