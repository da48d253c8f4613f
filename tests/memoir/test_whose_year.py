"""Whose year a post looks back at: its author's, or that of a market, a league, a tool."""

from __future__ import annotations

import pytest
from memoir_posts import memoir, read
from work import growth

from pelican_memoir.memoir.subject import names_subject
from pelican_memoir.memoir.voice import is_silent, speaks_of_author

PUBLIC = [
    "2022 프로야구 결산",
    "2022년 국내 증시 돌아보기",
    "2022년 1분기 매출 결산",
    "[정리] 2022년 반도체 업계 회고",
    "2022 iOS framework year in review",
    "The stock market in 2022: a look back",
    "Kubernetes 2022: Year in Review",
    "Security holes of 2022 in review",
    "2022年プロ野球の振り返り",
    "2022年の日本株を振り返る",
    "2022年ゲーム業界の総括",
    "2022年A股市场回顾",
    "2022年手机行业盘点",
    "特斯拉2022年度总结",
    "2022 retrospective of the compiler",
    "A look back at the 2022 housing market",
    "回顾2022年A股市场",
    "振り返る2022年の日本株",
    "코스피 2022 정리",
]
OWN = [
    "2022년 회고: 이직과 독서",
    "3년차 프론트엔드 개발자의 2022년 회고",
    "다사다난했던 2022년을 돌아보며",
    "2022년 상반기 개발 블로그 결산",
    "[일상] 2022년 회고",
    "나의 증시 2022년 결산",
    "2022 in review",
    "Looking back on my year: 2022",
    "Belated 2022 developer recap",
    "2022年エンジニア生活の振り返り",
    "2年目エンジニアの2022年を振り返る",
    "令和4年の振り返り",
    "2022 retrospective & 2023 goals",
    "Looking back at 2022 and forward to 2023",
    "숫자로 보는 2022년 회고",
    "2022 KPT 회고",
    "2022년을 떠나보내며",
    "주니어 개발자의 2022 기록",
    "2022年个人工作总结",
    "一个后端工程师的2022年终总结",
]
MARKET = "## 상반기\n- 금리가 올랐다\n## 하반기\n- 거래가 줄었다\n"


@pytest.mark.parametrize("title", PUBLIC)
def test_a_title_names_a_subject(title: str) -> None:
    assert names_subject(title)
    assert read(MARKET, title) is None


@pytest.mark.parametrize("title", OWN)
def test_a_title_is_about_its_author(title: str) -> None:
    assert not names_subject(title)
    assert read(MARKET, title) is not None


@pytest.mark.parametrize(
    "own", ["나는 그 사이에 집을 샀다.", "I bought a house.", "私も家を買った。", "我买了房。"]
)
def test_a_text_about_its_author_makes_a_subject_a_year_of_theirs(own: str) -> None:
    assert len(memoir(MARKET + own, "2022년 부동산 회고").periods) == 2


@pytest.mark.parametrize(
    "labels", [{"tags": ["회고"]}, {"categories": "일상"}, {"tags": [["Diary", "2022"]]}]
)
def test_so_do_tags_of_ones_own_life(labels: dict[str, object]) -> None:
    assert memoir(MARKET, "2022년 부동산 회고", **labels)


@pytest.mark.parametrize("own", ["## Keep\n- 산책\n## Problem\n- 지각", "## 작년 목표 돌아보기\n- 산책"])
def test_so_do_the_groups_of_a_retrospective_and_goals_once_set(own: str) -> None:
    assert memoir(own, "2022년 뒤죽박죽 회고")
    assert read("## 산책\n## 지각", "2022년 뒤죽박죽 회고") is None


@pytest.mark.parametrize(
    ("date", "title", "lines", "is_memoir"),
    [
        ("2022-11-20", "2022 수능 회고", "## 국어\n나는 어려웠다.", False),
        ("2022-12-20", "2022 제주살이 회고", "## 집\n나는 좋았다.", True),
        ("2023-02-20", "2022 제주살이 회고", "## 집\n나는 좋았다.", True),
        ("2022-10-20", "2022 제주살이 회고", "## 1분기\n나는 갔다.\n## 2분기\n## 3분기", True),
        ("2022-07-10", "2022 상반기 제주살이 회고", "## 집\n나는 좋았다.", True),
        ("2022-10-20", "2022년 회고", "## 집\n좋았다.", True),
        ("2022-06-20", "제주살이 1년 회고", "## 집\n나는 좋았다.", True),
    ],
)
def test_a_subject_is_looked_back_at_as_a_year_when_a_year_turns_or_by_periods(
    date: str, title: str, lines: str, is_memoir: bool
) -> None:
    assert (read(lines, title, date=date) is not None) is is_memoir


def test_the_author_has_the_last_word() -> None:
    assert memoir(MARKET, "2022년 부동산 회고", memoir=True)
    assert memoir(MARKET, "2022년 부동산 회고", memoir={"year": 2022})
    assert read(MARKET, "2022년 회고", memoir=False) is None


MONTHS = "".join(f"## {month}월\n- 제철 음식과 그 보관법, 고르는 법을 적어 둔다.\n" for month in range(1, 13))


def test_periods_alone_make_no_memoir_of_a_text_that_is_silent_about_its_author() -> None:
    assert read(MONTHS, "달마다 먹는 것", date="2022-05-05") is None
    assert memoir(MONTHS + "올해 나는 이렇게 먹었다.", "달마다 먹는 것", date="2022-05-05")
    assert memoir("".join(f"## {month}월\n" for month in range(1, 13)), "달마다", date="2022-05-05")


@pytest.mark.parametrize(
    ("html", "speaks"),
    [
        ("<p>I moved.</p>", True),
        ("<p>What <em>my</em> cat did</p>", True),
        ("<p>Google I/O, part I</p>", False),
        ("<blockquote><p>I said so.</p></blockquote>", False),
        ("<pre><code>print(my)</code></pre>", False),
        ("<p>국내 증시와 기간 내 최저가</p>", False),
        ("<p>좀 쉬고 싶었다.</p>", True),
        ("<p>私立大学と私的年金</p>", False),
        ("<p>我国和我们</p>", False),
        ("<p>我搬了家。</p>", True),
    ],
)
def test_the_first_person(html: str, speaks: bool) -> None:
    assert speaks_of_author(html) is speaks


def test_a_word_about_the_author_in_a_long_text_is_none() -> None:
    assert not speaks_of_author("<p>I think so.</p>" + "<p>The index rose by a point.</p>" * 200)


def test_a_few_words_are_not_silent() -> None:
    assert not is_silent("<h2>Q1</h2>")
    assert is_silent("<p>The index rose by a point.</p>" * 20)
    assert not is_silent("<p>I think so.</p>" + "<p>The index rose by a point.</p>" * 200)


@pytest.mark.parametrize("piece", ["<code>", "</blockquote>", "I <pre>", "<a <b>"])
def test_broken_html_is_read_in_one_pass(piece: str) -> None:
    assert growth(lambda count: speaks_of_author(piece * count), 500) < 2.2
