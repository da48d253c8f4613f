"""Memoirs in the shapes that authors give them: what is a period, where it ends, what was achieved in it."""

from __future__ import annotations

import pytest
from memoir_posts import achievements, memoir, periods, read


def test_quarters_at_uneven_levels_are_siblings() -> None:
    found = memoir("""
        ## 1분기 [1월~3월]
        #### 1) 연구
        글
        #### 2) 대회
        ### 2분기 [4월~6월]
        ##### 1) 자격증
        ### 3분기 [7월~9월]
        ### 4분기 [10월~12월]
        ##### 1) 수상
        ## 나에게 2022년이란?
        ### 1. 배움
        ### 2. 평범함
    """)
    assert periods(found) == ["quarter 1", "quarter 2", "quarter 3", "quarter 4"]
    assert achievements(found) == [["1) 연구", "2) 대회"], ["1) 자격증"], [], ["1) 수상"]]
    assert [period.months for period in found.periods][1] == (4, 5, 6)
    assert [(a.number, a.title) for a in found.periods[0].achievements] == [(1, "연구"), (2, "대회")]


def test_months_in_a_wrapper_end_at_a_sibling() -> None:
    found = memoir("""
        ## 1월부터 12월까지의 기록
        ### 1월
        - 계절학기
        - 운동
        ### 7월 - 8월
        - 인턴
        ### 12월
        - 취업 준비
        ### 정리
        - 아님
    """)
    assert periods(found) == ["month 1", "month_range 7-8", "month 12"]
    assert achievements(found) == [["계절학기", "운동"], ["인턴"], ["취업 준비"]]


def test_a_month_told_by_several_headings_is_one_period_and_loses_nothing() -> None:
    found = memoir("""
        ## 3월 - 물리 엔진
        글
        ## 3월 - 휴가
        글
        - 링크
        ## 5월 - 멘토링
        글
    """)
    assert periods(found) == ["month 3", "month 5"]
    assert achievements(found) == [["물리 엔진", "휴가"], ["멘토링"]]
    assert found.periods[0].title == ""
    assert found.periods[1].title == "멘토링"


def test_seasons_keep_the_order_of_the_post_and_both_winters() -> None:
    found = memoir("""
        ## 🗓 2022년 새해 다짐
        - 운동
        ## ⛄️ 겨울
        글
        ## 🌱 봄
        ## ⛱ 여름
        ## 🍁 가을
        ## ☃️ 다시 겨울
        ## 🧭 2023년 계획
        - 독서
    """)
    assert periods(found) == ["season 4", "season 1", "season 2", "season 3", "season 4"]
    assert found.periods[0].months == (1, 2)
    assert found.periods[-1].months == (12,)
    assert [(goals.heading, goals.items) for goals in found.goals] == [("🧭 2023년 계획", ("독서",))]
    assert [goals.heading for goals in found.past_goals] == ["🗓 2022년 새해 다짐"]


def test_bold_paragraphs_stand_as_headings() -> None:
    found = memoir("""
        **1월**
        - 이사
        **2월**
        - 여행
        **마무리**
        - 아님
    """)
    assert periods(found) == ["month 1", "month 2"]
    assert achievements(found) == [["이사"], ["여행"]]
    assert found.periods[0].level is None


def test_a_bold_first_line_of_a_paragraph_is_a_heading_too() -> None:
    found = memoir("""
        <p><strong>🌸 봄</strong><br />새로 시작했다.</p>
        <p><strong>여름</strong>
        더웠다.</p>
        <p><strong>가을:</strong><br />읽었다.</p>
        <p><strong>정말 많은 일이 있던 겨울이었다.</strong></p>
    """)
    assert [period.heading for period in found.periods] == ["🌸 봄", "여름", "가을"]


def test_raw_html_headings_and_frames_around_them() -> None:
    found = memoir("""
        <div align="center"><h2>1분기</h2></div>
        <ul><li>a</li></ul>
        <center><h2>2분기</h2></center>
        <ul><li>b<ul><li>nested</li></ul></li></ul>
        <details><summary>3분기</summary><ul><li>c</li></ul></details>
    """)
    assert periods(found) == ["quarter 1", "quarter 2", "quarter 3"]
    assert achievements(found) == [["a"], ["b"], ["c"]]


def test_a_heading_that_markdown_put_into_an_item_parts_the_list() -> None:
    found = memoir(
        """
        <h1>January</h1>
        <ul><li>Flew home.</li><li>Missed a wedding.<br /><img src="a.png" /><h1>February</h1></li>
        <li>Saw a concert.</li><li>Got bit.</li></ul>
        <h1>March</h1>
        <ul><li>Won tickets.</li></ul>
    """,
        "2023 in review",
    )
    assert achievements(found) == [
        ["Flew home.", "Missed a wedding."],
        ["Saw a concert.", "Got bit."],
        ["Won tickets."],
    ]


def test_quarters_of_a_blog_year_keep_their_dates() -> None:
    found = memoir(
        """
        ## Users
        ### Q1 (September 6th 2022 - December 5th 2022)
        text
        ### Q2 (December 6th 2022 - March 6th 2023)
        ### Q3 (March 7th 2023 - June 5th 2023)
        ### Q4 (June 6th 2023 - September 3rd 2023)
        ## Demographics (December 6th 2022 - September 3rd 2023)
    """,
        "One Year Anniversary",
        date="2023-09-11",
    )
    assert periods(found) == ["quarter 1", "quarter 2", "quarter 3", "quarter 4"]
    assert [period.months for period in found.periods] == [
        (9, 10, 11, 12),
        (12, 1, 2, 3),
        (3, 4, 5, 6),
        (6, 7, 8, 9),
    ]
    assert found.year == 2023


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("## 2020-1\n## 2020-2\n## 2020-3\n## 2020-4", ["quarter 1", "quarter 2", "quarter 3", "quarter 4"]),
        ("## 2020-1\n## 2020-2", []),
        ("## 2020.01\n## 2020.05\n## 2020.11", ["month 1", "month 5", "month 11"]),
        ("## 1~4월\n## 5~8월\n## 9~12월", ["month_range 1-4", "month_range 5-8", "month_range 9-12"]),
        ("## 12-1월\n## 2-4월", ["month_range 12-1", "month_range 2-4"]),
        ("## 上半年\n## 下半年", ["half 1", "half 2"]),
        ("## 第一季度\n## 第二季度\n## 第三季度\n## 第四季度", [f"quarter {n}" for n in (1, 2, 3, 4)]),
        ("## 第1四半期\n## 第2四半期", ["quarter 1", "quarter 2"]),
        ("## 상반기\n### 1월\n### 2월\n## 하반기\n### 7월", ["half 1", "month 1", "month 2", "half 2", "month 7"]),
        ("## Jan-Mar\n## Apr-Jun\n## Jul-Sep\n## Oct-Dec", [f"month_range {a}-{a + 2}" for a in (1, 4, 7, 10)]),
        ("## 1월 이사\n## 3월 입사\n## 6월 여행\n## 12월 졸업", ["month 1", "month 3", "month 6", "month 12"]),
        ("## 3월 이사\n## 6월 여행", []),
        ("## 봄\n## 회사", []),
        ("## 12월의 책\n## 11월의 책\n## 10월의 책", []),
        ("## 1. 회사\n## 2. 공부\n## 3. 운동", []),
        ("## Phase 1\n## Phase 2\n## Phase 3", []),
        ("## 회사\n### 3월 - 이직\n### 5월 - 승진\n## 개인\n### 2월 - 여행\n### 4월 - 이사", []),
        ("## 1분기\n- a\n## 2분기\n- b\n## 2023년 계획\n### 1분기\n### 2분기", ["quarter 1", "quarter 2"]),
        ("## 1월 1일\n## 5월 5일\n## 12월 25일", []),
        ("## 1학기\n## 2학기", []),
        ("## Q1. 올해의 나는?\n## Q2. 잘한 일은?\n## Q3. 아쉬운 일은?\n## Q4. 내년에는?", []),
        ("## Q1. a\n## Q2. b\n## Q3. c\n## Q4. d\n## Q5. e", []),
        ("## Q1. 입사\n## Q2. 적응\n## Q3. 이사\n## Q4. 졸업", [f"quarter {n}" for n in (1, 2, 3, 4)]),
        ("## 활동\n### 3월 해커톤\n### 5월 세미나\n### 7월 강연\n### 9월 대회\n## 공부", []),
        ("## 월별\n### 3월 여행\n### 5월 공부\n### 7월 강연\n### 9월 대회", [f"month {n}" for n in (3, 5, 7, 9)]),
        ("## 하반기\n## 회사\n## 개인", []),
        ("## 2020년 목표\n### 상반기\n### 하반기\n## 1분기\n## 2분기", ["quarter 1", "quarter 2"]),
        ("# 2020 회고와 2021 계획\n## 1분기\n## 2분기\n## 2021 계획\n### 1분기", ["quarter 1", "quarter 2"]),
        ("# 2020년 상반기\n## 1월\n## 2월\n## 3월", ["month 1", "month 2", "month 3"]),
        ("## 상반기\n## 7월\n## 8월", ["half 1", "month 7", "month 8"]),
        ("## 3월 ~ 5월\n## 6월 ~ 8월\n## 9월 ~", ["month_range 3-5", "month_range 6-8", "month_range 9-12"]),
        ("## 2020.1\n## 2020.3\n## 2020.9", ["month 1", "month 3", "month 9"]),
        ("## 2020.01\n## 2020.03 ~ 2020.05\n## 2020.10", ["month 1", "month_range 3-5", "month 10"]),
        ("## 2020.01\n## 2020.10", []),
        ("## Spring\n## Fall\n## Fall detection\n## Winter\n## Winter tyres", ["season 1", "season 3", "season 4"]),
        ("## 1분기\n## 2분기\n## 4분기\n## 2분기 회고 모임에서 배운 것", ["quarter 1", "quarter 2", "quarter 4"]),
        ("## 1월: 입사\n## 2월: 이사\n## 하반기: 휴식", ["month 1", "month 2", "half 2"]),
        ("## 1월: 입사\n## 2월: 이사\n## 상반기: 휴식", ["month 1", "month 2"]),
        ("## 1월: 입사\n## 2월: 이사\n### 하반기: 채용", ["month 1", "month 2"]),
        ("## 회사\n### 1월 - 5월: 정산\n### 6월 - 12월: 결제\n## 취미", ["month_range 1-5", "month_range 6-12"]),
        ("## 20.01\n## 20.03\n## 20.11", ["month 1", "month 3", "month 11"]),
        ("## 20.04\n## 22.04\n## 24.04", []),
        ("## H1\n## H2\n## H3", []),
        ("## Q1. 올해 잘한 일\n## Q2. 올해 아쉬운 일\n## Q3. 올해의 책\n## Q4. 고마운 사람", []),
        ("## 1월\n## 2월\n## 여름\n## 9월", ["month 1", "month 2", "season 2", "month 9"]),
        ("## Spring\n## 1월\n## 2월", ["month 1", "month 2"]),
        ("## 1월: 입사\n## 2월: 이사\n## 여름: 제주\n## 9월: 승진", ["month 1", "month 2", "season 2", "month 9"]),
        ("## 1월: 입사\n## 7월: 이사\n## 봄: 개화\n## 9월: 승진", ["month 1", "month 7", "month 9"]),
        ("## 1-4월 떠남\n## 5-8월 머묾\n## 9-12월 돌아옴", [f"month_range {a}-{a + 3}" for a in (1, 5, 9)]),
        ("## 1-2월 떠남\n## 5-6월 머묾\n## 9-10월 돌아옴", []),
        ("## 회사\n## 독서\n### 1월\n### 2월\n### 3월\n## 운동", []),
        ("## 커리어\n### 3월: 이직\n### 7월: 승진\n## 취미", []),
        ("## 들어가며\n## 한 일\n### 3월: 이직\n### 7월: 승진\n## 마치며", ["month 3", "month 7"]),
        ("## 2020.01.01 ~ 2020.05.31\n## 2020.06.01 ~ 2020.12.31", ["month_range 1-5", "month_range 6-12"]),
        ("## 2020.03.01 ~ 2020.03.05 제주\n## 2020.08.01 ~ 2020.08.05 도쿄", []),
        ("## :snowflake: 1분기\n## 2분기 :sunny:", ["quarter 1", "quarter 2"]),
        ("## 2020-1학기\n## 여름방학\n## 2020-2학기\n## 겨울방학", []),
    ],
)  # fmt: skip
def test_series(lines: str, expected: list[str]) -> None:
    found = read(lines, "2020년 회고")
    assert found is not None
    assert periods(found) == expected


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("## 3월. 이사하다\n글\n## 5월. 공부\n글", [["이사하다"], ["공부"]]),
        ("## 3월. 이사\n집을 옮긴 이야기를 쓴다.\n- 조건\n## 5월. 공부\n- 책\n- 강의", [["이사"], ["책", "강의"]]),
        ("## 3월. 이사\n집을 옮긴 이야기를 쓴다.\n- 짐 정리\n- 새 책상\n## 5월", [["짐 정리", "새 책상"], []]),
        ("## 3월\n짧다.\n- 이것을 아주 오래 했다\n## 5월\n글", [["이것을 아주 오래 했다"], []]),
        ("## 3월\n이달에는 여러 가지 일을 했는데 다음과 같다.\n- 입사\n- 이사\n## 5월", [["입사", "이사"], []]),
        (f"## 3월\n{'긴 이야기를 쓴다. ' * 30}\n- 이유\n## 5월\n- 책", [[], ["책"]]),
        ("## 3월\n**회사**\n글\n**개인**\n글\n## 5월\n글", [["회사", "개인"], []]),
        ("## 3월\n- a\n설명하는 글은 이만큼 길다.\n- 설명\n## 5월\n- b", [["a"], ["b"]]),
        ("## 3월\n- a\n\n설명하는 글은 이만큼 길다.\n\n- b\n\n설명하는 글은 이만큼 길다.\n\n## 5월", [["a", "b"], []]),
        ("## 3월\n- a\n\n설명하는 글은 길다.\n\n- b\n\n설명하는 글은 길다.\n\n- c\n\n## 5월", [["a", "b", "c"], []]),
        ("## 3월\n<details><summary>교육</summary>글</details>\n## 5월", [["교육"], []]),
        ("## 3월\n**교육**\n글\n## 5월", [[], []]),
        ("## 3월\n> 1주차\n- a\n> 2주차\n- b\n## 5월", [["a", "b"], []]),
        ("## 3월\n### 회사\n- a\n### 개인\n## 5월", [["회사", "개인"], []]),
    ],
)  # fmt: skip
def test_achievements(lines: str, expected: list[list[str]]) -> None:
    assert achievements(memoir(lines)) == expected


def test_bold_paragraphs_between_two_bold_periods_belong_to_the_first() -> None:
    found = memoir(
        "**1월**\n\n**이직**\n\n글\n\n**이사**\n\n글\n\n**2월**\n\n- 여행\n\n**새해 다짐**\n\n- 저축"
    )
    assert periods(found) == ["month 1", "month 2"]
    assert achievements(found) == [["이직", "이사"], ["여행"]]


def test_the_first_thing_of_the_last_period_does_not_close_the_year() -> None:
    found = memoir("# 1분기\n## 1) 회사\n# 2분기\n## 1) 프로젝트 마무리\n## 2) 여행\n## 마무리\n끝.")
    assert [item.title for item in found.periods[1].achievements] == ["프로젝트 마무리", "여행"]


def test_the_last_period_ends_where_the_year_is_closed_below_it() -> None:
    found = memoir("# 1분기\n## 회사\n# 2분기\n## 여행\n## 마무리\n끝.")
    assert achievements(found) == [["회사"], ["여행"]]
    assert found.closing == "끝."


def test_a_memoir_by_topic_has_sections_and_highlights() -> None:
    found = memoir("""
        ## 돌아보는 2022년
        - 2년차
        - 24권 완독
        좋은 한 해였다.
        ## 1. 회사
        ## 2. 공부
        ## 2022년 총평
        - 올해도 읽었다.
    """)
    assert [(section.number, section.title) for section in found.sections] == [(1, "회사"), (2, "공부")]
    assert found.highlights == ("2년차", "24권 완독")
    assert found.opening == "좋은 한 해였다."
    assert found.closing == "올해도 읽었다."


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("2022년 목표", "## 1분기\n## 2분기\n## 3분기\n## 4분기"),
        ("2022 Roadmap", "## Q1\n## Q2\n## Q3\n## Q4"),
        ("하반기 스터디 대잔치", "## 7월\n## 8월"),
        ("Docker 사용법", "## 설치\n## 실행"),
        ("1. MLOps란?", "## 1. 모델\n## 2. 데이터"),
        ("Spring Boot 정리", "## Spring Boot\n## Spring Cloud\n## Fall back"),
        ("우아한테크코스 레벨1 회고", "## 1주차\n## 2주차"),
        ("Books of 2022", "## January\n## February\n## March\n## April"),
        ("2022年に見たアニメ", "## 冬\n## 春\n## 夏\n## 秋"),
        ("2022년 가계부", "\n".join(f"## {month}월" for month in range(1, 13))),
        ("2022년 컨퍼런스 후기 모음", "## 3월 - 가\n## 6월 - 나\n## 9월 - 다\n## 11월 - 라"),
        ("PyCon 2022 recap", "## Talks\n## People"),
    ],
)
def test_an_ordinary_post_is_no_memoir(title: str, lines: str) -> None:
    assert read(lines, title) is None


def test_a_full_year_of_months_makes_a_memoir_whatever_the_title() -> None:
    months = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ]
    found = memoir("\n".join(f"# {month}\n- something" for month in months), "New Year", date="2024-01-01")
    assert len(found.periods) == 12
    assert found.year == 2023


@pytest.mark.parametrize(
    ("title", "lines"),
    [
        ("2022년, 성장의 해", "## 상반기\n## 하반기"),
        ("2022년, 성장의 해", "## 1월 ~ 5월\n## 6월 ~ 12월"),
        ("Still here", "## Q1\n## Q2\n## Q3"),
    ],
)
def test_a_few_periods_make_a_memoir_where_title_or_date_hint_at_one(title: str, lines: str) -> None:
    assert len(memoir(lines, title).periods) == lines.count("## ")


def test_tags_of_looking_back_make_a_year_in_the_title_sure() -> None:
    assert read("글", "스물다섯, 2022", tags=["회고"]) is not None
    assert read("글", "스물다섯, 2022", tags=["일상"]) is None


def test_what_stands_below_a_year_is_of_that_year() -> None:
    found = memoir(
        """
        ## 2021
        ### 상반기
        - 복학
        ### 하반기
        - 인턴
        ## 🗓 2022년: 졸업
        ### 상반기
        - 졸업
        ### 하반기
        - 입사
    """,
        "2021-2022 회고",
    )
    assert periods(found) == ["half 1", "half 2", "half 1", "half 2"]
    assert [period.year for period in found.periods] == [2021, 2021, 2022, 2022]


def test_titled_months_of_two_years_are_no_events() -> None:
    years = "## 2021년 회고\n### 3월: 입사\n### 9월: 이사\n## 2022년 회고\n### 1월: 이직\n### 6월: 승진"
    found = memoir(years, "2021, 2022 회고")
    assert [(each.year, each.number) for each in found.periods] == [
        (2021, 3),
        (2021, 9),
        (2022, 1),
        (2022, 6),
    ]


def test_a_year_and_a_number_is_no_year_above() -> None:
    found = memoir("# 2021 - 2022\n## 상반기\n## 하반기", "2021-2022 회고")
    assert [period.year for period in found.periods] == [None, None]
