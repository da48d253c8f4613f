"""The repairs within a site: what is repaired, what is told, and how it is switched off."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from site_build import Build, build

from pelican_memoir import theme_path
from pelican_memoir.errors import SettingsError
from pelican_memoir.repair import NAMES

POST = """---
title: 2022년 회고
tags: [일기]
---
<div align="center"><b>2022년을 마무리하며</b></div>

## 1분기
#### 1) 캐글 도전
<div align="center">
    <img src="/assets/a.svg" width="80%"/>
</div>
<div align="center">
    <img src="/assets/b.png" alt="b"/>
</div>
> https://github.com/haram/tide-notes

동메달을 땄습니다.

{: .box-note}
**좋은 분기였습니다.**

<br/>

### 2분기
##### 1) 자격증 취득
<img src="/assets/a.svg" style="color: red"> 합격했습니다.

## 4분기
##### 1) 인턴 합격
![인턴](/assets/a.svg)

## 마치며
끝.
"""
FILES = {
    "_posts/2022-12-31-year.md": POST,
    "_drafts/draft.md": POST.replace("title: 2022년 회고", "title: 초안\nstatus: draft"),
    "_posts/plain.html": (
        '<html><head><title>t</title><meta name="date" content="2022-01-01"></head>'
        "<body><center>x</center></body></html>"
    ),
    "pages/about.md": "---\ntitle: 소개\n---\n#### 나\n",
    "assets/a.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 20"></svg>',
}
SETTINGS = {
    "ARTICLE_PATHS": ["_posts", "_drafts"],
    "FEED_ALL_ATOM": "all.xml",
    "SITEURL": "https://home.example",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(tmp_path_factory.mktemp("repaired"), FILES, **SETTINGS)


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(tmp_path_factory.mktemp("untouched"), FILES, MEMOIR_REPAIR=[], **SETTINGS)


def test_periods_are_siblings_and_their_items_below(site: Build) -> None:
    html = site.contents["2022-12-31-year.md"].content
    levels = re.findall(r"<h(\d)[^>]*>([^<]+)", html)
    assert levels == [
        ("2", "1분기"),
        ("3", "1) 캐글 도전"),
        ("2", "2분기"),
        ("3", "1) 자격증 취득"),
        ("2", "4분기"),
        ("3", "1) 인턴 합격"),
        ("2", "마치며"),
    ]


def test_pictures_links_and_notes_are_repaired(site: Build) -> None:
    html = site.contents["2022-12-31-year.md"].content
    assert html.count('<div class="memoir-gallery">') == 1
    assert 'class="w-80"' in html
    assert 'alt="캐글 도전"' in html
    assert html.count('width="30" height="20"') == 3
    assert '<div class="memoir-source">' in html
    assert '<aside role="note" aria-label="1분기 요약" class="box-note memoir-takeaway">' in html
    for gone in ("align=", "style=", "80%", "<p><br", "<blockquote"):
        assert gone not in html


def test_one_warning_a_post_names_the_lines(site: Build) -> None:
    said = sorted(line[line.index("2022-12-31-year") :] for line in site.log if "2022-12-31-year" in line)
    assert said == [
        "2022-12-31-year.md:10: 2 pictures have no alternative text, drafted from the headings above"
        " (lines 10, 26); taken out, as a strict policy stops it: style: color (line 26) [memoir.repair]"
    ]


def test_drafts_and_pages_are_repaired_and_other_files_are_not(site: Build) -> None:
    assert 'class="w-80"' in site.contents["draft.md"].content
    assert site.contents["about.md"].content.startswith("<h2 ")
    assert "<center>x</center>" in site.contents["plain.html"].content


def test_summary_and_feed_are_repaired(site: Build) -> None:
    assert 'class="text-center"' in site.contents["2022-12-31-year.md"].summary
    feed = ElementTree.parse(site.output / "all.xml")
    texts = [content.text or "" for content in feed.iter("{http://www.w3.org/2005/Atom}content")]
    assert any('src="https://home.example/assets/a.svg"' in text or "<figure" in text for text in texts)
    assert not any("align=" in text for text in texts)


def test_without_repairs_the_html_is_the_authors(untouched: Build) -> None:
    html = untouched.contents["2022-12-31-year.md"].content
    for kept in ('<div align="center">', 'width="80%"', "<p><br /></p>", "<h5 ", 'style="color: red"'):
        assert kept in html
    assert not any("memoir.repair" in line for line in untouched.log)


def test_memoir_is_the_same_with_and_without(site: Build, untouched: Build) -> None:
    repaired, original = (found.contents["2022-12-31-year.md"].memoir for found in (site, untouched))
    assert repaired == original
    assert [len(period.achievements) for period in repaired.periods] == [1, 1, 1]
    html = site.contents["2022-12-31-year.md"].content
    for period in repaired.periods:
        assert f'id="{period.anchor}"' in html
        assert all(f'id="{achievement.anchor}"' in html for achievement in period.achievements)


def test_a_failing_repair_leaves_the_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from pelican_memoir.repair.order import ORDER, Repair

    monkeypatch.setitem(ORDER, "alts", Repair(lambda page: 1 / 0, lambda page: True))
    done = build(tmp_path, {"2022-12-31-a.md": "---\ntitle: a\n---\n#### b\n"})
    assert "<h4" in done.contents["2022-12-31-a.md"].content
    assert any("the text was not repaired: ZeroDivisionError" in line for line in done.log)


def test_single_repairs_are_chosen_by_name(tmp_path: Path) -> None:
    done = build(
        tmp_path,
        {"2022-12-31-a.md": "---\ntitle: a\n---\n<center>b</center>\n\n#### c\n"},
        MEMOIR_REPAIR=["headings"],
    )
    html = done.contents["2022-12-31-a.md"].content
    assert "<center>" in html
    assert "<h2 " in html


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (["figure"], "no repair 'figure'; did you mean figures?"),
        ([["alts"]], "no repair ['alts']"),
        ("alts", "expected a list of names of repairs, got 'alts'"),
        (None, "expected a list of names of repairs, got None"),
    ],
)
def test_wrong_settings_are_refused(value: object, message: str) -> None:
    from pelican_memoir import settings

    with pytest.raises(SettingsError, match=re.escape(message)):
        settings.read({"MEMOIR_REPAIR": value})
    assert settings.read({}).repair == NAMES


LINKS = """---
title: 2022년 회고
---
부표 이야기는 [여기](https://code.example/keeper/buoys), [here](#2분기).

## 1분기
### 1) [링크](https://sea.example/first-prize) 첫 상

## 2분기
### 1) 쉼
"""


def test_where_a_link_leads_is_read_aloud_on_the_page_alone(tmp_path: Path) -> None:
    settings = {"SITEURL": "https://blog.example", "FEED_ALL_ATOM": "all.xml", "THEME": theme_path()}
    done = build(tmp_path, {"2022-12-31-year.md": LINKS}, **settings)
    page = done.page("year.html")
    for words, target in (
        ("여기", "code.example: buoys"),
        ("here", "2분기"),
        ("링크", "sea.example: first-prize"),
    ):
        assert re.search(rf">{words}<span class=\"visually-hidden\"> \({target}\)</span></a>", page), words
    for file in ("all.xml", "index.html", "search.json", "memoirs.json", "feeds/achievements.atom.xml"):
        told = done.page(file)
        assert "(code.example" not in told, file
        assert "(sea.example" not in told, file
    description = re.search(r'<meta name="description" content="([^"]*)', page)
    assert description is not None
    assert "buoys" not in description[1]


def test_links_are_left_alone_without_the_repair(tmp_path: Path) -> None:
    names = [name for name in NAMES if name != "purposes"]
    done = build(tmp_path, {"2022-12-31-year.md": LINKS}, THEME=theme_path(), MEMOIR_REPAIR=names)
    assert "data-memoir-to" not in done.page("year.html")
    assert "(code.example" not in done.page("year.html")
