"""The Nu validator and html-validate find no error on any page of the sample site, authors' own markup included."""

from __future__ import annotations

from pathlib import Path

from checkers import html_validate, nu
from sample_build import Build


def test_nu_finds_no_error(sample_output: Build, npm_folder: Path) -> None:
    assert nu(npm_folder, sample_output.pages()) == []


def test_html_validate_finds_no_error(sample_output: Build, npm_folder: Path) -> None:
    assert html_validate(npm_folder, sample_output.pages()) == []


def test_both_see_what_is_there(npm_folder: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    text = '<!DOCTYPE html><html lang="ko"><title>a</title><a name="b">c</a><img src="a.png" width="80%">'
    page.write_text(text, encoding="utf-8")
    assert any("width" in error for error in nu(npm_folder, [page]))
    assert any('"name" is deprecated' in error for error in html_validate(npm_folder, [page]))
