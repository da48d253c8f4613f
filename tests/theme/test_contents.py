"""When a post has a table of contents, and what is in it."""

from __future__ import annotations

import pytest
from stand_ins import post, year

from pelican_memoir.memoir.outline import read_outline
from pelican_memoir.theming.contents import Entry, contents

PARAGRAPH = f"<p>{'물이 들고 납니다. ' * 70}</p>"
SHORT = '<h2 id="a">하나</h2><p>글</p><h3 id="b">둘 <b>셋</b></h3><h4 id="c">넷</h4><h2 id="d">다섯</h2>'
LONG = "".join(f'<h2 id="s{n}">{n}</h2>{PARAGRAPH}' for n in range(5))
TABLE = [Entry("하나", "a", (Entry("둘 셋", "b"),)), Entry("다섯", "d")]


@pytest.mark.parametrize("said", [True, "true", "Yes"])
def test_who_asks_has_one(said: object) -> None:
    assert contents(post(text=SHORT, front_matter={"toc": said})) == TABLE
    assert contents(post(text=SHORT, metadata={"toc": said})) == TABLE


@pytest.mark.parametrize("said", [False, "false", "no"])
def test_who_forbids_it_has_none(said: object) -> None:
    assert contents(post(text=LONG, front_matter={"toc": said})) == []


def test_a_long_article_has_one_of_its_own_accord() -> None:
    assert [entry.anchor for entry in contents(post(text=LONG))] == ["s0", "s1", "s2", "s3", "s4"]
    assert contents(post(text=SHORT)) == []
    assert contents(post(text=PARAGRAPH * 9)) == []


def test_memoirs_pages_and_texts_with_a_table_have_none_unless_asked() -> None:
    assert contents(post(text=LONG, memoir=year())) == []
    assert contents(post(text=LONG, default_template="page")) == []
    assert contents(post(text=f'<ul id="markdown-toc"></ul>{LONG}', front_matter={"toc": True})) == []
    assert contents(post(text=LONG, memoir=year(), front_matter={"toc": True}))


@pytest.mark.parametrize(
    "text", [SHORT.replace(" <b>셋</b>", ""), LONG, '<h2 id="a"> e\u0301\n 둘 </h2><h3 id="b"> </h3>']
)
def test_plain_headings_are_read_as_the_outline_reads_them(text: str) -> None:
    found = contents(post(text=text, front_matter={"toc": True}))
    told = [(each.title, each.anchor) for entry in found for each in (entry, *entry.below)]
    assert told == [(each.text, each.anchor) for each in read_outline(text).headings if each.level in (2, 3)]


def test_what_cannot_be_gone_to_is_left_out() -> None:
    html = '<h3 id="x">zuerst</h3><h2>ohne</h2><h2 id="y">mit</h2><h3>ohne</h3>'
    assert contents(post(text=html, front_matter={"toc": True})) == [Entry("mit", "y")]
    assert contents(post(text="<p>nichts</p>", front_matter={"toc": True})) == []


@pytest.mark.parametrize(
    "around",
    [
        "<!-- {} --><h2 id='a'>하나</h2>",
        "<nav>{}</nav><h2 id='a'>하나</h2>",
        "<h2 id='a'>하나</h2><aside>{}</aside>",
        "<svg>{}</svg><h2 id='a'>하나</h2>",
    ],
)
def test_what_only_looks_like_a_heading_of_the_text_is_left_out(around: str) -> None:
    text = around.format("<h2 id='b'>둘</h2>")
    outline = [heading for heading in read_outline(text).headings if heading.level == 2]
    found = contents(post(text=text, front_matter={"toc": True}))
    assert [(entry.title, entry.anchor) for entry in found] == [(each.text, each.anchor) for each in outline]


def test_a_table_costs_no_more_than_its_headings(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[int] = []
    monkeypatch.setattr(
        "pelican_memoir.theming.contents.read_outline",
        lambda html: read.append(len(html)) or read_outline(html),
    )
    text = LONG.replace("</h2>", " <b>?</b></h2>")
    contents(post(text=text))
    contents(post(text=text.replace(PARAGRAPH, PARAGRAPH * 9)))
    assert read[0] == read[1] < len(PARAGRAPH)
