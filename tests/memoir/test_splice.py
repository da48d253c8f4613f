"""What is added to a memoir's HTML, and that nothing else changes."""

from __future__ import annotations

import re

import pytest
from memoir_posts import html, placed

from pelican_memoir.memoir.splice import splice

LINES = """
    들어가며
    ## 1분기
    #### 1) 연구
    글
    <p class="box-note"><strong>배웠다.</strong></p>
    ## 2분기
    - 자격증
    - 대회
    ## 마무리
    끝
"""


def test_periods_are_wrapped_up_to_what_follows_them() -> None:
    spliced, _ = splice(placed(html(LINES)))
    sections = re.findall(
        r'<section class="memoir-period( memoir-quarter-[1-4]"[^>]*)>(.*?)</section>', spliced, re.DOTALL
    )
    assert [attributes for attributes, _ in sections] == [
        ' memoir-quarter-1" data-period="quarter-1" aria-labelledby="x1"',
        ' memoir-quarter-2" data-period="quarter-2" aria-labelledby="x5"',
    ]
    assert sections[0][1].startswith('<h2 id="x1">1분기</h2>')
    assert sections[0][1].endswith("</strong></p>\n")
    assert sections[1][1].endswith("</ul>\n")
    assert spliced.endswith('<h2 id="x10">마무리</h2>\n<p>끝</p>')


def test_items_without_an_anchor_get_one_and_the_memoir_knows_it() -> None:
    spliced, found = splice(placed(html(LINES)))
    assert [a.anchor for period in found.periods for a in period.achievements] == [
        "x2",
        "quarter-2-1",
        "quarter-2-2",
    ]
    assert '<li id="quarter-2-1">자격증</li>' in spliced
    assert [period.anchor for period in found.periods] == ["x1", "x5"]


def test_the_takeaway_is_marked() -> None:
    spliced, found = splice(placed(html(LINES)))
    assert '<p class="box-note memoir-takeaway">' in spliced
    assert found.periods[0].summary == "배웠다."


def test_a_quotation_that_is_a_takeaway_is_marked_as_a_whole() -> None:
    spliced, _ = splice(placed(html("## 1분기\n> 한 줄 요약: 쉬었다.\n- a\n## 2분기\n- b")))
    assert '<blockquote class="memoir-takeaway"><p>한 줄 요약: 쉬었다.</p></blockquote>' in spliced
    two = "<blockquote><p>한 줄 요약: 쉬었다.</p><p>또</p></blockquote>"
    spliced, _ = splice(placed(f"<h2>1분기</h2>{two}<h2>2분기</h2><p>글</p>"))
    assert '<blockquote><p class="memoir-takeaway">한 줄 요약: 쉬었다.</p><p>또</p></blockquote>' in spliced


def test_an_id_in_use_is_not_given_again() -> None:
    source = '<p id="month-1">a</p><p><strong>1월</strong></p><p>b</p><p><strong>2월</strong></p>'
    spliced, found = splice(placed(source))
    assert [period.anchor for period in found.periods] == ["month-1-n2", "month-2"]
    assert '<p id="month-1-n2"><strong>1월' in spliced


def test_splicing_again_changes_nothing() -> None:
    once, found = splice(placed(html(LINES)))
    assert splice(placed(once)) == (once, found)


@pytest.mark.parametrize(
    ("source", "wrapped"),
    [
        ('<div align="center"><h2>1월</h2></div><p>a</p><div align="center"><h2>2월</h2></div><p>b</p>', 2),
        ("<div><h2>1월</h2><p>a</p><h2>2월</h2><p>b</p></div>", 2),
        ("<div><h2>1월</h2><p>a</p></div><div><h2>2월</h2><p>b</p></div>", 2),
        ("<h2>1월</h2><div><p>a</p><h2>2월</h2><p>b</p></div>", 1),
        ("<h2>1월</h2><div><p>a</p><h2>2월</h2><p>b</p>", 0),
        ("<h2>1월</h2><p>a<p>b<h2>2월</h2><ul><li>c</ul>", 2),
        ("<h2>1월</h2></section><p>a</p><h2>2월</h2>", 1),
        ("<ul><li><h2>1월</h2></li><li>a</li></ul><h2>2월</h2>", 2),
        ("<details><summary>1월</summary>a</details><details><summary>2월</summary>b</details>", 2),
    ],
)
def test_no_open_element_is_broken(source: str, wrapped: int) -> None:
    spliced, _ = splice(placed(source))
    assert spliced.count("<section") == spliced.count('class="memoir-period ') == wrapped
    assert _without_additions(spliced) == _without_additions(source)


def _without_additions(text: str) -> str:
    return re.sub(r'</?section[^>]*>| id="month-[-\d]+"', "", text)
