"""The post as a whole: its year, its language, and what an ordinary post is spared."""

from __future__ import annotations

import datetime

import pytest
from memoir_posts import achievements, html, memoir, periods, read

from pelican_memoir.memoir import builder
from pelican_memoir.memoir.builder import build, language_of, year_of


@pytest.mark.parametrize(
    ("title", "date", "opening", "expected"),
    [
        ("2022년 회고", "2023-01-10", "", 2022),
        ("2021년 회고 / 2022년 계획", "2022-01-02", "", 2021),
        ("2023 목표와 2022 회고", "2023-01-02", "", 2022),
        ("New Year", "2024-01-01", "2023 was one for the books.", 2023),
        ("2023년을 맞이하며", "2022-12-31", "", 2023),
        ("2030 축의 전환 서평", "2023-06-01", "", 2023),
        ("연말 회고", "2022-12-30", "", 2022),
        ("연말 회고", "2023-02-01", "", 2022),
        ("상반기 회고", "2023-07-01", "", 2023),
        ("1월 회고", "2023-01-31", "", 2023),
        ("4분기 회고", "2023-01-05", "", 2022),
        ("늦은 회고", "2023-03-05", "2022년은 바빴다.", 2022),
        ("늦은 회고", "2023-03-05", "2022년과 2023년", 2023),
        ("One Year Anniversary", "2023-09-11", "since 2022", 2023),
        ("二零一九年终总结", "2020-01-05", "", 2019),
        ("平成30年の振り返り", "2019-01-01", "", 2018),
        ("회고", None, "", None),
        ("회고", None, "2022년은 바빴다.", 2022),
        ("회고", None, "2022년과 2023년", None),
    ],
)
def test_the_year_looked_back_at(title: str, date: str | None, opening: str, expected: int | None) -> None:
    when = datetime.date.fromisoformat(date) if date else None
    assert year_of(f"<p>{opening}</p>", title=title, date=when, front_matter={}) == expected


def test_the_subtitle_may_name_the_year() -> None:
    found = year_of(
        title="한 해를 보내며", date=datetime.date(2024, 5, 1), front_matter={"subtitle": "2022 Memoir"}
    )
    assert found == 2022


@pytest.mark.parametrize(
    ("given", "text", "expected"),
    [
        ("ko", "January", "ko"),
        ("pt-BR", "2022년을 돌아보며 Python", "ko"),
        (None, "今年の振り返りをします", "ja"),
        (None, "今年的总结如下", "zh"),
        (None, "A year in review", "en"),
        ("zh_CN", "", "zh"),
        (None, "", "en"),
    ],
)
def test_the_language_is_the_one_given_or_the_one_written_in(
    given: str | None, text: str, expected: str
) -> None:
    assert language_of(given, "", f"<p>{text}</p>") == expected


def test_an_ordinary_post_is_not_even_parsed(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise AssertionError("parsed")

    monkeypatch.setattr(builder, "read_outline", refuse)
    body = html("## 설치\n- a\n## 실행\n- b\n### 1. 모델\n### 2. 데이터") * 20
    assert (
        build(body, title="Docker 사용법", date=datetime.date(2022, 6, 1), language=None, front_matter={})
        is None
    )


def test_the_period_that_the_whole_post_is_about() -> None:
    found = memoir("## 회사\n글\n## 하반기 계획\n- 운동", "2022 상반기 회고", date="2022-07-04")
    assert found.post_period is not None
    assert (found.post_period.kind, found.post_period.months) == ("half", (1, 2, 3, 4, 5, 6))
    assert found.periods == ()
    assert [goals.heading for goals in found.goals] == ["하반기 계획"]


@pytest.mark.parametrize(("date", "is_one"), [("2022-12-28", True), ("2022-06-01", False)])
def test_a_series_at_the_turn_of_the_year_is_a_memoir_whatever_its_title(date: str, is_one: bool) -> None:
    found = read("## 1월\n## 4월\n## 7월\n## 10월", "지나온 길", date=date)
    assert (found is not None) is is_one


def test_the_next_part_of_the_year_is_what_comes() -> None:
    found = memoir("## 회사\n글\n## 집\n글\n## 하반기에는\n- 운동", "2022 상반기 회고", date="2022-07-04")
    assert [(goals.heading, goals.items) for goals in found.goals] == [("하반기에는", ("운동",))]
    assert [section.text for section in found.sections] == ["회사", "집"]


@pytest.mark.parametrize("plan", ["## 하반기에는\n- 운동", "## 하반기\n### 7월\n- 운동\n### 8월\n- 휴식"])
def test_the_next_part_of_the_year_is_no_period_beside_those_of_this_one(plan: str) -> None:
    found = memoir(f"## 1월\n- 이사\n## 2월\n- 입사\n{plan}", "2022 상반기 회고", date="2022-07-04")
    assert periods(found) == ["month 1", "month 2"]
    assert achievements(found) == [["이사"], ["입사"]]
    assert [goals.items[0] for goals in found.goals] == ["운동"]


@pytest.mark.parametrize(
    ("headings", "kind"),
    [
        (("2022-1", "2022-2", "2022-3", "2022-4"), "quarter"),
        (("2022-01", "2022-02", "2022-03", "2022-04"), "month"),
        (("2022/01", "2022/02", "2022.03", "2022.04"), "month"),
    ],
)
def test_numbers_of_two_digits_behind_a_year_are_months(headings: tuple[str, ...], kind: str) -> None:
    found = memoir("\n".join(f"## {heading}\n- 일" for heading in headings))
    assert periods(found) == [f"{kind} {number}" for number in (1, 2, 3, 4)]


def test_goals_told_by_period_are_the_items_below() -> None:
    quarters = "## 1분기\n글\n\n## 2분기\n글\n\n"
    plan = "## 2023년 목표\n### 상반기\n- 책 세 권\n- 마라톤\n\n### 하반기\n### 운동\n주마다 세 번\n"
    (goals,) = memoir(quarters + plan, title="2022년 회고").goals
    assert goals.items == ("책 세 권", "마라톤", "하반기", "운동")


def test_goals_once_set_are_told_apart_from_those_for_the_next_year() -> None:
    found = memoir("""
        ## 계획
        - a
        ## 1월
        ## 2월
        ## 2022년 목표 돌아보기
        - b
        ## 내년에는
        - c
    """)
    assert [goals.heading for goals in found.past_goals] == ["계획", "2022년 목표 돌아보기"]
    assert [(goals.heading, goals.items) for goals in found.goals] == [("내년에는", ("c",))]


@pytest.mark.parametrize(
    ("title", "lines", "goals", "past"),
    [
        (
            "2022 Year in Review",
            "## Q1\n## Q2\n## Q3 Targets\n- a\n## Q3\n## Q4\n## Goals for 2023\n- b",
            ["Goals for 2023"],
            ["Q3 Targets"],
        ),
        (
            "2022년 회고",
            "## 1월\n## 2월\n## 2월 목표\n- a\n## 3월\n## 내년에는\n- b",
            ["내년에는"],
            ["2월 목표"],
        ),
        (
            "2022年の振り返り",
            "## 第1四半期\n## 第2四半期の目標\n- a\n## 第2四半期\n## 来年の抱負\n- b",
            ["来年の抱負"],
            ["第2四半期の目標"],
        ),
        (
            "2022年终总结",
            "## 第一季度\n## 第二季度目标\n- a\n## 第二季度\n## 明年计划\n- b",
            ["明年计划"],
            ["第二季度目标"],
        ),
        ("2022 Year in Review", "## Q1\n## Q2\n## Q3\n## Q4\n## Q1 Targets\n- a", ["Q1 Targets"], []),
        ("2022년 회고", "## 1분기\n## 2분기\n## 3분기 목표\n- a", ["3분기 목표"], []),
        (
            "2022 상반기 회고",
            "## 상반기 목표\n- a\n## 공부\n- b\n## 하반기 계획\n- c",
            ["하반기 계획"],
            ["상반기 목표"],
        ),
        ("2022년 회고", "## 회사\n- a\n## 하반기 계획\n- b", ["하반기 계획"], []),
    ],
)
def test_the_plan_for_a_part_of_the_year_is_none_for_the_next_one(
    title: str, lines: str, goals: list[str], past: list[str]
) -> None:
    found = memoir(lines, title)
    assert [each.heading for each in found.goals] == goals
    assert [each.heading for each in found.past_goals] == past
