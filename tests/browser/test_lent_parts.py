"""What is lent to other themes, in a browser: it stands beside what they float, and is no wider than the screen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from serving import serve
from site_build import build
from visiting import visit

YEAR = """---
title: 2022년 회고
tags: [회고, 수영, 독서, 여행]
memoir:
  tiles: {수상: 2, 완독: 24권, 여행: 3, 글: 4, 강의: 5}
---
한 해.

## 1분기
### 1) 대회 은메달
![넓은 그림](/wide.png){: width="2000" height="500"}

## 2분기
### 1) 이직
"""
FILES = {"2022-12-31-year.md": YEAR, "2022-04-01-q1.md": "---\ntitle: 2022년 1분기 회고\n---\n석 달.\n"}
ARTICLE = """{% extends "!theme/article.html" %}
{% block content %}{% set page = super() %}{% include "partials/memoir_around.html" %}{% endblock %}
"""
TIMELINE = """{% extends "base.html" %}
{% block content %}{% include "partials/memoir_all_years.html" %}{% endblock %}
"""
COVERED = """tiles => {
    const info = document.querySelector(".post-info")?.getBoundingClientRect();
    return info ? tiles.filter(tile => {
        const box = tile.getBoundingClientRect();
        return box.right > info.left && box.left < info.right && box.bottom > info.top && box.top < info.bottom;
    }).length : 0;
}"""


@pytest.mark.parametrize("theme", ["simple", "notmyidea"])
def test_a_year_fits_into_pelicans_own_themes(browser: Any, tmp_path: Path, theme: str) -> None:
    templates = tmp_path / "templates"
    templates.mkdir()
    (templates / "article.html").write_text(ARTICLE, "utf-8")
    (templates / "timeline.html").write_text(TIMELINE, "utf-8")
    done = build(tmp_path, FILES, THEME=theme, THEME_TEMPLATES_OVERRIDES=[str(templates)])
    with serve(done.output) as address:
        for width in (390, 1100):
            with visit(browser, address, "/year.html", width=width) as seen:
                assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
                assert seen.page.locator(".memoir-period img").evaluate("img => img.clientWidth < innerWidth")
                assert seen.page.locator(".memoir-tiles div").count() == 5
                assert seen.page.locator(".memoir-tiles div").evaluate_all(COVERED) == 0
        with visit(browser, address, "/timeline.html", width=390) as seen:
            assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
            part = seen.page.locator(".memoir-timeline-parts li")
            assert part.evaluate("item => getComputedStyle(item).listStyleType") == "none"
