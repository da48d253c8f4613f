"""The search in a real browser, under the policy that its page is sent with: found, shown, announced, linked to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from survey import SCHEMES

from pelican_memoir.theming import theme_path

PAGE = "/search.html"
SCRIPTS = sorted(Path(theme_path(), "static", "js").glob("search*.js"))
Opened = Callable[..., Any]


def ask(page: Any, query: str) -> list[str]:
    """Type a query and return the titles that are listed."""
    page.fill("#q", "")
    expect(page.locator("#said")).to_be_empty()
    page.fill("#q", query)
    expect(page.locator("#said")).not_to_be_empty()
    return [title.inner_text() for title in page.locator("#found a").all()]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("이터", "2023년 한 해를 돌아보는 회고록"),
        ("동메달", "2022년 한 해를 돌아보는 회고록"),
        ("ㅎㄱㄹ", "2022년 한 해를 돌아보는 회고록"),
        ("  wave   동메달 ", "2022년 한 해를 돌아보는 회고록"),
        ("ＷＡＶＥ", "2022년 한 해를 돌아보는 회고록"),
    ],
)
def test_parts_of_words_are_found(opened: Opened, query: str, title: str) -> None:
    with opened(PAGE) as seen:
        assert title in ask(seen.page, query)
        assert seen.violations() == []
        assert seen.said == []


@pytest.mark.parametrize(
    ("page", "query"), [("/search-ja.html", "函館"), ("/search-zh.html", "岛"), ("/search-en.html", "arnis")]
)
def test_other_languages(opened: Opened, page: str, query: str) -> None:
    with opened(page) as seen:
        assert ask(seen.page, query)
        assert query in seen.page.locator("#found mark").all_inner_texts()


def test_titles_come_first_and_the_passage_is_marked(opened: Opened) -> None:
    with opened(PAGE) as seen:
        titles = ask(seen.page, "물때")
        has = ["물때" in title for title in titles]
        assert has == sorted(has, reverse=True)
        assert True in has
        assert False in has
        for entry in seen.page.locator("#found li").all():
            assert "물때" in entry.locator("mark").all_inner_texts()


@pytest.mark.parametrize(
    ("post", "terms", "shown"),
    [
        ({"text": "첫 문장. " + "가" * 99, "body": "첫 문장. " + "가" * 99 + " 회고"}, ["회고"], "첫 문장"),
        ({"text": "나나나 " * 30 + "바다", "body": "나나나 " * 30 + "바다"}, ["바다"], "…나나나 "),
        ({"text": "가" * 90 + "바다", "body": "가" * 90 + "바다"}, ["바다"], "…" + "가" * 40 + "바다"),
    ],
    ids=["tag", "word", "no spaces"],
)
def test_a_passage_begins_with_a_word(opened: Opened, post: Any, terms: list[str], shown: str) -> None:
    with opened(PAGE) as seen:
        script = "async ([post, terms]) => (await import('/theme/js/search-index.js')).passage(post, terms)"
        assert seen.page.evaluate(script, [post, terms]).startswith(shown)


def test_the_index_is_loaded_on_first_use_and_once(opened: Opened) -> None:
    with opened(PAGE) as seen:
        assert not [url for url in seen.requests if url.endswith(".json")]
        ask(seen.page, "회고")
        ask(seen.page, "데이터")
        assert len([url for url in seen.requests if url.endswith(".json")]) == 1


def test_what_is_found_is_announced(opened: Opened) -> None:
    with opened(PAGE) as seen:
        found = ask(seen.page, "동메달")
        said = seen.page.get_by_role("status")
        assert said.inner_text() == f"찾은 글: {len(found)}편"
        assert ask(seen.page, "없는낱말") == []
        assert said.inner_text() == "그런 글이 없습니다."


@pytest.mark.parametrize("query", ["a.b(", "[", "\\", "<b>", "*", "😀"])
def test_nothing_that_is_typed_breaks_it(opened: Opened, query: str) -> None:
    with opened(PAGE) as seen:
        ask(seen.page, query)
        assert seen.said == []
        assert seen.page.locator("#found b").count() == 0


def test_a_query_in_the_address(opened: Opened) -> None:
    with opened(f"{PAGE}?q={quote('동메달')}") as seen:
        seen.page.wait_for_selector("#found li")
        assert seen.page.input_value("#q") == "동메달"
        ask(seen.page, "회고 &")
        assert seen.page.url.endswith(f"?q={quote('회고 &')}")


def test_by_keyboard_to_a_post(opened: Opened) -> None:
    with opened(PAGE) as seen:
        seen.page.focus("#q")
        seen.page.keyboard.type("동메달")
        seen.page.wait_for_selector("#found li")
        seen.page.keyboard.press("Enter")
        for _ in range(2):
            seen.page.keyboard.press("Tab")
        assert seen.page.evaluate("document.activeElement.closest('#found') !== null")
        seen.page.keyboard.press("Enter")
        seen.page.wait_for_url("**/2022-12-31-2022-memoir/")


def test_an_index_that_cannot_be_loaded_is_told_and_asked_for_again(opened: Opened) -> None:
    with opened(PAGE) as seen:
        seen.page.route("**/search.json", lambda route: route.abort())
        assert ask(seen.page, "회고") == []
        assert seen.page.get_by_role("status").inner_text().startswith("색인을")
        seen.page.unroute("**/search.json")
        assert ask(seen.page, "동메달") != []


def test_without_scripts_the_form_leads_to_the_archive(opened: Opened) -> None:
    with opened(PAGE, scripts=False) as seen:
        assert seen.page.locator("noscript a").get_attribute("href") == "/archives.html"
        seen.page.fill("#q", "회고")
        seen.page.get_by_role("button", name="검색").click()
        seen.page.wait_for_url("**/archives.html?q=*")


@pytest.mark.parametrize("width", [390, 1280])
def test_the_page_itself(surveyed: Callable[[str, int], Any], width: int) -> None:
    found = surveyed(PAGE, width)
    assert found.failed == found.foreign == found.violations == found.said == found.small_targets == []
    assert {Path(url).name for url in found.scripts} == {script.name for script in SCRIPTS}
    assert not any(found.too_wide.values())


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.usefixtures("axe")
def test_axe_has_no_objection_to_the_search(surveyed: Callable[[str, int], Any], scheme: str) -> None:
    assert surveyed(PAGE, 390).axe[scheme] == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_scripts_are_small(script: Path) -> None:
    assert script.stat().st_size < 2048
