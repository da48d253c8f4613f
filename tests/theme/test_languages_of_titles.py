"""A title in another language than the page's says so: screen readers speak it so, and browsers break its lines so."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
from site_build import build
from stand_ins import page_of, post

from pelican_memoir.theming import theme_path

YEAR = "Notes.\n\n## Q1\n### 1) A run\n\n## Q2\n### 1) A book\n"
YEARS = {2021: "My 2021 in review", 2022: "My 2022 in review"}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    files = {f"{year}-12-31-y{year}.md": f"---\ntitle: {title}\n---\n{YEAR}" for year, title in YEARS.items()}
    files["pages/about.md"] = "---\ntitle: About\nlang: en\nslug: about\n---\nText.\n"
    return build(
        tmp_path_factory.mktemp("titles"),
        files,
        THEME=theme_path(),
        ARTICLE_EXCLUDES=["pages"],
        USE_FOLDER_AS_CATEGORY=False,
    ).output


def languages(page: str, title: str) -> list[str]:
    """The language that each element says of itself whose text ends with a title; "" for the page's own."""
    found = re.findall(rf"<(\w+)([^>]*)>(?:<(strong|small)>[^<]*</\3>\s*)?{re.escape(title)}</\1>", page)
    own = [
        re.search(r'\blang="([^"]*)"', attributes)
        for tag, attributes, _ in found
        if tag not in ("title", "h1")
    ]
    return [match.group(1) if match else "" for match in own]


def test_neighbours_and_series_of_a_post_say_theirs(render: Callable[..., str]) -> None:
    older, newer, same = post("Older post", lang="en"), post("新しい", lang="ja"), post("같은 말")
    article = post("이 글", memoir_older=older, memoir_newer=newer)
    article.memoir_series = SimpleNamespace(name="바다", posts=(older, article, same))
    page = render("article.html", **page_of([]), article=article)
    assert languages(page, "Older post") == ["en", "en"]
    assert languages(page, "新しい") == ["ja"]
    assert languages(page, "같은 말") == [""]


def test_pages_in_the_navigation_say_theirs(output: Path) -> None:
    assert languages((output / "archives.html").read_text(encoding="utf-8"), "About") == ["en"]


@pytest.mark.parametrize(("authors", "named"), [(("가람", "나래"), True), (("가람", "가람"), False)])
def test_the_home_page_says_whose_years_they_are_where_several_write(
    tmp_path: Path, authors: tuple[str, str], named: bool
) -> None:
    files = {
        f"{year}-12-31-y{year}.md": f"---\ntitle: {title}\nauthor: {author}\n---\n{YEAR}"
        for (year, title), author in zip(YEARS.items(), authors, strict=True)
    }
    home = build(tmp_path, files, THEME=theme_path()).page("index.html")
    latest, cards = home[: home.index('class="home-years"')], home[home.index('class="home-years"') :]
    assert (f" · {authors[1]}</p>" in latest) is named
    assert (f"<small>{authors[0]}</small>" in cards) is named


def test_years_of_a_memoir_whose_text_is_in_another_language_say_so(output: Path) -> None:
    home = (output / "index.html").read_text(encoding="utf-8")
    latest = re.search(r'<section class="home-latest"[^>]*>', home)
    assert latest is not None
    assert 'lang="en"' in latest.group()
    cards = home[home.index('class="home-years"') : home.index('id="posts"')]
    assert languages(cards, YEARS[2021]) == ["en"]
    timeline = (output / "timeline.html").read_text(encoding="utf-8")
    assert timeline.count('<article class="memoir-timeline-memoir" lang="en">') == 2
