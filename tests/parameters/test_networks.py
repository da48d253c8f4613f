"""Accounts elsewhere: which address stands for each, and what is said of those that lead nowhere."""

from __future__ import annotations

import pytest

from pelican_memoir.parameters.networks import profiles
from pelican_memoir.parameters.wrong import WrongParameterError


@pytest.mark.parametrize("said", [True, "yes", "feed.xml", 1])
def test_rss_is_the_feed_whatever_it_says(said: object) -> None:
    assert profiles({"rss": said}) == [("RSS", "")]


def test_rss_may_be_another_address() -> None:
    assert profiles({"rss": "https://feeds.example/a"}) == [("RSS", "https://feeds.example/a")]


@pytest.mark.parametrize("nothing", [None, "", False])
def test_nothing_leaves_an_account_out(nothing: object) -> None:
    assert profiles({"rss": nothing, "github": nothing}) == []


def test_accounts_and_addresses_stay_in_their_order() -> None:
    assert profiles({"mastodon": "https://a.example/@b", "github": "b", "Own": "https://c.example"}) == [
        ("Mastodon", "https://a.example/@b"),
        ("GitHub", "https://github.com/b"),
        ("Own", "https://c.example"),
    ]


def test_an_unknown_place_needs_an_address() -> None:
    with pytest.raises(WrongParameterError, match=r"no place 'gihub' is known.*github"):
        profiles({"gihub": "b"})
