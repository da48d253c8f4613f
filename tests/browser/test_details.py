"""Small things that a designer would see first: what stands where, on a telephone, in forced colours and on paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from serving import serve
from site_build import build
from visiting import visit

from pelican_memoir.theming import theme_path

Opened = Callable[..., Any]
YEAR = """---
title: {year}년 회고
series: 해마다
cover-img: [/a.png, /b.png]
---
한 해.

## 1분기
### 1) 대회 은메달 🥈
## 2분기
### 1) 이직
"""
FILES = {
    "2021-12-31-one.md": YEAR.format(year=2021),
    "2022-12-31-two.md": YEAR.format(year=2022),
    "2022-03-01-long.md": f"---\ntitle: {'긴 제목 ' * 9}\nseries: 해마다\n---\n글.\n",
    "2020-01-01-ja.md": "---\ntitle: 直す\nlang: ja\n---\n本文。\n",
    "2022-03-02-task.md": "---\ntitle: 할 일\n---\n- [x] 한 일\n- [ ] 할 일\n\n`코드` <kbd>K</kbd> <mark>표시</mark>\n",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder: Path = tmp_path_factory.mktemp("details")
    with serve(build(folder, FILES, THEME=theme_path()).output) as address:
        yield address


def box(page: Any, name: str) -> dict[str, float]:
    found: dict[str, float] = page.locator(name).first.bounding_box()
    return found


def style(page: Any, name: str, value: str) -> str:
    found: str = page.locator(name).first.evaluate("(box, value) => getComputedStyle(box)[value]", value)
    return found


def test_japanese_lines_of_a_few_words_break_between_phrases(browser: Any, site: str) -> None:
    with visit(browser, site, "/ja-ja.html") as seen:
        assert (
            style(seen.page, "h1", "wordBreak") == style(seen.page, ".byline", "wordBreak") == "auto-phrase"
        )
        assert style(seen.page, ".content p", "wordBreak") == "normal"


def test_a_task_has_a_box_in_the_place_of_its_bullet(browser: Any, site: str) -> None:
    with visit(browser, site, "/task.html") as seen:
        assert style(seen.page, ".task-list-item", "listStyleType") == "none"
        assert box(seen.page, ".task-list-item input")["x"] < box(seen.page, ".task-list-item")["x"]
        assert style(seen.page, "kbd", "borderTopWidth") == "1px"


def test_what_is_marked_can_be_read_in_forced_colours(browser: Any, site: str) -> None:
    with visit(browser, site, "/task.html") as seen:
        seen.page.emulate_media(forced_colors="active")
        assert "rgba" not in style(seen.page, "mark", "backgroundColor")


def test_a_year_alone_takes_the_whole_line_of_a_telephone(browser: Any, site: str) -> None:
    for page, name in (("/two.html", "prev"), ("/one.html", "next")):
        with visit(browser, site, page, width=390) as seen:
            alone = box(seen.page, f".memoir-years [rel={name}]")
            assert alone["width"] == box(seen.page, ".memoir-years")["width"]


def test_the_navigation_of_a_wide_page_ends_where_its_text_does(browser: Any, site: str) -> None:
    with visit(browser, site, "/two.html") as seen:
        ends = [box(seen.page, name) for name in (".memoir-navigation", ".memoir-achievements")]
        assert ends[0]["x"] == ends[1]["x"]
        assert ends[0]["width"] == ends[1]["width"]


def test_the_next_cover_can_be_seen_on_a_telephone_and_all_of_them_on_paper(browser: Any, site: str) -> None:
    with visit(browser, site, "/two.html", width=390) as seen:
        first = box(seen.page, ".cover-figure")
        assert first["x"] + first["width"] < 390 - 32
        seen.page.emulate_media(media="print")
        places = [figure.bounding_box() for figure in seen.page.locator(".cover-figure").all()]
        assert places[0]["y"] < places[1]["y"]


def test_a_name_of_one_syllable_can_be_touched(browser: Any, tmp_path: Path) -> None:
    done = build(tmp_path, FILES, THEME=theme_path(), MEMOIR_NAVBAR_LINKS={"밖": "https://example.org"})
    with serve(done.output) as address, visit(browser, address, "/two.html", width=390) as seen:
        assert seen.page.get_by_text("밖").bounding_box()["width"] >= 24


def test_long_titles_have_the_width_of_a_telephone(browser: Any, site: str) -> None:
    with visit(browser, site, "/categories.html", width=390) as seen:
        line = seen.page.locator(".dated li", has_text="긴 제목")
        assert line.locator("a").bounding_box()["width"] > 300


def test_posts_of_a_series_are_numbered(browser: Any, site: str) -> None:
    with visit(browser, site, "/long.html") as seen:
        assert style(seen.page, ".entry-series", "listStyleType") == "decimal"
        assert style(seen.page, ".entry-series [aria-current]", "fontWeight") == "700"


def test_a_post_of_another_language_has_its_letters_on_lists(browser: Any, site: str) -> None:
    with visit(browser, site, "/") as seen:
        assert "Hiragino Sans" in style(seen.page, '.post-item[lang="ja"] h3', "fontFamily")
        assert "Hiragino Sans" not in style(seen.page, "body", "fontFamily")
