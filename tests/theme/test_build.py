"""A whole site, built by Pelican with the plugin and the theme: every page type, strictly rendered and balanced."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
import pytest
from markup import Markup
from site_build import build

from pelican_memoir.theming import theme_path

MEMOIR = """---
title: "{year}년 회고 <b>\\"& 정리\\"</b>"
tags: [회고, "한 해"]
subtitle: 'a & b < c'
---
한 해를 돌아봅니다.

## 1분기 [1월~3월]
### 1) 첫 번째 일
글을 썼습니다.

### 2) 두 번째 일

## 2분기 [4월~6월]
### 1) 세 번째 일
**잘 지냈습니다.**
{{: .box-note}}

## {next}년 목표
- 책 열두 권
"""

FILES = {
    "2021-12-31-memoir-2021.md": MEMOIR.format(year=2021, next=2022),
    "2022-12-31-memoir-2022.md": MEMOIR.format(year=2022, next=2023),
    "2022-02-03-february.md": "---\ntitle: 2월의 글\ncategory: 공부\n---\n글입니다.\n",
    "2022-02-04-english.md": "---\ntitle: In February\nlang: en\nslug: february\n---\nText.\n",
    "2022-05-06-draft.md": "---\ntitle: 쓰는 중\nstatus: draft\n---\n아직.\n",
    "2022-05-07-hidden.md": "---\ntitle: 숨긴 글\nstatus: hidden\n---\n비밀.\n",
    "_drafts/undated.md": "---\ntitle: 언젠가\nstatus: draft\n---\n아직.\n",
    "pages/about.md": "---\ntitle: 소개\n---\n사람입니다.\n",
}
SETTINGS: dict[str, Any] = {
    "SITENAME": "<물때> & 노트",
    "SITEURL": "https://example.org",
    "DEFAULT_PAGINATION": 2,
    "ARTICLE_EXCLUDES": ["pages"],
    "DIRECT_TEMPLATES": ["index", "tags", "categories", "authors", "archives", "404"],
    "YEAR_ARCHIVE_SAVE_AS": "{date:%Y}/index.html",
    "MONTH_ARCHIVE_SAVE_AS": "{date:%Y}/{date:%m}/index.html",
    "DAY_ARCHIVE_SAVE_AS": "{date:%Y}/{date:%m}/{date:%d}/index.html",
    "JINJA_ENVIRONMENT": {"undefined": jinja2.StrictUndefined, "trim_blocks": True, "lstrip_blocks": True},
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("site"), FILES, THEME=theme_path(), **SETTINGS).output


def read(output: Path, name: str) -> Markup:
    return Markup((output / name).read_text(encoding="utf-8"))


def test_every_page_type_is_written_and_balanced(output: Path) -> None:
    written = {path.relative_to(output).as_posix() for path in output.rglob("*.html")}
    expected = {"index.html", "index2.html", "tags.html", "categories.html", "authors.html", "archives.html"}
    expected |= {"404.html", "timeline.html", "drafts/draft.html", "pages/about.html", "february-en.html"}
    expected |= {"2022/index.html", "2022/12/index.html", "2022/12/31/index.html"}
    assert expected <= written
    assert {name: problems for name in written if (problems := read(output, name).problems)} == {}
    assert all([tag for tag, _ in read(output, name).elements].count("h1") == 1 for name in written)


def test_a_memoir_ties_the_years_together(output: Path) -> None:
    page = read(output, "memoir-2022.html")
    assert "분기 이동" in [nav["aria-label"] for nav in page.all("nav")]
    assert [link["href"] for link in page.all("a") if link.get("rel") == "prev"] == [
        "https://example.org/memoir-2021.html"
    ]
    assert "작년에 세운 목표" in page.text
    assert "책 열두 권" in page.text
    assert "2월의 글" in page.text
    assert '2022년 회고 "& 정리"' in page.text
    sections = [attributes for attributes in page.all("section") if "data-period" in attributes]
    assert [section["data-period"] for section in sections] == ["quarter-1", "quarter-2"]


def test_the_timeline_runs_from_the_newest_year(output: Path) -> None:
    page = read(output, "timeline.html")
    assert [identifier for identifier in page.ids() if identifier.startswith("y20")] == ["y2022", "y2021"]
    assert "reversed" in page.all("ol")[0]


def test_drafts_are_marked_and_kept_from_search(output: Path) -> None:
    draft = read(output, "drafts/draft.html")
    assert "초안" in draft.text
    assert {"name": "robots", "content": "noindex"} in draft.all("meta")
    assert {"name": "robots", "content": "noindex"} not in read(output, "index.html").all("meta")


def test_a_draft_without_a_date_shows_none(output: Path) -> None:
    draft = read(output, "drafts/undated.html")
    assert "9999" not in (output / "drafts" / "undated.html").read_text(encoding="utf-8")
    assert draft.all("time") == []
    assert len(read(output, "drafts/draft.html").all("time")) == 1


def test_a_page_that_tells_no_date_has_no_empty_line(output: Path) -> None:
    assert {"class": "byline"} in read(output, "february.html").all("p")
    assert {"class": "byline"} not in read(output, "pages/about.html").all("p")


def test_the_page_for_addresses_that_lead_nowhere_is_in_no_menu(tmp_path: Path) -> None:
    files = {
        "pages/404.md": "---\ntitle: 없는 곳\npermalink: /404.html\n---\n글\n",
        "pages/about.md": FILES["pages/about.md"],
    }
    written = build(tmp_path, files, THEME=theme_path(), ARTICLE_EXCLUDES=["pages"]).output
    about, lost = read(written, "pages/about.html"), read(written, "404.html")
    assert "소개" in about.text
    assert "없는 곳" not in about.text
    assert {"name": "robots", "content": "noindex"} in lost.all("meta")
    assert {"name": "robots", "content": "noindex"} not in about.all("meta")


def test_the_menu_leads_to_pages_in_the_language_that_is_read(tmp_path: Path) -> None:
    files = {
        "2022-02-04-english.md": "---\ntitle: In February\nlang: en\n---\nText.\n",
        "2022-02-05-korean.md": "---\ntitle: 이월\n---\n글.\n",
        "pages/about.md": "---\ntitle: 소개\nslug: about\n---\n글.\n",
        "pages/about-en.md": "---\ntitle: About\nslug: about\nlang: en\n---\nText.\n",
        "pages/now.md": "---\ntitle: 요즘\n---\n글.\n",
    }
    written = build(tmp_path, files, THEME=theme_path(), ARTICLE_EXCLUDES=["pages"]).output
    english, korean = read(written, "english-en.html"), read(written, "korean.html")
    assert ["About" in page.text for page in (english, korean)] == [True, False]
    assert ["소개" in page.text for page in (english, korean)] == [False, True]
    assert ["요즘" in page.text for page in (english, korean)] == [True, True]
    assert {"href": "/pages/about-en.html", "aria-current": "page"} in read(
        written, "pages/about-en.html"
    ).all("a")


def test_an_archive_of_a_period_says_it_once(output: Path) -> None:
    heading = {"id": "y2022"}
    assert {"class": "visually-hidden", **heading} in read(output, "2022/12/index.html").all("h2")
    assert heading in read(output, "archives.html").all("h2")


def test_the_archive_leads_to_those_of_years_where_there_are_any(tmp_path: Path) -> None:
    files = {f"{year}-02-05-{year}.md": "---\ntitle: 글\n---\n글.\n" for year in (2021, 2022)}

    def linked(where: str, page: str, **settings: str) -> list[str]:
        written = build(tmp_path / where, files, THEME=theme_path(), **settings).output
        assert not settings or (written / "posts" / "2022" / "index.html").is_file()
        return [link["href"] for link in read(written, page).all("a") if "/posts/" in link.get("href", "")]

    years = {"YEAR_ARCHIVE_SAVE_AS": "posts/{date:%Y}/index.html"}
    assert linked("a", "archives.html", **years) == ["/posts/2022/", "/posts/2021/"]
    years["YEAR_ARCHIVE_URL"] = "posts/{date:%Y}/"
    assert linked("b", "archives.html", **years) == ["/posts/2022/", "/posts/2021/"]
    assert linked("c", "posts/2022/index.html", **years) == []
    assert linked("d", "archives.html") == []


def test_the_title_of_a_list_is_no_longer_than_is_shown(tmp_path: Path) -> None:
    tags = ["a & b <c>", "a name that goes on and on as names of tags will where nobody thinks of the end"]
    post = f"---\ntitle: A\ntags: {tags}\n---\nx\n"
    written = build(tmp_path, {"2022-01-01-a.md": post}, THEME=theme_path(), SITENAME="Tides").output
    short, long = (page.read_text(encoding="utf-8") for page in sorted((written / "tag").glob("*.html")))
    assert "<title>태그: a &amp; b &lt;c&gt; – Tides</title>" in short
    assert "<title>태그: a name that goes on and on as names of tags will where nobody…</title>" in long


def test_translations_point_at_each_other(output: Path) -> None:
    alternates = [link for link in read(output, "february.html").all("link") if "hreflang" in link]
    assert [link["hreflang"] for link in alternates] == ["ko", "en", "x-default"]
    assert read(output, "february-en.html").all("html") == [{"lang": "en"}]


def test_an_owner_replaces_a_block_and_a_partial(tmp_path: Path) -> None:
    own = tmp_path / "templates"
    (own / "partials").mkdir(parents=True)
    home = '{% extends "!theme/index.html" %}{% block home_header %}<h1>Tides</h1>{% endblock %}'
    (own / "index.html").write_text(home, encoding="utf-8")
    (own / "partials" / "site_footer.html").write_text("<p>Mine</p>", encoding="utf-8")
    settings = {**SETTINGS, "THEME_TEMPLATES_OVERRIDES": [str(own)], "STYLESHEET_URL": "/own.css"}
    page = read(build(tmp_path, FILES, THEME=theme_path(), **settings).output, "index.html")
    assert "Tides" in page.text
    assert "Mine" in page.text
    assert "Pelican" not in page.text
    assert [link["href"] for link in page.all("link") if link["rel"] == "stylesheet"][-1] == "/own.css"
