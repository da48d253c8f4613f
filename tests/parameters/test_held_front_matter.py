"""Wrong values of a post's parameters are told with file, line and column, and cost nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from site_build import build

from pelican_memoir import theme_path
from pelican_memoir.parameters.front_matter import read
from pelican_memoir.parameters.wrong import WrongParameterError


@pytest.mark.parametrize(
    ("key", "value", "means"),
    [
        ("cover-img", "/a.png", (("/a.png", ""),)),
        ("cover-img", ["/a.png", {"/b.png": "B"}], (("/a.png", ""), ("/b.png", "B"))),
        ("cover-img", {"/b.png": None}, (("/b.png", ""),)),
        ("cover-img", None, ()),
        ("comments", "true", True),
        ("comments", "no", False),
        ("comments", None, None),
        ("gh-badge", "star", ("star",)),
        ("before-content", "a.html", ("a.html",)),
        ("ext-js", [{"href": "//x.example/a.js", "sri": "sha"}], (("//x.example/a.js", "sha"),)),
        ("share-title", 2022, "2022"),
    ],
)
def test_a_value_is_read_as_beautiful_jekyll_read_it(key: str, value: object, means: object) -> None:
    assert read(key, value) == means


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("comments", "maybe"),
        ("cover-img", 3),
        ("cover-img", "javascript:alert(1)"),
        ("gh-repo", "no-name"),
        ("gh-badge", ["shine"]),
        ("before-content", "../secret.html"),
        ("before-content", "a/../../b"),
        ("js", "https://x.example/a.js"),
        ("ext-js", "/a.js"),
        ("ext-css", "javascript:x"),
        ("share-title", {"a": 1}),
    ],
)
def test_all_else_is_refused(key: str, value: object) -> None:
    with pytest.raises(WrongParameterError):
        read(key, value)


def test_wrong_values_are_told_with_their_place(tmp_path: Path) -> None:
    post = "---\ntitle: a\ncomments: maybe\ngh-badge: [star, shine]\nafter-content: lost.html\n---\ntext\n"
    done = build(tmp_path, {"_posts/2022-01-01-a.md": post}, THEME=theme_path())
    told = [line.split("_posts/")[-1] for line in done.log]
    assert told == [
        "2022-01-01-a.md:3:11: comments: expected true or false, got 'maybe' [memoir.front-matter]",
        "2022-01-01-a.md:4:11: gh-badge: no badge 'shine'; there are star, watch, fork, follow [memoir.front-matter]",
        "2022-01-01-a.md:5:16: after-content: there is no lost.html: put it into _includes/ of the blog, or as a"
        " template into partials/ of a folder of THEME_TEMPLATES_OVERRIDES [memoir.front-matter]",
    ]
    assert "text" in done.page("a.html")
