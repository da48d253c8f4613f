"""The theme beside plugins for languages and series, as they come from PyPI: with each of them, and without."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from markup import Markup
from site_build import build, write

from pelican_memoir.theming import theme_path

YEAR = "---\ntitle: {title}\nlang: {lang}\nslug: year\n---\n{title}.\n\n## {first}\n### 1) A\n## {second}\n### 1) B\n"
LANGUAGES = {
    "2022-12-31-year.md": YEAR.format(title="2022년 회고", lang="ko", first="1분기", second="2분기"),
    "2022-12-31-year-en.md": YEAR.format(title="2022 in review", lang="en", first="Q1", second="Q2"),
    "2022-05-01-only.md": "---\ntitle: 한국어로만\nlang: ko\n---\n글입니다.\n",
}
SUBSITES = """
SITENAME = "해"
SITEURL = "https://example.org"
TIMEZONE = "Asia/Seoul"
DEFAULT_LANG = "ko"
PLUGINS = ["memoir", "i18n_subsites"]
THEME = "memoir"
PATH = "content"
I18N_SUBSITES = {"en": {"SITENAME": "Year"}}
"""


@pytest.fixture(scope="module")
def subsites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a subsite in English, built by a process of its own: the plugin keeps its state in the module."""
    folder = tmp_path_factory.mktemp("subsites")
    write(folder, LANGUAGES)
    (folder / "pelicanconf.py").write_text(SUBSITES, encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "--fatal", "warnings"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "output"


@pytest.mark.parametrize(
    ("page", "lang", "words"), [("year.html", "ko", "올해의 성과"), ("en/year.html", "en", "achievements")]
)
def test_each_subsite_speaks_its_language(subsites: Path, page: str, lang: str, words: str) -> None:
    found = Markup((subsites / page).read_text(encoding="utf-8"))
    assert found.problems == []
    assert found.all("html") == [{"lang": lang}]
    assert words in found.text
    alternates = {link["hreflang"]: link["href"] for link in found.all("link") if "hreflang" in link}
    assert alternates == {
        "ko": "https://example.org/year.html",
        "en": "https://example.org/en/year.html",
        "x-default": "https://example.org/year.html",
    }


def test_each_subsite_has_its_own_years_and_finds_the_style_sheet(subsites: Path) -> None:
    home = Markup((subsites / "en" / "index.html").read_text(encoding="utf-8"))
    assert "2022 in review" in home.text
    assert "한국어로만" not in home.text
    assert (subsites / "en" / "timeline.html").is_file()
    assert "한국어로만" not in (subsites / "en" / "search.json").read_text(encoding="utf-8")
    for link in home.all("link"):
        if link["rel"] == "stylesheet":
            file = link["href"].removeprefix("https://example.org/")
            assert (subsites / file).is_file(), link


def test_languages_do_without_subsites(tmp_path: Path) -> None:
    done = build(tmp_path, LANGUAGES, THEME=theme_path(), SITEURL="https://example.org")
    page = Markup(done.page("year-en.html"))
    assert [(link["hreflang"], link["href"]) for link in page.all("link") if "hreflang" in link] == [
        ("en", "https://example.org/year-en.html"),
        ("ko", "https://example.org/year.html"),
        ("x-default", "https://example.org/year.html"),
    ]
    alone = Markup(done.page("only.html"))
    assert not [link for link in alone.all("link") if "hreflang" in link]


SERIES = {
    "2022-01-01-one.md": "---\ntitle: One\nseries: Tides\n---\nText.\n",
    "2022-02-01-two.md": "---\ntitle: Two\nseries: Tides\n---\nText.\n",
    "three.md": "Title: Three\nDate: 2022-03-01\nSeries: Tides\nSeries_index: 1\n\nText.\n",
}


@pytest.mark.parametrize(
    "plugins", [["pelican_memoir"], ["pelican_memoir", "series"], ["series", "pelican_memoir"]], ids=str
)
def test_a_series_is_shown_with_and_without_its_plugin(tmp_path: Path, plugins: list[str]) -> None:
    done = build(tmp_path, SERIES, THEME=theme_path(), PLUGINS=plugins)
    page = Markup(done.page("two.html"))
    assert page.problems == []
    assert "연재: Tides" in page.text
    entries = page.text[page.text.index("연재: Tides") :].split()
    assert [entries.index(title) for title in ("Three", "One", "Two")] == [2, 3, 4]
    assert {"aria-current": "page"} in page.all("li")
