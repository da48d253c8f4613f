"""Years that are told without headings: by bold names that open paragraphs, and by items that hold lists."""

from __future__ import annotations

import pytest
from memoir_posts import achievements, memoir, periods, placed, read

from pelican_memoir.memoir.splice import splice

ITEMS = """
<ul><li><strong>1월</strong><ul><li>입사</li><li>이사</li></ul></li>
<li>3월:<ul><li>배포</li></ul></li>
<li>4월<ol><li>휴가</li></ol></li></ul>
<p>그렇게 한 해가 갔다. 그 밖의 일도 있었다.</p><ul><li>딴 일</li></ul>
"""
PARAGRAPHS = """
<p><strong>1월</strong> 회사에 들어갔다.</p>
<p><b>4월:</b> 처음으로 배포했다.</p>
<ul><li>결제</li></ul>
<p><strong>9월</strong> – 이사했다.</p>
<h2>마무리</h2>
<p>끝.</p>
"""


def test_items_that_hold_lists_are_periods() -> None:
    found = memoir(ITEMS.replace("\n", ""))
    assert periods(found) == ["month 1", "month 3", "month 4"]
    assert achievements(found) == [["입사", "이사"], ["배포"], ["휴가"]]
    assert [period.heading for period in found.periods] == ["1월", "3월", "4월"]


def test_bold_names_that_open_paragraphs_are_periods() -> None:
    found = memoir(PARAGRAPHS)
    assert periods(found) == ["month 1", "month 4", "month 9"]
    assert achievements(found) == [[], ["결제"], []]
    assert found.closing == "끝."


def test_they_are_spliced_like_others() -> None:
    spliced, found = splice(placed(PARAGRAPHS))
    assert spliced.count('<section class="memoir-period ') == 3
    assert '<p id="month-4"><b>4월:</b>' in spliced
    spliced, found = splice(placed(ITEMS))
    assert "<section" not in spliced  # a list holds items only
    assert '<li id="month-3">3월:' in spliced
    assert [period.anchor for period in found.periods] == ["month-1", "month-3", "month-4"]


LINKED = ITEMS.replace("3월:", '<a href="#x">3월</a>').replace("4월<", '<a href="#y">4월</a><')


STORIES = "<ul><li><b>1월</b>: 입사</li><li>2월: 이사</li><li>3월 - 여행</li></ul>"
BOLD_STORIES = "<ul>" + "".join(f"<li><b>{month}월</b> 새 소식</li>" for month in (1, 2, 4, 9)) + "</ul>"
TABLE = (
    "<table>"
    + "".join(
        f"<tr><td>{month}월</td><td>{told}</td></tr>"
        for month, told in ((1, "입사"), (2, "이사"), (3, "여행"))
    )
    + "</table>"
)
TERMS = "<dl><dt>1분기</dt><dd>입사</dd><dt>2분기</dt><dd>이사</dd><dt>3분기</dt><dd>여행</dd></dl><p>글</p>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (STORIES, ["month 1", "month 2", "month 3"]),
        ("<h2>들어가며</h2>" + STORIES + "<h2>마치며</h2>", ["month 1", "month 2", "month 3"]),
        (TABLE, ["month 1", "month 2", "month 3"]),
        (ITEMS.replace("3월:", "3월: 배포한 달"), ["month 1", "month 3", "month 4"]),
        (STORIES.replace("</ul>", "<li>하반기: 휴식</li></ul>"), ["month 1", "month 2", "month 3", "half 2"]),
        (STORIES.replace("</ul>", "<li>상반기: 휴식</li></ul>"), ["month 1", "month 2", "month 3"]),
        ("<h2>회사</h2><p>글</p><h2>월별 기록</h2>" + STORIES, ["month 1", "month 2", "month 3"]),
        (
            "<ol><li>상반기<ul><li>a</li></ul></li><li>하반기<ul><li>b</li></ul></li></ol>",
            ["half 1", "half 2"],
        ),
        (BOLD_STORIES, ["month 1", "month 2", "month 4", "month 9"]),
    ],
)
def test_where_no_topic_is_told_items_and_rows_may_say_what_was_done(
    source: str, expected: list[str]
) -> None:
    found = memoir(source)
    assert periods(found) == expected
    assert all(period.achievements for period in found.periods)


SUMMER = (
    "<ul><li><b>May</b>: a talk</li><li>June: a move</li><li>July: a cat</li>{}<li>October: rain</li></ul>"
)
LAST = "<ul><li><b>1월:</b> 입사</li><li><b>2월:</b> 이사</li><li><b>4월:</b> 발표</li><li><b>여름:</b> 제주</li></ul>"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (SUMMER.format("<li><b>Summer:</b> a lake</li>"), "season 2"),
        (SUMMER.format("<li>Autumn: a forest</li>"), "season 3"),
        (SUMMER.format("<li><b>Spring:</b> flowers</li>"), None),
        (LAST, "season 2"),
        (LAST.replace("여름", "봄"), "season 1"),
        (LAST.replace("여름", "겨울"), "season 4"),
    ],
)
def test_a_lone_season_stands_among_the_months_of_a_list_at_its_time(
    source: str, expected: str | None
) -> None:
    told = [name for name in periods(memoir(source)) if name.startswith("season")]
    assert told == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("seasons", "count"),
    [
        (("겨울", "봄", "여름", "가을"), 4),
        (("겨울", "봄", "여름", "가을", "겨울"), 5),
        (("여름", "봄", "가을"), 0),
        (("봄", "겨울", "여름", "가을"), 0),
    ],
)
def test_winter_may_open_a_year_of_seasons(seasons: tuple[str, ...], count: int) -> None:
    found = memoir("".join(f"<p><b>{season}.</b> 지나갔다.</p>" for season in seasons))
    assert len(found.periods) == count


def test_terms_of_definitions_are_periods_up_to_the_end_of_their_list() -> None:
    made = placed(TERMS)
    assert periods(made.memoir) == ["quarter 1", "quarter 2", "quarter 3"]
    assert made.periods[-1].found.end == TERMS.index("</dl>")


@pytest.mark.parametrize(
    "source",
    [
        LINKED,
        ITEMS.replace("1월", "8월"),
        "<h2>대외활동</h2>" + STORIES,
        STORIES + "<h2>회사</h2><p>글</p>",
        STORIES.replace("2월: 이사", "2월 3일: 이사"),
        "<h2>회사</h2>" + TABLE,
        TABLE.replace("입사", "12").replace("이사", "7").replace("여행", "25"),
        "<p><strong>회사</strong> 좋다.</p><p><strong>1월</strong> 하나.</p><p><strong>2월</strong> 둘.</p>",
        "<h2>2023년 계획</h2>" + ITEMS,
        "<h2>월별 기록</h2><h2>회사</h2>" + STORIES,
        BOLD_STORIES.replace("<b>", "").replace("</b>", ""),
    ],
)
def test_what_is_no_series_of_leads(source: str) -> None:
    assert placed(source).periods == ()


def test_headings_go_before_leads() -> None:
    assert periods(placed("<h2>1월</h2><h2>2월</h2>" + ITEMS).memoir) == ["month 1", "month 2"]


def test_they_make_no_memoir_of_an_ordinary_post() -> None:
    assert read(PARAGRAPHS, "2022년의 이모저모") is None
