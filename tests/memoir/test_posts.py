"""Whole posts in the manners of many authors; under `truth` in its front matter each has what a reader finds in it."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

_POSTS = sorted(Path(__file__).with_name("posts").glob("*.md"))


@pytest.mark.parametrize("path", _POSTS, ids=lambda path: path.stem[11:])
def test_a_post_is_read_as_by_a_reader(path: Path) -> None:
    truth = _truth(path)
    report = _reports()[path.name]
    assert report["memoir"] is truth.get("memoir", True)
    if not report["memoir"]:
        return
    part = report["post_period"]
    assert (report["year"], part and f"{part['kind']} {part['number']}") == (truth["year"], truth.get("part"))
    assert [_told(period) for period in report["periods"]] == truth.get("periods", [])
    if "goals" in truth:
        assert [goals["heading"] for goals in report["goals"]] == truth["goals"]


def test_there_are_posts_of_each_language_and_ordinary_ones_among_them() -> None:
    languages = {_reports()[path.name]["language"] for path in _POSTS}
    assert languages >= {"ko", "en", "ja", "zh"}
    assert any(_truth(path).get("memoir") is False for path in _POSTS)


def _truth(path: Path) -> dict[str, Any]:
    front_matter = path.read_text(encoding="utf-8").split("---\n")[1]
    truth: dict[str, Any] = yaml.safe_load(front_matter)["truth"]
    return truth


def _told(period: dict[str, Any]) -> dict[str, Any]:
    return {
        "period": f"{period['kind']} {period['number']}",
        "heading": period["heading"],
        "achievements": [achievement["text"] for achievement in period["achievements"]],
    }


@cache
def _reports() -> dict[str, dict[str, Any]]:
    command = [sys.executable, "-m", "pelican_memoir", "inspect", "--json", *map(str, _POSTS)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert run.stderr == ""
    return {Path(report["file"]).name: report for report in json.loads(run.stdout)}
