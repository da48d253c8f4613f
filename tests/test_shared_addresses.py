"""Posts and pages of one address: the build goes on, the one that Jekyll wrote last has it, the others lie beside."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_build import build

POST = "---\ntitle: {0}\n{1}---\nText of {0}\n"


def post(title: str, front_matter: str = "") -> str:
    return POST.format(title, front_matter)


@pytest.mark.parametrize(
    ("permalink", "at", "beside"),
    [
        ("/posts/:title/", "posts/dup/index.html", "posts/dup-2022-05-05/index.html"),
        ("/posts/:title.html", "posts/dup.html", "posts/dup-2022-05-05.html"),
        ("/posts/:title", "posts/dup.html", "posts/dup-2022-05-05.html"),
    ],
)
def test_the_latest_post_keeps_the_address(tmp_path: Path, permalink: str, at: str, beside: str) -> None:
    files = {"_posts/2022-05-05-dup.md": post("One"), "_posts/2022-06-06-dup.md": post("Two")}
    done = build(tmp_path, files, MEMOIR_PERMALINK=permalink)
    assert "Text of Two" in done.page(at)
    assert "Text of One" in done.page(beside)
    assert done.contents["2022-06-06-dup.md"].url == permalink.replace(":title", "dup").lstrip("/")
    assert done.contents["2022-05-05-dup.md"].url == permalink.replace(":title", "dup-2022-05-05").lstrip("/")
    [told] = [line for line in done.log if "memoir.duplicate-url" in line]
    assert "_posts/2022-05-05-dup.md: its address is that of" in told
    assert "2022-06-06-dup.md too" in told
    assert "give one of them another permalink or slug" in told


def test_posts_go_before_pages_and_what_is_published_before_drafts(tmp_path: Path) -> None:
    at = "permalink: /한 곳/\n"
    files = {
        "_posts/2022-05-05-a.md": post("Post", at),
        "_posts/2022-05-06-b.md": post("Draft", at + "status: draft\n"),
        "_posts/2022-05-05-c.md": post("Same", at + "date: 2022-05-05 00:00:00\n"),
        "pages/x.md": post("Page", at),
        "pages/y.md": post("Other", at),
    }
    done = build(tmp_path, files, ARTICLE_PATHS=["_posts"], PAGE_PATHS=["pages"])
    texts = {
        "한 곳": "Same",
        "한 곳-2022-05-05": "Post",
        "한 곳-2022-05-06": "Draft",
        "한 곳-2": "Page",
        "한 곳-3": "Other",
    }
    for name, text in texts.items():
        assert f"Text of {text}" in done.page(f"{name}/index.html")
    assert done.contents["2022-05-05-a.md"].url == "%ED%95%9C%20%EA%B3%B3-2022-05-05/"


def test_a_permalink_may_be_the_place_of_a_post_without_one(tmp_path: Path) -> None:
    files = {
        "_posts/2022-05-05-a.md": post("One"),
        "_posts/2022-05-04-b.md": post("Two", "permalink: /a.html\n"),
    }
    done = build(tmp_path, files)
    assert "Text of One" in done.page("a.html")
    assert "Text of Two" in done.page("a-2022-05-04.html")
