"""The configuration of a blog and its defaults, as Jekyll reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pelican_memoir.jekyll import site_config
from pelican_memoir.jekyll.site_config import Scope, defaults_for


def _scopes(*entries: tuple[str, str | None, dict[str, Any]]) -> tuple[Scope, ...]:
    return tuple(Scope(*entry) for entry in entries)


@pytest.mark.parametrize(
    ("scopes", "path", "kind", "expected"),
    [
        (_scopes(("", None, {"a": 1})), "_posts/x.md", "posts", {"a": 1}),
        (_scopes(("", "posts", {"a": 1})), "about.md", "pages", {}),
        (_scopes(("_posts/2022", None, {"a": 1})), "_posts/2022-01-01-x.md", "posts", {"a": 1}),
        (_scopes(("", None, {"a": 1}), ("_posts", None, {"a": 2})), "_posts/x.md", "posts", {"a": 2}),
        (
            _scopes(("_posts", None, {"a": 2}), ("", None, {"a": 1, "b": 1})),
            "_posts/x.md",
            "posts",
            {"a": 2, "b": 1},
        ),
        (_scopes(("", None, {"a": 1}), ("", None, {"a": 2})), "x.md", "pages", {"a": 2}),
        (_scopes(("", "pages", {"a": 1}), ("", None, {"a": 2})), "x.md", "pages", {"a": 1}),
        (_scopes(("", None, {"a": 1}), ("", "pages", {"a": 2})), "x.md", "pages", {"a": 2}),
        (
            _scopes(("", None, {"m": {"x": 1}}), ("d", None, {"m": {"y": 2}})),
            "d/x.md",
            "pages",
            {"m": {"x": 1, "y": 2}},
        ),
        (_scopes(("*/_posts", None, {"a": 1})), "diary/_posts/x.md", "posts", {"a": 1}),
        (_scopes(("*/_posts", None, {"a": 1})), "a/b/_posts/x.md", "posts", {}),
        (_scopes(("**/_posts", None, {"a": 1})), "a/b/_posts/x.md", "posts", {"a": 1}),
        (_scopes(("_posts/*.md", None, {"a": 1})), "_posts/x.md", "posts", {"a": 1}),
    ],
)
def test_the_defaults_of_a_file(
    scopes: tuple[Scope, ...], path: str, kind: str, expected: dict[str, Any]
) -> None:
    assert defaults_for(scopes, path, kind) == expected


def test_a_configuration_is_read_with_rubys_types(tmp_path: Path) -> None:
    text = (
        "title: 회고\npaginate: 010\ndefaults:\n  - scope: {path: ''}\n    values: {layout: post}\n  - oops\n"
    )
    (tmp_path / "_config.yml").write_text(text, encoding="utf-8")
    config, problems = site_config.read(tmp_path)
    assert config.text("name", "title") == "회고"
    assert config.mapping["paginate"] == 8
    assert config.scopes == (Scope("", None, {"layout": "post"}),)
    assert [str(problem) for problem in problems] == [
        "_config.yml: defaults: entry 2 needs `scope` and `values`, each a mapping; it is left out [memoir.config]"
    ]


def test_broken_yaml_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "_config.yml").write_text("title: a\nurl: 'x\n", encoding="utf-8")
    config, problems = site_config.read(tmp_path)
    assert config.mapping == {}
    assert [problem.code for problem in problems] == ["memoir.config"]
    assert problems[0].location.file == "_config.yml"
    assert problems[0].location.line is not None


def test_a_blog_without_configuration_has_an_empty_one(tmp_path: Path) -> None:
    assert site_config.read(tmp_path) == (site_config.SiteConfig(), ())
