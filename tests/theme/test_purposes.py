"""Where links lead is put into them as words that are not seen; hostile texts stay texts."""

from __future__ import annotations

import pytest
from markup import Markup

from pelican_memoir.theming.purposes import purposes


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '<a data-memoir-to="sea.example" href="/x">here</a>',
            '<a data-memoir-to="sea.example" href="/x">here<span class="visually-hidden"> (sea.example)</span></a>',
        ),
        (
            '<a href="/x" data-memoir-to="a &amp; b"><em>here</em></a >',
            '<a href="/x" data-memoir-to="a &amp; b"><em>here</em>'
            '<span class="visually-hidden"> (a &amp; b)</span></a >',
        ),
        ('<a href="/x">data-memoir-to="x"</a>', '<a href="/x">data-memoir-to="x"</a>'),
        ('<abbr data-memoir-to="x">here</abbr></a>', '<abbr data-memoir-to="x">here</abbr></a>'),
        ('<a data-memoir-to="x">here', '<a data-memoir-to="x">here'),
        ('<a data-memoir-to="x">here <a href="/">b</a>', '<a data-memoir-to="x">here <a href="/">b</a>'),
    ],
)
def test_the_target_stands_behind_the_words(before: str, after: str) -> None:
    assert purposes(before) == after


def test_what_an_author_writes_into_the_attribute_stays_text() -> None:
    hostile = '<a data-memoir-to="&lt;script&gt;alert(1)&lt;/script&gt;" href="/">here</a>'
    page = Markup(purposes(hostile))
    assert page.all("script") == []
    assert "<script>" in page.text
