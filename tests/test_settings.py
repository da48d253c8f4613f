"""The settings: their checks, and how a site with wrong ones ends."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from site_build import build

from pelican_memoir import settings
from pelican_memoir.errors import SettingsError


@pytest.mark.parametrize(
    ("name", "value", "field", "read"),
    [
        ("MEMOIR_PATHS", ["_posts/", "./notes"], "paths", ("_posts", "notes")),
        ("MEMOIR_PATHS", "_posts", "paths", ("_posts",)),
        ("MEMOIR_DIALECT", "markdown", "dialect", "markdown"),
        ("MEMOIR_KRAMDOWN", {"hard_wrap": True, "coderay": {}}, "kramdown", {"hard_wrap": True}),
        ("MEMOIR_EXCERPT_SEPARATOR", "", "excerpt_separator", ""),
        ("MEMOIR_PERMALINK", "pretty", "permalink", "pretty"),
        ("MEMOIR_PERMALINK", None, "permalink", ""),
        ("MEMOIR_TIMELINE_SAVE_AS", "", "timeline_save_as", ""),
    ],
)
def test_reads(name: str, value: object, field: str, read: object) -> None:
    assert getattr(settings.read({name: value, "SITENAME": "x"}), field) == read


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("MEMOIR_PATH", [], "MEMOIR_PATH: no such setting; did you mean MEMOIR_PATHS?"),
        ("MEMOIR_DIALEKT", "x", "MEMOIR_DIALEKT: no such setting; did you mean MEMOIR_DIALECT?"),
        ("MEMOIR_XYZZY", 1, "MEMOIR_XYZZY: no such setting"),
        ("MEMOIR_PATHS", 3, "MEMOIR_PATHS: expected a list of paths, got 3"),
        ("MEMOIR_PATHS", [3], "MEMOIR_PATHS: expected a list of paths, got [3]"),
        ("MEMOIR_DIALECT", "gfm", 'MEMOIR_DIALECT: expected "kramdown" or "markdown", got \'gfm\''),
        ("MEMOIR_KRAMDOWN", [], "MEMOIR_KRAMDOWN: expected a dictionary of kramdown's options, got []"),
        (
            "MEMOIR_KRAMDOWN",
            {"hardwrap": 1},
            "MEMOIR_KRAMDOWN: no option 'hardwrap'; did you mean hard_wrap?",
        ),
        ("MEMOIR_KRAMDOWN", {"toc_levels": "9"}, "MEMOIR_KRAMDOWN: toc_levels: expected"),
        ("MEMOIR_EXCERPT_SEPARATOR", None, "MEMOIR_EXCERPT_SEPARATOR: expected a text, got None"),
        ("MEMOIR_PERMALINK", "/:yaer/", "MEMOIR_PERMALINK: unknown placeholder :yaer"),
        ("MEMOIR_PERMALINK", 1, "MEMOIR_PERMALINK: expected a text, got 1"),
        ("MEMOIR_METADATA", "series", "MEMOIR_METADATA: expected a list of front-matter keys, got 'series'"),
        ("MEMOIR_METADATA", ["content"], "MEMOIR_METADATA: Pelican needs the name 'content' for itself"),
    ],
)
def test_refuses(name: str, value: object, message: str) -> None:
    with pytest.raises(SettingsError) as caught:
        settings.read({name: value})
    (problem,) = caught.value.problems
    assert str(problem).startswith(f"settings: {message}")
    assert problem.code == "memoir.settings"


def test_defaults_pass_their_own_checks() -> None:
    defaults = settings.as_pelican(settings.Settings())
    assert set(defaults) == set(settings.FIELDS)
    assert settings.read(defaults) == settings.Settings()


def test_each_group_adds_its_own_fields() -> None:
    names = [entry.name for group in settings.Settings.__bases__ for entry in fields(group)]
    assert sorted(names) == sorted(entry.name for entry in fields(settings.Settings))
    assert len(names) == len(set(names))


def test_templates_see_every_setting(tmp_path: Path) -> None:
    done = build(tmp_path, {}, MEMOIR_TIMELINE_URL="years/")
    assert done.context["MEMOIR_TIMELINE_URL"] == "years/"
    assert done.context["MEMOIR_TIMELINE_SAVE_AS"] == "timeline.html"


WRONG: dict[str, Any] = {
    "MEMOIR_PATH": ["_posts"],
    "MEMOIR_DIALECT": "gfm",
    "MEMOIR_KRAMDOWN": {"hardwrap": True},
}


def test_a_wrong_site_raises_all_problems_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        build(tmp_path, {"a.md": "---\ntitle: a\n---\n"}, **WRONG)
    assert len(caught.value.problems) == 3
    assert not (tmp_path / "output").exists()


def test_a_wrong_site_ends_with_status_1(tmp_path: Path) -> None:
    lines = [
        f"{name} = {value!r}"
        for name, value in {"PLUGINS": ["pelican_memoir"], "PATH": "content", **WRONG}.items()
    ]
    (tmp_path / "pelicanconf.py").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "content").mkdir()
    run = subprocess.run(
        [sys.executable, "-m", "pelican"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    said = " ".join((run.stdout + run.stderr).split())
    assert run.returncode == 1
    assert "did you mean MEMOIR_PATHS?" in said
    assert "Traceback" not in said
    assert 'expected "kramdown" or "markdown"' in said
    assert "did you mean hard_wrap?" in said
    assert not (tmp_path / "output").exists()
