"""Tags and categories that Pelican lists as one, and what is said of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_build import build


def post(day: int, tags: str, category: str = "글") -> dict[str, str]:
    name = f"_posts/2022-01-{day:02}-post-{day}.md"
    return {name: f"---\ntitle: 글 {day}\ntags: [{tags}]\ncategory: {category}\n---\n본문\n"}


def said(tmp_path: Path, files: dict[str, str], **settings: object) -> list[str]:
    return [line for line in build(tmp_path, files, **settings).log if "share one" in line]


def test_tags_that_share_a_page_are_told(tmp_path: Path) -> None:
    (line,) = said(tmp_path, {**post(1, "C++, 회고"), **post(2, '"C#", 회고'), **post(3, "C++")})
    assert "'C#' and 'C++' share one tag page, tag/c.html" in line
    assert "_posts/2022-01-0" in line
    assert "TAG_REGEX_SUBSTITUTIONS" in line


def test_categories_that_share_a_page_are_told(tmp_path: Path) -> None:
    (line,) = said(tmp_path, {**post(1, "a", "C++"), **post(2, "a", "C")})
    assert "'C' and 'C++' share one category page, category/c.html" in line


@pytest.mark.parametrize("tags", [("Python", "python"), ("machine learning", "machine-learning")])
def test_spellings_of_one_word_share_theirs(tmp_path: Path, tags: tuple[str, str]) -> None:
    assert said(tmp_path, {**post(1, tags[0]), **post(2, tags[1])}) == []


def test_words_of_two_languages_may_share_theirs(tmp_path: Path) -> None:
    japanese = {name: text.replace("---\n", "---\nlang: ja\n", 1) for name, text in post(1, "日記").items()}
    assert said(tmp_path, {**japanese, **post(2, "日记")}) == []


def test_tags_with_pages_of_their_own_are_as_they_should_be(tmp_path: Path) -> None:
    apart = [(r"\AC\+\+\Z", "c-plus-plus"), (r"[^\w\s-]", ""), (r"[-\s]+", "-")]
    files = {**post(1, "C++"), **post(2, "C")}
    assert said(tmp_path, files, TAG_REGEX_SUBSTITUTIONS=apart) == []
