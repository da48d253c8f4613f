"""The search within a site: which posts are in the index, which pages are written, and how it is switched off."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from site_build import Build, build

from pelican_memoir.jekyll import site_config
from pelican_memoir.migrate.conf import translate

POST = "---\ntitle: '{title}'\ntags: [회고, 태그]\nlang: {lang}\n{more}\n---\n첫 문단.\n\n데이터를 모았다 {title}\n"
HOSTILE = '</script><b>"x"'
FILES = {
    "2022-12-31-year.md": POST.format(title="올해", lang="ko", more=""),
    "2023-01-01-hostile.md": POST.format(title=HOSTILE, lang="ko", more=""),
    "2023-01-02-english.md": POST.format(title="A year", lang="en", more=""),
    "2023-01-03-draft.md": POST.format(title="초안", lang="ko", more="status: draft"),
    "2023-01-04-hidden.md": POST.format(title="숨김", lang="ko", more="status: hidden"),
    "2023-01-05-unpublished.md": POST.format(title="아직", lang="ko", more="published: false"),
}
SETTINGS: dict[str, Any] = {"THEME": "memoir"}


def index(done: Build, name: str = "search.json") -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(done.page(name))
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(tmp_path_factory.mktemp("search"), FILES, **SETTINGS)


def test_what_readers_can_find_is_in_the_index_the_newest_first(site: Build) -> None:
    assert [entry["url"] for entry in index(site)] == ["hostile.html", "year.html"]
    assert index(site)[1] == {
        "title": "올해",
        "url": "year.html",
        "date": "2022년 12월 31일",
        "tags": ["회고", "태그"],
        "text": "첫 문단. 데이터를 모았다 올해",
    }


def test_each_language_has_its_own(site: Build) -> None:
    assert [entry["title"] for entry in index(site, "search-en.json")] == ["A year"]
    assert '<html lang="en">' in site.page("search-en.html")
    assert 'data-index="search-en.json"' in site.page("search-en.html")


def test_pages_link_to_the_search_of_their_language_and_only_it_has_the_script(site: Build) -> None:
    assert 'href="/search.html"' in site.page("year.html")
    assert 'href="/search-en.html"' in site.page(site.contents["2023-01-02-english.md"].save_as)
    scripted = {
        path.name for path in site.output.rglob("*.html") if "search.js" in path.read_text(encoding="utf-8")
    }
    assert scripted == {"search.html", "search-en.html"}


def test_a_page_in_a_folder_finds_its_index_and_the_posts(tmp_path: Path) -> None:
    done = build(tmp_path, FILES, **SETTINGS, MEMOIR_SEARCH_SAVE_AS="찾기/index.html")
    assert 'data-index="index.json"' in done.page("찾기/index.html")
    assert [entry["url"] for entry in index(done, "찾기/index.json")] == ["../hostile.html", "../year.html"]
    assert done.context["memoir_search_pages"]["ko"] == "찾기/"


@pytest.mark.parametrize(
    ("settings", "files"),
    [
        ({"MEMOIR_SEARCH_SAVE_AS": ""}, set()),
        ({"MEMOIR_SEARCH_LANG_SAVE_AS": ""}, {"search.html", "search.json"}),
        ({"THEME": "simple"}, set()),
    ],
)
def test_switched_off(tmp_path: Path, settings: dict[str, Any], files: set[str]) -> None:
    done = build(tmp_path, FILES, **{**SETTINGS, **settings})
    assert {path.name for path in done.output.glob("search*")} == files
    if not files and "THEME" not in settings:
        assert "search" not in done.page("year.html")


def test_beautiful_jekylls_switch() -> None:
    config = site_config.parse("post_search: false\n", "_config.yml")[0]
    assert translate(config).settings["MEMOIR_SEARCH_SAVE_AS"] == ""
    config = site_config.parse("post_search: true\n", "_config.yml")[0]
    assert "MEMOIR_SEARCH_SAVE_AS" not in translate(config).settings
    assert "post_search" not in translate(config).unused
