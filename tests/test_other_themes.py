"""The partials inside other themes, in whole builds with two lines each: Pelican's own, two from the community, and
stand-ins for Flex and Elegant.
"""

from __future__ import annotations

import re
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, TemplateNotFound
from lacking import lacking
from site_build import Build, build
from stand_in_themes import STAND_INS, stand_in

from pelican_memoir import theme_path
from pelican_memoir.embedding import PartialsLoader

YEAR = """---
title: {year}년 회고
---
한 해를 돌아봅니다.

## 1분기 [1월~3월]
### 1) 캐글 동메달
1,417팀 중 111등.

## 2분기 [4월~6월]
### 1) 발표

## {next}년 목표
- 책 열두 권
"""
FILES: dict[str, str | bytes] = {
    "2021-12-31-year-2021.md": YEAR.format(year=2021, next=2022),
    "2022-12-31-year-2022.md": YEAR.format(year=2022, next=2023),
    "2022-02-03-february.md": "---\ntitle: 2월의 글\n---\n글입니다.\n",
    "2022-12-31-review.md": "---\ntitle: 2022 in review\nlang: en\n---\n## Q1\n### Moved\n## Q2\n### Read\n",
}
BLOCKS = {
    "simple": "content",
    "notmyidea": "content",
    "reflex": "content",
    "themeless": "body",
} | dict.fromkeys(STAND_INS, "content")
"""Themes, and the block of their `article.html` that holds the post."""

ARTICLE = """{{% extends "!theme/article.html" %}}
{{% block {block} %}}{{% set page = super() %}}{{% include "partials/memoir_around.html" %}}{{% endblock %}}
"""
TIMELINE = """{{% extends "{base}" %}}
{{% block {block} %}}{{% include "partials/memoir_all_years.html" %}}{{% endblock %}}
"""

BASES = {"themeless": "include/base.html"}


def untranslated(text: str, **values: Any) -> str:
    return text % values if values else text


# Reflex, as Flex before it, wants an author, a licence and gettext's functions of every site.
SETTINGS: dict[str, Any] = {
    "SITEURL": "https://blog.example",
    "AUTHOR": "Kim",
    "CC_LICENSE": {},
    "JINJA_GLOBALS": {"gettext": untranslated, "ngettext": lambda one, many, n: one if n == 1 else many},
    "JINJA_ENVIRONMENT": {"extensions": ["jinja2.ext.i18n"], "trim_blocks": True, "lstrip_blocks": True},
}


@pytest.fixture(scope="module", params=BLOCKS)
def done(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Build:
    theme = request.param
    root = tmp_path_factory.mktemp(theme)
    if theme not in ("simple", "notmyidea", *STAND_INS) and find_spec("pelican.themes." + theme) is None:
        lacking(f"the theme {theme} is not installed: pip install --editable .[test]")
    templates = root / "templates"
    templates.mkdir()
    block = BLOCKS[theme]
    (templates / "article.html").write_text(ARTICLE.format(block=block), encoding="utf-8")
    base = TIMELINE.format(block=block, base=BASES.get(theme, "base.html"))
    (templates / "timeline.html").write_text(base, encoding="utf-8")
    place = stand_in(theme, root) if theme in STAND_INS else theme
    return build(root, FILES, THEME=place, THEME_TEMPLATES_OVERRIDES=[str(templates)], **SETTINGS)


def test_a_memoir_has_its_parts_before_and_after_the_text(done: Build) -> None:
    page = done.page("year-2022.html")
    text = page.index('data-period="quarter-1"')
    for before in ("memoir-tiles", "memoir-navigation", "memoir-achievements", "memoir-goals"):
        assert page.index(f'class="{before}"') < text, before
    for after in ("memoir-posts", "memoir-years"):
        assert page.index(f'class="{after}"') > text, after
    assert page.count('class="memoir-embed"') == 2
    assert "작년에 세운 목표" in page
    assert "2월의 글" in page[text:]
    assert 'href="https://blog.example/year-2021.html"' in page
    assert "<h1" not in page[page.index('class="memoir-embed"') : page.index('class="memoir-goals"')]
    # Right around the text, below the theme's own header.
    assert re.search(r"</section>\s*</div>\s*<p>한 해를 돌아봅니다", page)
    assert page.index("<h1") < page.index('class="memoir-embed"')


def test_every_place_that_the_parts_lead_to_is_there(done: Build) -> None:
    page = done.page("year-2022.html")
    targets = re.findall(r'href="#([^"]+)"', page[page.index('class="memoir-embed"') :])
    assert len(targets) >= 5
    assert {target for target in targets if f'id="{target}"' not in page} == set()
    ids = re.findall(r'\sid="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_the_style_sheet_is_where_the_page_says(done: Build) -> None:
    (address,) = re.findall(r'href="https://blog\.example/([^"]*memoir\.css)"', done.page("year-2022.html"))
    sheet = (done.output / address).read_text(encoding="utf-8")
    assert ".memoir-embed" in sheet


def test_an_ordinary_post_is_left_as_it_is(done: Build) -> None:
    page = done.page("february.html")
    assert "글입니다." in page
    assert "memoir-" not in page
    assert "memoir.css" not in page


def test_each_language_has_its_timeline(done: Build) -> None:
    page, english = done.page("timeline.html"), done.page("timeline-en.html")
    assert re.findall(r'id="y(\d+)"', page) == ["2022", "2021"]
    assert "캐글 동메달" in page
    assert 'href="https://blog.example/timeline-en.html"' in page
    assert "Years in review" in english
    assert "캐글 동메달" not in english
    assert 'href="https://blog.example/timeline.html"' in done.page("year-2022.html")


def test_nothing_of_the_theme_is_replaced(done: Build) -> None:
    assert done.log == []
    lent = {path.name for path in (done.output / "theme" / "memoir").iterdir()}
    assert lent == {"memoir.css"}
    assert not (done.output / "theme" / "css" / "memoir.css").exists()


def test_a_themes_own_partial_goes_before_ours(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    (theme / "templates" / "partials").mkdir(parents=True)
    (theme / "static").mkdir()
    for name, text in {
        "article.html": '{% include "partials/memoir_before.html" %}{{ article.content }}',
        "partials/memoir_tiles.html": "<p>own figures</p>",
        "partials/achievement.html": "no part of a memoir",
        "base.html": "{% block content %}{% endblock %}",
    }.items():
        (theme / "templates" / name).write_text(text, encoding="utf-8")
    page = build(tmp_path, FILES, THEME=str(theme)).page("year-2022.html")
    assert "<p>own figures</p>" in page
    assert "no part of a memoir" not in page
    assert 'class="memoir-navigation"' in page


@pytest.mark.parametrize("name", ["base.html", "list.html", "partials/site_header.html"])
def test_only_the_partials_of_memoirs_are_lent(name: str) -> None:
    environment = Environment(loader=PartialsLoader())
    with pytest.raises(TemplateNotFound):
        environment.get_template(name)
    assert environment.list_templates()
    assert all(found.startswith("partials/memoir_") for found in environment.list_templates())


def test_our_own_theme_gets_no_second_style_sheet(tmp_path: Path) -> None:
    done = build(tmp_path, FILES, THEME=theme_path())
    assert not (done.output / "theme" / "memoir").exists()
    assert "memoir-embed" not in done.page("year-2022.html")


def test_every_class_of_a_partial_has_its_rule() -> None:
    theme = Path(theme_path())
    sheet = (theme / "embed" / "memoir" / "memoir.css").read_text(encoding="utf-8")
    markup = "".join(
        path.read_text(encoding="utf-8") for path in (theme / "templates").rglob("partials/memoir_*.html")
    )
    classes = {name for names in re.findall(r'class="([\w -]+)"', markup) for name in names.split()}
    assert len(classes) > 15
    # Headings that a theme's own rules serve; the one year beside, to which the columns of the sheet fit themselves.
    assert {name for name in classes if f".{name}" not in sheet} == {"memoir-posts", "alone"}


OWN = (".memoir-embed", ".memoir-period", ".memoir-gallery", ".memoir-source")


def test_the_style_sheet_touches_nothing_of_the_theme() -> None:
    sheet = (Path(theme_path()) / "embed" / "memoir" / "memoir.css").read_text(encoding="utf-8")
    rules = re.sub(r"/\*.*?\*/|@media print", "", sheet, flags=re.S)
    selectors = [found.strip() for found in re.findall(r"(?:^|[{}])([^{};]+)\{", rules) if found.strip()]
    assert len(selectors) > 40
    assert [found for found in selectors if not found.startswith(OWN)] == []
