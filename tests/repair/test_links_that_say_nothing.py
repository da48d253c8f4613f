"""Links whose words say nothing, where the HTML around them is hard: deep, or with very many of them."""

from __future__ import annotations

from work import growth

from pelican_memoir.repair import Page
from pelican_memoir.repair.purposes import TO, purposes


def test_a_link_may_hold_elements_nested_deeper_than_the_stack() -> None:
    inside = "<span>" * 1000 + "{}" + "</span>" * 1000
    words = Page(f'<p><a href="https://tide.example/a">{inside.format("here")}</a></p>')
    assert [retag.put for retag in purposes(words)] == [{TO: "tide.example"}]
    picture = Page(f'<p><a href="https://tide.example/a">here{"<span>" * 500}<img src="a.png"></a></p>')
    assert not list(purposes(picture))


def test_very_many_links_to_headings_take_time_in_step_with_their_number() -> None:
    def look(count: int) -> None:
        html = "".join(
            f'<h2 id="h{index}">물때 {index}</h2><p><a href="#h{index}">here</a></p>'
            for index in range(count)
        )
        assert len(list(purposes(Page(html)))) == count

    assert growth(look, 50) < 2.5
