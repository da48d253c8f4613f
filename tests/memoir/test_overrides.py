"""Authors have the last word: the front matter's `memoir:` and the marks in the text."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from memoir_posts import achievements, html, memoir, periods, placed, read

from pelican_memoir.errors import Location
from pelican_memoir.jekyll import front_matter
from pelican_memoir.memoir.marks import mark_problems
from pelican_memoir.memoir.overrides import override_problems
from pelican_memoir.memoir.splice import splice

LINES = """
    ## 1분기
    ### 1) 대회 3등
    ### 2) 여행
    ## 적응하던 때
    ### 1) 입사
    ## 3분기
    ## 12월
"""


def test_a_post_can_be_kept_from_being_a_memoir_and_made_one() -> None:
    assert read(LINES, memoir=False) is None
    assert read("글", "그냥 글") is None
    assert read("글", "그냥 글", memoir=True) is not None


def test_the_year_is_laid_down() -> None:
    assert memoir(LINES, memoir={"year": 2019}).year == 2019


def test_headings_are_made_periods_and_no_periods() -> None:
    found = memoir(LINES, memoir={"periods": {"적응하던 때": "2분기", "12월": False}})
    assert periods(found) == ["quarter 1", "quarter 2", "quarter 3"]
    assert found.periods[1].title == "적응하던 때"
    assert found.periods[1].months == (4, 5, 6)
    assert achievements(found)[1] == ["1) 입사"]


def test_a_period_of_the_front_matter_is_spliced_too() -> None:
    spliced, _ = splice(placed(html(LINES), memoir={"periods": {"적응하던 때": "2분기"}}))
    assert (
        '<section class="memoir-period memoir-quarter-2" data-period="quarter-2" aria-labelledby="x3"><h2 id="x3">적응'
        in spliced
    )


def test_no_periods_at_all() -> None:
    found = memoir(LINES, memoir={"periods": False})
    assert found.periods == ()
    assert [section.text for section in found.sections] == ["1분기", "적응하던 때", "3분기", "12월"]


def test_achievements_are_given_an_outcome_or_taken_out() -> None:
    found = memoir(LINES, memoir={"achievements": {"1) 대회 3등": "우수상", "2) 여행": False}})
    assert achievements(found)[0] == ["1) 대회 3등"]
    assert [(each.kind, each.text) for each in found.periods[0].achievements[0].outcomes] == [
        ("prize", "우수상")
    ]


def test_goals_and_tiles() -> None:
    found = memoir(LINES + "## 2023년 목표\n- 운동", memoir={"goals": ["독서", "저축"], "tiles": {"수상": 2}})
    assert [goals.items for goals in found.goals] == [("독서", "저축")]
    assert [(tile.name, tile.value) for tile in found.tiles] == [("수상", "2")]
    assert memoir(LINES + "## 2023년 목표\n- 운동", memoir={"goals": False}).goals == ()


def test_marks_on_headings_and_items() -> None:
    found = memoir("""
        <h2 class="memoir-quarter">시작하던 때</h2>
        <ul><li class="achievement" outcome="장학금">공부</li><li>출근</li></ul>
        <h2 class="memoir-quarter">버티던 때</h2>
        <ul><li>연구</li><li class="memoir-skip">잡담</li></ul>
        <h2 class="memoir-quarter" number="4">끝내던 때</h2>
        <h3>논문</h3>
        <h3 class="memoir-skip">참고</h3>
        <h2 class="memoir-skip">7월</h2>
        <h2 class="memoir-half" number="2">돌아보던 때</h2>
        <ul class="achievement"><li>독서</li><li>여행</li></ul>
        <ul><li>아님</li></ul>
    """)
    assert periods(found) == ["quarter 1", "quarter 2", "quarter 4", "half 2"]
    assert achievements(found) == [["공부"], ["연구"], ["논문"], ["독서", "여행"]]
    assert [outcome.text for outcome in found.periods[0].achievements[0].outcomes] == ["장학금"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"year": 2022, "periods": {"봄날": "1분기"}, "goals": ["a"], "tiles": {"수상": 2}}, []),
        (True, []),
        (
            "yes",
            [
                "memoir: expected true, false or a mapping of year, periods, achievements, goals, tiles, got 'yes'"
            ],
        ),
        ({"year": "soon"}, ["memoir: year: expected a year such as 2022, got 'soon'"]),
        ({"years": 2022}, ["memoir: years: unknown; known are year, periods, achievements, goals, tiles"]),
        (
            {"periods": {"봄날": "언젠가"}},
            ["memoir: periods: 봄날: '언젠가' names no period; write one as 1분기, 3월, Q1 or May, or false"],
        ),
        ({"goals": "운동"}, ["memoir: goals: expected a list of texts or false, got '운동'"]),
        ({"tiles": {"a": [1], "b": 2}}, ["memoir: tiles: a: expected a figure, got [1]"]),
        ({"tiles": [1]}, ["memoir: tiles: expected names and figures, got [1]"]),
        ({"achievements": {"a": [1]}}, ["memoir: achievements: a: expected a text or false, got [1]"]),
    ],
)
def test_wrong_values_are_told_with_their_place_and_the_rest_holds(value: Any, expected: list[str]) -> None:
    problems = override_problems({"memoir": value}, lambda _: Location("content/2022.md", 7, 3))
    assert [str(problem) for problem in problems] == [
        f"content/2022.md:7:3: {message} [memoir.override]" for message in expected
    ]
    assert memoir(LINES, memoir=value).year == 2022


def test_a_wrong_entry_does_not_take_the_others_with_it() -> None:
    found = memoir(LINES, memoir={"periods": {"적응하던 때": "2분기", "12월": "언젠가"}})
    assert "quarter 2" in periods(found)


def test_each_wrong_value_is_told_with_its_own_line() -> None:
    source = front_matter.split(
        "---\ntitle: a\nmemoir:\n  yeer: 1\n  periods:\n    봄날: 언젠가\n  tiles: {수상: [1]}\n---\n", "a.md"
    )
    problems = override_problems(source.mapping, partial(source.location, "a.md"))
    assert [str(problem.location) for problem in problems] == ["a.md:4:9", "a.md:6:9", "a.md:7:15"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('글\n\n## 그때\n{: .memoir-quarter number="9"}\n', ["a.md:8:1: .memoir-quarter: 1 to 4, got '9'"]),
        ("## 그때\n{: #x .memoir-month number=soon}\n", ["a.md:6:1: .memoir-month: 1 to 12, got 'soon'"]),
        ('## 그때\n{: .memoir-half number="2"}\n{: .memoir-season}\n', []),
    ],
)
def test_a_number_that_no_period_has_is_told_where_it_stands(source: str, expected: list[str]) -> None:
    told = [str(problem) for problem in mark_problems(source, "a.md", 5)]
    usual = [each.replace("number: expected ", "") for each in told]
    assert usual == [f"{each} [memoir.override]" for each in expected]
