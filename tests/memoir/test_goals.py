"""What a memoir says of goals: in lists, in tables, below one more heading, for the rest of a year."""

from __future__ import annotations

import pytest
from memoir_posts import memoir, periods

HEAD = "<tr><th>No.</th><th>목표</th><th>결과</th></tr>"
ROWS = "<tr><td>1</td><td>{}</td><td>✅</td></tr><tr><td>2</td><td>{}</td><td>❌</td></tr><tr><td>3</td></tr>"
TABLE = f"<table>{HEAD}{ROWS}</table>"


def test_the_goals_of_a_table_are_its_rows() -> None:
    found = memoir(
        "## 2022년 목표 결과\n"
        + TABLE.format("독서", "저축")
        + "\n## 2023년 목표\n"
        + TABLE.format("발표", "여행")
    )
    assert [goals.items for goals in found.past_goals] == [("독서", "저축")]
    assert [goals.items for goals in found.goals] == [("발표", "여행")]


def test_a_list_goes_before_a_table() -> None:
    found = memoir("## 2023년 목표\n- 발표\n" + TABLE.format("독서", "저축"))
    assert found.goals[0].items == ("발표",)


def test_one_more_heading_for_goals_is_no_goal() -> None:
    assert memoir("# 2022년\n글\n# 2023년\n## 목표\n- 발표\n- 여행").goals[0].items == ("발표", "여행")
    found = memoir("# 2022년\n글\n# 2023년 목표\n## 발표 준비\n- 하나\n## 여행 계획\n- 둘")
    assert found.goals[0].items == ("발표 준비", "여행 계획")


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("2022 상반기 회고", "남은 반년"),
        ("2022 mid-year review", "The rest of the year"),
        ("2022年上半期の振り返り", "残りの半年"),
        ("2022年中总结", "剩下的半年"),
    ],
)
def test_in_a_post_about_a_part_the_rest_of_the_year_is_what_comes(title: str, heading: str) -> None:
    found = memoir(f"## Q1\n- a\n## Q2\n- b\n## {heading}\n- c", title, date="2022-07-01")
    assert periods(found) == ["quarter 1", "quarter 2"]
    assert [(goals.heading, goals.items) for goals in found.goals] == [(heading, ("c",))]


def test_in_a_whole_year_the_rest_of_it_is_no_goal() -> None:
    assert memoir("## 1월\n- a\n## 2월\n- b\n## 남은 하반기\n- c").goals == ()


@pytest.mark.parametrize(
    ("lines", "items"),
    [
        ("### 개발\n- 발표\n- 글 50편\n### 💪 건강\n- 러닝", ("발표", "글 50편", "러닝")),
        ("**Work**\n- ship\n**Life & Money**\n- rest", ("ship", "rest")),
        (
            "<ul><li>학업<ul><li>졸업</li></ul></li><li>생활<ul><li>저축</li><li>독서</li></ul></li></ul>",
            ("졸업", "저축", "독서"),
        ),
        (
            "### 오픈소스 기여하기\n- 문서\n### 이직 준비하기\n- 이력서",
            ("오픈소스 기여하기", "이직 준비하기"),
        ),
        ("### 개발\n- 발표\n### 건강", ("개발", "건강")),
    ],
)
def test_areas_of_life_are_no_goals_but_what_is_below_them(lines: str, items: tuple[str, ...]) -> None:
    assert memoir(f"## 1분기\n- a\n## 2분기\n- b\n## 내년 목표\n{lines}").goals[0].items == items
