"""Overviews list tags, categories and authors as their names are read, not by the slugs that Pelican made of them."""

from __future__ import annotations

import re
from pathlib import Path

from site_build import build

from pelican_memoir.theming import theme_path
from pelican_memoir.theming.order import by_name


def test_names_go_by_letters_and_numbers() -> None:
    names = ["태그10", "b", "태그2", "A", "가", "나", "C", "2022", "301", "\u1100\u1161\u11ab"]
    found = [name for name, _ in by_name([(name, []) for name in names])]
    assert found == ["301", "2022", "A", "b", "C", "가", "\u1100\u1161\u11ab", "나", "태그2", "태그10"]


def test_overviews_are_in_that_order(tmp_path: Path) -> None:
    names = ["회고", "기술", "블로그", "언어"]  # by their slugs: 블로그, 언어, 기술, 회고
    files = {
        f"2021-01-0{at}-{at}.md": f"---\ntitle: 글\ntags: {name}\ncategory: {name}\nauthor: {name}\n---\n글\n"
        for at, name in enumerate(names, 1)
    }
    site = build(tmp_path, files, THEME=theme_path())
    for page in ("tags", "categories", "authors"):
        headings = re.findall(r"<h2[^>]*><a[^>]*>([^<]*)", site.page(f"{page}.html"))
        assert headings == sorted(names), page


def test_a_number_of_any_length_is_read() -> None:
    long = "9" * 5000
    assert [name for name, _ in by_name([(long, []), ("0" * 5000 + "2", []), ("10", [])])] == [
        "0" * 5000 + "2",
        "10",
        long,
    ]
