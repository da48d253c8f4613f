"""The smaller parts of a memoir: takeaways, groups, pictures and links, text as written, the model's JSON."""

from __future__ import annotations

import json

import pytest
from memoir_posts import html, memoir, placed

from pelican_memoir.memoir.as_written import AsWritten
from pelican_memoir.memoir.builder import build
from pelican_memoir.memoir.entries import numbered
from pelican_memoir.memoir.model import Image, Link, Memoir


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("## 1월\n글\n<p class='box-note'><strong>배웠다.</strong></p>\n## 2월", "배웠다."),
        (
            "## 1월\n<blockquote><p><strong><em>움직이자.</em></strong></p></blockquote>\n글\n## 2월",
            "움직이자.",
        ),
        ("## 1월\n<p><strong>집중 분야:</strong> 백엔드</p>\n- a\n## 2월", "집중 분야: 백엔드"),
        ("## 1월\n> 남의 말\n글\n## 2월", ""),
        ("## 1월\n<p><strong>회사</strong>에 갔다.</p>\n## 2월", ""),
    ],
)
def test_the_takeaway_of_a_period(lines: str, expected: str) -> None:
    assert memoir(lines).periods[0].summary == expected


LABELLED = "<p><strong>한 줄 요약</strong>: 쉬었다.</p>"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (f"- a\n{LABELLED}", "한 줄 요약: 쉬었다."),
        (f"### 대회\n글\n{LABELLED}", ""),  # what closes a heading's text is about that
        ("**키워드: 시작**\n- a", "키워드: 시작"),
        ("<p>💡 <strong>느낀 점:</strong> 버티자</p>\n- a", "💡 느낀 점: 버티자"),
        ("한 줄 요약: 쉬었다.\n- a", "한 줄 요약: 쉬었다."),
        ("> 한 줄 요약: 쉬었다.\n- a", "한 줄 요약: 쉬었다."),
        ("올해 세운 목표의 핵심을 적는다: 쉬기.\n- a", ""),
        ("<p><strong>이직</strong>: 네이버로</p>\n- a", ""),
    ],
)
def test_a_label_tells_a_takeaway(lines: str, expected: str) -> None:
    assert memoir(f"## 1분기\n{lines}\n## 2분기\n- b").periods[0].summary == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("### 대회\n- 결과: 은상\n- 팀은 셋", [("대회", ["은상"])]),
        ("### 대회\n- 은상 상금으로 책을 샀다", [("대회", [])]),
        ("<ul><li>대회<ul><li>장려상 수상</li></ul></li></ul>", [("대회", ["장려상 수상"])]),
        (
            "### 한 일\n- 대회 우수상\n- 이사\n### 배운 점\n- 협업",
            [("대회 우수상", ["우수상"]), ("이사", [])],
        ),
        ("### Keep\n- a\n### Problem\n- b", []),
        ("### 휴학\n글\n### 느낀 점\n글", [("휴학", []), ("느낀 점", [])]),
    ],
)
def test_how_it_ended_in_lists_and_groups(lines: str, expected: list[tuple[str, list[str]]]) -> None:
    told = memoir(f"## 1분기\n{lines}\n## 2분기\n- b").periods[0].achievements
    assert [(each.text, [outcome.text for outcome in each.outcomes]) for each in told] == expected


@pytest.mark.parametrize("line_break", ["\n", "<br>\n"])
def test_what_follows_a_bold_line_in_its_paragraph_is_told(line_break: str) -> None:
    told = [("대회", "우수상을 받았다. 기뻤다."), ("이사", "쉬었다.")]
    story = "".join(f"<p><strong>{name}</strong>{line_break}{text}</p>" for name, text in told)
    found = placed(f"<h2>1분기</h2>{story}<h2>2분기</h2><p>글</p>").memoir.periods[0].achievements
    assert [(each.text, each.summary) for each in found] == [
        ("대회", "우수상을 받았다."),
        ("이사", "쉬었다."),
    ]
    assert [outcome.text for outcome in found[0].outcomes] == ["우수상"]


def test_an_item_ends_where_the_next_section_begins() -> None:
    # A heading right behind a list is part of its last item, as kramdown reads it.
    found = placed(
        '<h2 id="a">1월</h2><ul><li>인턴 시작<h2 id="b">2월</h2><p>탈락했다.</p></li></ul><h2 id="c">3월</h2>'
    ).memoir
    assert [(each.text, each.outcomes) for each in found.periods[0].achievements] == [("인턴 시작", ())]


def test_groups_by_headings() -> None:
    found = memoir("## KPT\n### Keep\n- 독서\n### Problem (개선할 점)\n- 지각\n### Try\n- 운동\n- 기록")
    assert [(group.label, group.items) for group in found.groups] == [
        ("keep", ("독서",)),
        ("problem", ("지각",)),
        ("try", ("운동", "기록")),
    ]


def test_groups_by_the_letters_of_a_list() -> None:
    found = memoir("<ul><li><b>K</b><ul><li>a</li></ul></li><li><b>P</b><ul><li>b</li></ul></li></ul>")
    assert [(group.label, group.heading, group.items) for group in found.groups] == [
        ("keep", "K", ("a",)),
        ("problem", "P", ("b",)),
    ]


@pytest.mark.parametrize(
    "heading",
    ["What didn't go well", "What did not work out", "What could have gone better", "What went wrong"],
)
def test_what_went_badly_is_a_problem(heading: str) -> None:
    found = memoir(f"## What went well\n- Sleep\n## {heading}\n- Food", "2022 in review")
    assert [group.label for group in found.groups] == ["keep", "problem"]


def test_groups_may_be_questions() -> None:
    found = memoir(
        "## What went well?\n- a\n## What did I learn?\n- b\n## What I'd do differently\n- c",
        "2022 in review",
    )
    assert [group.label for group in found.groups] == ["keep", "learned", "try"]


def test_a_lone_group_is_none() -> None:
    assert memoir("## 좋았던 점\n- a").groups == ()


def test_an_achievement_has_its_pictures_links_and_repository() -> None:
    found = memoir("""
        ## 1분기
        ### 1) 대회
        <div align="center"><img src="a.png" alt=" 상장 " width="80%"/></div>
        <blockquote><p>https://github.com/owner/name/tree/main</p></blockquote>
        <p><a href="https://example.org/">공고</a>를 보고 나갔다. 2등을 했다.</p>
        ## 2분기
    """)
    achievement = found.periods[0].achievements[0]
    assert achievement.images == (Image("a.png", "상장"),)
    assert achievement.links == (
        Link("https://github.com/owner/name/tree/main", "https://github.com/owner/name/tree/main"),
        Link("https://example.org/", "공고"),
    )
    assert achievement.repository == "https://github.com/owner/name"
    assert achievement.summary == "공고를 보고 나갔다."
    assert [(outcome.kind, outcome.text) for outcome in achievement.outcomes] == [("place", "2등")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1) 소집해제", (1, "소집해제")),
        ("12. 여행", (12, "여행")),
        ("(3) 운동", (3, "운동")),
        ("② 독서", (2, "독서")),
        ("1️⃣ 이직", (1, "이직")),
        ("2023 제19기 봉사단", (None, "2023 제19기 봉사단")),
        ("3.5 버전", (None, "3.5 버전")),
        ("1.", (None, "1.")),
    ],
)
def test_a_number_is_taken_from_a_heading(text: str, expected: tuple[int | None, str]) -> None:
    assert numbered(text) == expected


def test_texts_are_as_written_where_smart_punctuation_changed_them() -> None:
    body = html("## 1월\n- “긍정”의 힘… 그리고 ‘끝’\n## 2월\n- a – b")
    source = '## 1월\n- "긍정"의 힘... 그리고 ‘끝’\n## 2월\n- a -- b'
    found = build(body, title="2022년 회고", date=None, language=None, front_matter={}, source=source)
    assert found is not None
    assert [a.text for p in found.memoir.periods for a in p.achievements] == [
        '"긍정"의 힘... 그리고 ‘끝’',
        "a -- b",
    ]


def test_the_title_comes_from_the_front_matter_and_stays() -> None:
    body = html("## 1월\n- “긍정”\n## 2월")
    found = build(
        body, title="‘나’의 2022년 회고", date=None, language=None, front_matter={}, source='- "긍정"'
    )
    assert found is not None
    assert found.memoir.title == "‘나’의 2022년 회고"
    assert found.memoir.periods[0].achievements[0].text == '"긍정"'


def test_without_the_source_dashes_stay() -> None:
    assert AsWritten(None)("“a” – b…") == '"a" – b...'


def test_the_model_goes_through_json_and_back() -> None:
    found = memoir("""
        ## 1분기 [1월~3월]
        ### 1) 대회 3등
        ![](a.png)
        ## 2분기
        - a
        ## 2023년 목표
        - 운동
    """)
    data = json.loads(json.dumps(found.to_dict()))
    assert Memoir.from_dict(data) == found
    assert data["schema"] == 1
    assert data["periods"][0]["months"] == [1, 2, 3]
    assert data["periods"][0]["achievements"][0]["outcomes"] == [
        {"kind": "place", "text": "3등", "level": ""}
    ]
    assert data["goals"] == [{"heading": "2023년 목표", "anchor": "x7", "items": ["운동"]}]


def test_the_model_reads_what_a_later_version_wrote() -> None:
    data = {"year": 2022, "title": "t", "language": "ko", "moon": "full", "periods": []}
    assert Memoir.from_dict(data) == Memoir(year=2022, title="t", language="ko")
