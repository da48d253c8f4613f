"""The filters that are more than a look-up: reading time, telling texts, periods, figures, addresses."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from types import SimpleNamespace

import pytest
from markupsafe import escape
from stand_ins import HOSTILE, post, year

from pelican_memoir.memoir.model import Achievement, Memoir, Outcome, Period, PostPeriod, Section
from pelican_memoir.theming import reading
from pelican_memoir.theming.dates import date_of
from pelican_memoir.theming.fields import address, fragment_id, front_matter, image_address, picture
from pelican_memoir.theming.linked_data import linked_data
from pelican_memoir.theming.outcomes import Ending, endings
from pelican_memoir.theming.periods import (
    navigation,
    navigation_name,
    period_detail,
    period_label,
    quarter_of,
)
from pelican_memoir.theming.reading import (
    beginning,
    document_title,
    plain_text,
    reading_minutes,
    shortened,
    telling_text,
    title_text,
    told_briefly,
)
from pelican_memoir.theming.tiles import tiles


@pytest.mark.parametrize(
    ("markup", "minutes"),
    [
        ("", 1),
        (f"<p>{'가' * 500}</p>", 1),
        (f"<p>{'가' * 501}</p>", 2),
        (f"<p>{'가나 다라 ' * 625}</p>", 5),
        (f"<p>{'가나, 다라.<br>마바 ' * 250}</p>", 3),
        (f"<p>{'가나, 다라.<br>마바 ' * 251}</p>", 4),
        (f"<p>{'word ' * 460}</p>", 2),
        (f"<p>{'word가' * 230}</p>", 2),
        (f"<p>{'가' * 500}</p><p>{'word ' * 230}</p>", 2),
        (f"<pre>{'가' * 5000}</pre><script>{'가' * 5000}</script>", 1),
        (f"<img alt='{'가' * 5000}'>", 1),
    ],
)
def test_reading_time_counts_korean_by_character(markup: str, minutes: int) -> None:
    assert reading_minutes(markup) == minutes


def test_title_of_a_page_names_the_site_where_there_is_room() -> None:
    assert document_title("2022년 회고", "물때 노트") == "2022년 회고 – 물때 노트"
    assert document_title("가" * 60, "물때 노트") == "가" * 60 + " – 물때 노트"
    assert document_title("가" * 65, "물때 노트") == "가" * 65
    assert len(document_title("word " * 30, "x")) <= 70
    assert document_title("“가” " * 11, "나").endswith("나")
    assert all(len(escape(document_title('"가" ' * count, "나"))) <= 70 for count in (1, 11, 99))


def test_plain_text_keeps_words_apart_and_reads_entities() -> None:
    assert (
        plain_text("<p>하나</p><p>둘 &amp; <b>셋</b>째</p><ul><li>a</li><li>b</li></ul>")
        == "하나 둘 & 셋째 a b"
    )
    assert plain_text("<h2>제목</h2><p>글</p>", headings=False) == "글"
    assert plain_text("1 < 2 and <b>3</b> > 2") == "1 < 2 and 3 > 2"


def test_plain_text_leaves_out_the_marks_of_footnotes() -> None:
    mark = '<sup id="fnref:1" role="doc-noteref"><a href="#fn:1" class="footnote" rel="footnote">1</a></sup>'
    markup = f"<p>하나{mark}, 둘.{mark} x<sup>2</sup></p>"
    assert plain_text(markup) == "하나, 둘. x2"
    for length in range(1, 9):
        assert "하나, 둘. x2".startswith(beginning(markup, length))


def test_shortened_cuts_at_a_word_and_says_so() -> None:
    assert shortened("짧은 글", 10) == "짧은 글"
    assert shortened("하나 둘 셋 넷 다섯", 8) == "하나 둘 셋…"
    assert shortened("가" * 20, 10) == "가" * 9 + "…"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("짧은 글.", "짧은 글."),
        ("여기까지 한 문장이다. 그리고 다음 문장", "여기까지 한 문장이다."),
        ("여기까지가 한 문장입니다. 다음", "여기까지가 한 문장입니다."),
        ("한 문장. 그런데 다음 문장은 이렇게 길다", "한 문장. 그런데 다음…"),
        ("これは長い文でした（本当に）。次の文", "これは長い文でした（本当に）。"),
        ("彼は「もう終わりだ。」と言ってから", "彼は「もう終わりだ。」と言って…"),
        ("A sentence. And more of it", "A sentence."),
        ("It is 12.5 and 13.7 per cent", "It is 12.5 and…"),
        ("Very good, e.g. Tea, and Cake", "Very good…"),
        ("Asked what? he said that", "Asked what? he…"),
    ],
)
def test_what_is_told_briefly_ends_with_a_sentence_where_that_says_enough(text: str, said: str) -> None:
    assert told_briefly(text, 16) == said


def test_an_excerpt_that_is_only_a_heading_gives_way_to_what_the_post_says() -> None:
    heading, text = (
        "<div align='center'><h2>2023년도를 마무리하며</h2></div>",
        "<p>여유를 갖고 다양한 경험을 한 해였습니다.</p>",
    )
    assert telling_text(heading, heading + text) == "여유를 갖고 다양한 경험을 한 해였습니다."
    opening = "작년은 성장을 추구했고 올해는 여유를 갖고 다양한 경험을 하며 시야를 넓혔습니다. 정말로요."
    assert telling_text(heading, heading + text, opening) == opening
    long = "<p>" + "저자가 직접 쓴 요약은 충분히 길면 그대로 쓰입니다. " * 3 + "</p>"
    assert telling_text(long, text, opening).startswith("저자가 직접")
    assert telling_text("", "") == ""


def test_a_summary_that_was_cut_off_the_text_is_cut_anew_at_a_word() -> None:
    text = "<p>" + "다양한 도전을 했지만 그만큼 넘어졌습니다. " * 5 + "</p>"
    assert telling_text(text[:40] + "… </p>", text, length=30) == "다양한 도전을 했지만 그만큼 넘어졌습니다."


def period(
    kind: str, number: int, months: tuple[int, ...], end: int | None = None, anchor: str | None = "a"
) -> Period:
    return Period(kind, number, end, months, "heading", "", anchor, 2)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "korean", "english", "detail"),
    [
        (period("quarter", 2, (4, 5, 6)), "2분기", "Q2", "4–6월"),
        (period("quarter_range", 1, (1, 2, 3, 4, 5, 6), 2), "1–2분기", "Q1–Q2", "1–6월"),
        (period("half", 2, (7, 8, 9, 10, 11, 12)), "하반기", "Second half", "7–12월"),
        (period("season", 4, (12, 1, 2)), "겨울", "Winter", "12–2월"),
        (period("season", 1, ()), "봄", "Spring", ""),
        (period("month", 3, (3,)), "3월", "March", ""),
        (period("month_range", 1, (1, 2), 2), "1–2월", "Jan–Feb", ""),
        (period("month", 7, ()), "7월", "July", ""),
    ],
)
def test_periods_are_named_in_the_language(value: Period, korean: str, english: str, detail: str) -> None:
    assert period_label(value, "ko") == korean
    assert period_label(value, "en") == english
    assert period_detail(value, "ko") == detail


def test_a_post_about_a_period_is_named_alike() -> None:
    assert period_label(PostPeriod("half", 1, None, (1, 2, 3, 4, 5, 6)), "ko") == "상반기"
    assert quarter_of(PostPeriod("half", 2, None, (7, 8))) == 3


def test_navigation_leaves_out_what_cannot_be_reached() -> None:
    memoir = Memoir(
        2022, "", "ko", periods=(period("quarter", 1, (1,)), period("quarter", 2, (4,), anchor=None))
    )
    assert [(stop.label, stop.anchor, stop.quarter) for stop in navigation(memoir, "ko")] == [
        ("1분기", "a", 1)
    ]


def test_navigation_is_named_by_what_it_leads_to() -> None:
    def name(*kinds: str) -> str:
        periods = tuple(period(kind, at, (at,)) for at, kind in enumerate(kinds, 1))
        return navigation_name(Memoir(2022, "", "ko", periods=periods), "en")

    assert name("quarter", "month") == "Quarters"
    assert name(*["month"] * 12) == "Quarters"
    assert name("half", "half") == name("season", "season", "season") == "Parts of the year"
    assert name() == "Sections of the year"


def test_twelve_months_fall_into_quarters_that_lead_to_their_first_month() -> None:
    months = tuple(
        period("month", number, (number,), anchor=f"m{number}") for number in (1, 2, 3, 5, 6, 8, 9, 12)
    )
    stops = navigation(Memoir(2022, "", "ko", periods=months), "ko")
    assert [(stop.label, stop.detail, stop.anchor) for stop in stops] == [
        ("1분기", "1–3월", "m1"),
        ("2분기", "4–6월", "m5"),
        ("3분기", "7–9월", "m8"),
        ("4분기", "10–12월", "m12"),
    ]


def test_periods_of_another_year_are_called_with_it() -> None:
    halves = tuple(
        replace(period("half", number, (6 * number - 5,), anchor=f"h{year}{number}"), year=year)
        for year in (2021, 2022)
        for number in (1, 2)
    )
    memoir = Memoir(2022, "", "ko", periods=halves)
    labels = ["2021년 상반기", "2021년 하반기", "상반기", "하반기"]
    assert [stop.label for stop in navigation(memoir, "ko")] == labels
    assert [period_label(each, "ko", memoir) for each in halves] == labels
    assert period_label(halves[0], "ko") == "상반기"


def test_many_months_of_two_years_fall_into_the_quarters_of_each() -> None:
    months = tuple(
        replace(period("month", number, (number,), anchor=f"m{year}{number}"), year=year)
        for year in (2021, 2022)
        for number in (1, 2, 8, 9)
    )
    stops = navigation(Memoir(2022, "", "en", periods=months), "en")
    assert [(stop.label, stop.anchor) for stop in stops] == [
        ("2021 Q1", "m20211"),
        ("2021 Q3", "m20218"),
        ("Q1", "m20221"),
        ("Q3", "m20228"),
    ]


def test_sections_make_the_navigation_where_there_are_no_periods() -> None:
    sections = (Section(1, "1. 회사", "회사", "s1"), Section(2, "2. 독서", "독서", None))
    assert [stop.label for stop in navigation(Memoir(2022, "", "ko", sections=sections), "ko")] == ["회사"]


def test_tiles_count_achievements_by_how_they_ended_and_tell_no_zero() -> None:
    def done(*kinds: str) -> Achievement:
        outcomes = tuple(Outcome(kind, "words") for kind in kinds)  # type: ignore[arg-type]
        return Achievement(None, "t", "t", None, outcomes=outcomes)

    items = (done("medal", "place"), done("prize"), done("certificate"), done("setback"), done())
    memoir = Memoir(
        2022, "", "ko", periods=(Period("quarter", 1, None, (1,), "", "", None, 2, achievements=items),)
    )
    assert [(tile.name, tile.value) for tile in tiles(memoir, "ko", 4)] == [
        ("성과", "5"),
        ("수상", "2"),
        ("자격증", "1"),
        ("쓴 글", "4"),
    ]
    assert tiles(Memoir(2022, "", "ko"), "ko") == []


def test_outcomes_are_told_in_one_line_with_the_weightiest_first_and_setbacks_apart() -> None:
    outcomes = (
        Outcome("place", "1,417팀 중 111등"),
        Outcome("setback", "아쉬운 결과"),
        Outcome("medal", "동메달", "bronze"),
    )
    assert endings(Achievement(None, "", "대회", None, outcomes=outcomes)) == [
        Ending("동메달, 1,417팀 중 111등", "🥉"),
        Ending("아쉬운 결과", "", is_setback=True),
    ]


def test_words_of_the_title_are_not_told_twice() -> None:
    prize = (Outcome("prize", "우수상"),)
    assert endings(Achievement(None, "", "학술제: 우수상", None, outcomes=prize)) == [Ending("", "🏆")]
    lost = (Outcome("setback", "탈락"),)
    assert endings(Achievement(None, "", "예선 탈락", None, outcomes=lost)) == []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Python < 3.10 -> 3.12", "Python < 3.10 -> 3.12"),
        ("서울 <-> 부산", "서울 <-> 부산"),
        ("<노트>", "<노트>"),
        ("<b>굵은</b> 글 &amp; <!-- 말 -->끝", "굵은 글 & 끝"),
        ("&lt;b&gt;", "<b>"),
    ],
)
def test_only_tags_go_from_a_title(title: str, text: str) -> None:
    assert title_text(title) == text


def test_a_draft_without_a_date_is_of_no_day() -> None:
    dated, undated = post(), post(date=datetime.datetime.max)
    assert date_of(dated) == dated.date
    assert date_of(undated) is None
    assert "datePublished" in json.loads(linked_data(dated, "", "ko"))
    assert "datePublished" not in json.loads(linked_data(undated, "", "ko"))


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({"image": "/a.png"}, "/a.png"),
        ({"image": {"alt": "x", "path": "/a.png"}}, "/a.png"),
        ({"image": {"alt": "x"}}, ""),
        ({"image": True}, ""),
        ({"image": "/a.png", "thumbnail-img": "/b.png"}, "/b.png"),
        ({"header": {"teaser": "/t.png", "og_image": "/o.png"}}, "/o.png"),
        ({"header": {"teaser": "/t.png"}, "image": None}, "/t.png"),
        ({"header": "Words"}, ""),
        ({"header": {"image_description": "x"}, "image": {"path": "/a.png"}}, "/a.png"),
        (None, ""),
    ],
)
def test_the_picture_of_a_card_has_other_names_in_other_themes(
    fields: dict[str, object] | None, shown: str
) -> None:
    assert picture(SimpleNamespace(front_matter=fields)) == shown


def test_front_matter_is_read_as_text_whatever_its_type() -> None:
    fields = {
        "cover-img": ["/a.png", "/b.png"],
        "thumbnail-img": {"/c.png": "caption"},
        "subtitle": 2022,
        "no": None,
    }
    content = SimpleNamespace(front_matter=fields, share_img="/d.png")
    assert front_matter(content, "cover-img") == "/a.png"
    assert front_matter(content, "thumbnail-img") == "/c.png"
    assert front_matter(content, "subtitle") == "2022"
    assert front_matter(content, "share-img") == "/d.png"
    assert front_matter(content, "no") == front_matter(SimpleNamespace(), "subtitle") == ""


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("2022/한 해.html", "2022/한%20해.html"),
        ('a"b<c>', "a%22b%3Cc%3E"),
        ("a%20b?x=1&y=2#z", "a%20b?x=1&y=2#z"),
        ("https://a.org/en/../2022.html", "https://a.org/2022.html"),
        ("https://a.org/x/en/./../../y/", "https://a.org/y/"),
        ("../../year.html", "../../year.html"),
        ("https://a.org/../y", "https://a.org/../y"),
    ],
)
def test_addresses_hold_nothing_illegal_and_stay_readable(url: str, expected: str) -> None:
    assert address(url) == expected


def test_pictures_of_front_matter_lie_below_the_site() -> None:
    assert image_address("/img/a b.png", "https://x.org/blog") == "https://x.org/blog/img/a%20b.png"
    assert image_address("img/a.png", "") == "/img/a.png"
    assert image_address("https://y.org/a.png", "https://x.org") == "https://y.org/a.png"
    assert image_address("", "https://x.org") == ""


def test_a_name_with_white_space_is_no_id() -> None:
    assert [fragment_id(name) for name in ("회고", "C++ & C#", "Computer Vision", "머신 러닝", 'a "b"')] == [
        "회고",
        "C++ & C#".replace(" ", "%20"),
        "Computer%20Vision",
        "%EB%A8%B8%EC%8B%A0%20%EB%9F%AC%EB%8B%9D",
        "a%20%22b%22",
    ]


def test_linked_data_tells_the_year_and_closes_no_element() -> None:
    article = post(HOSTILE, memoir=year(HOSTILE), author="Kim")
    text = linked_data(article, "https://x.org", "ko")
    assert "<" not in text
    assert "&" not in text
    data = json.loads(text)
    assert data["temporalCoverage"] == "2022"
    items = data["mainEntity"]["itemListElement"]
    assert [item["name"] for item in items] == [HOSTILE, HOSTILE]
    assert items[0]["url"] == "https://x.org/slug.html#1분기-a"
    assert "url" not in items[1]
    assert data["url"] == "https://x.org/slug.html"
    assert "mainEntity" not in json.loads(linked_data(post(), "", "ko"))
    assert "url" not in json.loads(linked_data(post(), "..", "ko"))


def test_linked_data_tells_the_way_from_the_home_page() -> None:
    told = json.loads(
        linked_data(post("글"), "https://x.org", "ko", [("집", ""), ("공부", "category/a.html")])
    )
    posting, way = told["@graph"]
    assert (posting["@type"], way["@type"]) == ("BlogPosting", "BreadcrumbList")
    assert [(step["position"], step["name"], step["item"]) for step in way["itemListElement"]] == [
        (1, "집", "https://x.org/"),
        (2, "공부", "https://x.org/category/a.html"),
        (3, "글", "https://x.org/slug.html"),
    ]
    assert "@graph" not in json.loads(linked_data(post("글"), "", "ko", [("집", "")]))


@pytest.mark.parametrize(
    ("months", "covered"),
    [((1, 2, 3), "2022-01/2022-03"), ((5,), "2022-05"), ((12, 1), "2022"), ((), "2022")],
)
def test_linked_data_tells_the_part_of_the_year(months: tuple[int, ...], covered: str) -> None:
    memoir = Memoir(2022, "", "ko", post_period=PostPeriod("month_range", 1, None, months))
    assert json.loads(linked_data(post(memoir=memoir), "", "ko"))["temporalCoverage"] == covered


BEGINNINGS = (
    "<p>{}</p>",
    "<h2>제목 {}</h2><p>{}</p>",
    "<pre>{0}</pre><p>{0}</p>",
    "<p>a &amp; b <b>{}</b>{}</p>",
    "<!-- {0} --><p>1 < 2 {0}</p>",
    '<p><a href="https://example.org/{0}">https://example.org/{0}</a> {0}</p>',
    "<table><tr><td>{0}</td></tr></table>{0}",
    "<p>{0}<script>{0}</p>",
    "{0}<h3>{0}",
)


@pytest.mark.parametrize("markup", BEGINNINGS)
@pytest.mark.parametrize("words", ["하나 둘 셋 ", "word ", "가나다라마바사", "x<i>y</i>z, &lt;w&gt; "])
@pytest.mark.parametrize("length", [10, 40, 150])
def test_a_beginning_is_how_the_whole_text_begins(markup: str, words: str, length: int) -> None:
    text = markup.format(*[words * 90] * 2)
    whole = plain_text(text, headings=False)
    begun = beginning(text, length)
    assert whole.startswith(begun)
    assert begun == whole or len(begun) > length


def test_a_beginning_costs_the_same_however_long_the_text_is(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    monkeypatch.setattr(
        reading,
        "plain_text",
        lambda markup, **options: read.append(len(markup)) or plain_text(markup, **options),
    )
    for many in (100, 10_000):
        beginning("<p>하나 둘 셋</p>" * many, 150)
    assert read[0] == read[1] < 1_000
