"""Properties that hold for any HTML: reading never fails, and splicing adds nothing but tags and attributes."""

from __future__ import annotations

import datetime
import re

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from work import growth, lines_run

from pelican_memoir.memoir.builder import build
from pelican_memoir.memoir.element import Element
from pelican_memoir.memoir.heading import read_heading
from pelican_memoir.memoir.model import Memoir
from pelican_memoir.memoir.normalise import normalise
from pelican_memoir.memoir.outline import read_outline
from pelican_memoir.memoir.placed import Placed
from pelican_memoir.memoir.splice import splice
from pelican_memoir.memoir.subject import names_subject
from pelican_memoir.memoir.title import read_title
from pelican_memoir.memoir.tree import parse

HEADINGS = [
    "1월",
    "2월 - 이사",
    "3월~5월",
    "Q1",
    "Q2 (Apr – Jun)",
    "상반기",
    "하반기",
    "🌱 봄",
    "여름",
    "회사",
    "마무리",
]
DEEPER_THAN_IS_READ = 520
TAGS = [
    "h1",
    "h2",
    "h3",
    "h4",
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "blockquote",
    "strong",
    "section",
    "details",
    "summary",
]
VOIDS = [
    "<br>",
    "<br/>",
    "<img src='a'>",
    "<hr class=x>",
    "<!-- c -->",
    "<![CDATA[x]]>",
    "<![x",
    "&amp;",
    "<",
    "</p",
    "</",
]

pieces = st.one_of(
    st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}>"),
    st.sampled_from(TAGS).map(lambda tag: f'<{tag} class="box-note" id="a">'),
    st.sampled_from(HEADINGS).map(lambda text: f"<h2>{text}</h2>"),
    st.sampled_from(HEADINGS).map(lambda text: f"<p><b>{text}</b></p>"),
    st.sampled_from(HEADINGS),
    st.sampled_from(VOIDS),
    st.text(max_size=12),
)
fragments = st.lists(pieces, max_size=30).map("".join)
sane_pieces = st.one_of(
    st.sampled_from(HEADINGS).map(lambda text: f"<h3>{text}</h3>\n"),
    st.sampled_from(["<p>글</p>", "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>", "<p><br></p>", "<hr>"]),
    st.sampled_from(["<div>", "</div>", "<blockquote>", "</blockquote>", "<p>x", "<ul><li>y"]),
)


def _build(html: str) -> Placed:
    found = build(html, title="2022년 회고", date=datetime.date(2022, 12, 31), language=None, front_matter={})
    assert found is not None
    return found


@given(fragments)
@settings(max_examples=120)
def test_any_text_is_a_tree_whose_elements_know_their_places(html: str) -> None:
    tree = parse(html)
    for element in tree.elements:
        assert html[element.start] == "<"
        assert html[element.start : element.inner].lower().startswith(f"<{element.name}")
        assert element.start < element.inner <= element.close <= element.end <= len(html)
        assert element.close == element.end or html[element.close : element.close + 2] == "</"
        _assert_inside(element)


def _assert_inside(element: Element) -> None:
    parent = element.parent
    assert parent is not None
    assert parent.inner <= element.start
    assert not parent.name or element.end <= parent.close


@given(fragments)
@settings(max_examples=120)
def test_what_is_spliced_in_can_be_taken_out_again(html: str) -> None:
    spliced, found = splice(_build(html))
    assert _without_additions(spliced) == _without_additions(html)
    assert Memoir.from_dict(found.to_dict()) == found


def _without_additions(text: str) -> str:
    """The text without what splicing may add: sections, ids, the class of takeaways."""
    text = re.sub(r'</?section[^>]*>| id="(?:month|quarter|half|season)[-a-z0-9]*"', "", text)
    return re.sub(r' class="memoir-takeaway"| memoir-takeaway', "", text)


@given(st.lists(sane_pieces, max_size=20).map("".join))
@settings(max_examples=120)
def test_splicing_changes_no_word_that_a_browser_shows_and_gives_each_id_once(html: str) -> None:
    spliced, found = splice(_build(html))
    assert _words(spliced) == _words(html)
    ids = re.findall(r'\sid="([^"]*)"', spliced)
    assert len(ids) == len(set(ids))
    assert all(period.anchor in ids for period in found.periods)


def _words(html: str) -> list[str]:
    return "".join(html5lib.parseFragment(html).itertext()).split()


@given(st.text(max_size=60))
@settings(max_examples=120)
def test_any_text_may_be_a_heading_or_a_title(text: str) -> None:
    read_heading(text)
    read_title(text)
    names_subject(text)
    normalised = normalise(text)
    assert len(normalised.places) == len(normalised.text) + 1
    assert list(normalised.places) == sorted(normalised.places)


@given(st.sampled_from(HEADINGS), st.integers(1, 6), st.sampled_from(["", "🌱 ", "<b>", "<a href='#x'>"]))
def test_a_heading_is_found_at_any_level_and_in_any_dress(heading: str, level: int, dress: str) -> None:
    found = read_outline(f"<div><h{level}>{dress}{heading}</h{level}></div>").headings
    assert [(each.level, each.text) for each in found] == [(level, re.sub("<[^>]*>", "", dress) + heading)]


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<blockquote><b>",
        "<p><b>1월</b></p>",
        "<h2>1월</h2><ul><li>",
        "<h3>회사</h3>",
        "<p><span>",
        "<ul><li>",
    ],
)
def test_each_piece_of_nasty_input_costs_the_same(piece: str) -> None:
    assert growth(lambda count: splice(_build(piece * count)), DEEPER_THAN_IS_READ) < 2.2


@pytest.mark.parametrize("piece", ["<", '<a b="', "<a b=", "</", "<!--", "&"])
def test_what_is_no_tag_costs_no_loop(piece: str) -> None:
    short, long = piece * 30, piece * 30_000
    assert [splice(_build(html))[0] for html in (short, long)] == [short, long]
    assert lines_run(lambda: splice(_build(long))) < 2 * lines_run(lambda: splice(_build(short)))
