"""Real memoirs of many authors against what a reader finds in them, one test a post, with a readable difference."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

import pytest

_CORPUS = os.environ.get("MEMOIR_CORPUS")
_TRUTH = sorted(Path(_CORPUS, "memoirs", "truth").glob("*.json")) if _CORPUS else []


@pytest.mark.parametrize("path", _TRUTH or [None], ids=lambda path: path.stem if path else "corpus")
def test_a_memoir_is_read_as_by_a_reader(path: Path | None, corpus: Path) -> None:
    assert path is not None, f"no memoirs in {corpus}"
    truth = json.loads(path.read_text(encoding="utf-8"))
    seen = _inspected(corpus)[truth["file"]]
    assert _differences(truth, seen) == []


@pytest.mark.parametrize("blog", ["jerife", "pebpung"])
def test_the_other_posts_of_a_blog_are_no_memoirs(blog: str, corpus: Path) -> None:
    paths = sorted((corpus / "blogs" / blog).rglob("*.md"))
    taken = [report["file"] for report in _inspect(paths) if report["memoir"]]
    wanted = [path for path in paths if path.name.endswith("end.md") or path.name.endswith("-Retrospect.md")]
    assert sorted(map(Path, taken)) == sorted(wanted)


@cache
def _inspected(corpus: Path) -> dict[str, dict[str, Any]]:
    files = [json.loads(path.read_text(encoding="utf-8"))["file"] for path in _TRUTH]
    paths = [next(p for p in (corpus / "memoirs" / "posts" / f, corpus / f) if p.exists()) for f in files]
    return dict(zip(files, _inspect(paths), strict=True))


def _inspect(paths: list[Path]) -> list[dict[str, Any]]:
    command = [sys.executable, "-m", "pelican_memoir", "inspect", "--json", *map(str, paths)]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    reports: list[dict[str, Any]] = json.loads(run.stdout)
    return reports


def _differences(truth: dict[str, Any], seen: dict[str, Any]) -> list[str]:
    """What a reader would put right, a line each."""
    found = [f"year: expected {truth['year']}, got {seen['year']}"] if truth["year"] != seen["year"] else []
    found += _of_post_period(truth["post_period"], seen["post_period"])
    left = list(truth["periods"])
    for period in seen["periods"]:
        match = next((each for each in left if _is_same(each, period)), None)
        if match is None:
            found.append(f"no period: {period['kind']} {period['number']} {period['heading']!r}")
            continue
        left.remove(match)
        found += _of_achievements(match, period)
    found += [
        f"missed: {each['kind']} {each['number']} {each['heading']!r}"
        for each in left
        if not each.get("optional")
    ]
    goals = [_plain(each["heading"]) for each in seen["goals"]]
    wanted = [_plain(each["heading"]) for each in truth.get("goals_sections") or []]
    return found + [f"goals missed: {heading!r}" for heading in wanted if heading not in goals]


def _of_post_period(wanted: dict[str, Any] | None, got: dict[str, Any] | None) -> list[str]:
    pair = [(each["kind"], each["number"]) if each else None for each in (wanted, got)]
    return [] if pair[0] == pair[1] else [f"post_period: expected {pair[0]}, got {pair[1]}"]


def _is_same(wanted: dict[str, Any], period: dict[str, Any]) -> bool:
    kinds = [wanted["kind"], *(wanted.get("kind_accept") or [])]
    return (
        period["kind"] in kinds
        and period["number"] == wanted["number"]
        and _plain(period["heading"]) == _plain(wanted["heading"])
    )


def _of_achievements(wanted: dict[str, Any], period: dict[str, Any]) -> list[str]:
    accepted = [wanted["achievements"], *(wanted.get("achievements_accept") or [])]
    got = [_plain(each["text"]) for each in period["achievements"]]
    found = (
        []
        if got in [list(map(_plain, each)) for each in accepted]
        else [f"{period['heading']}: expected {wanted['achievements']}, got {got}"]
    )
    if wanted.get("summary") and _plain(wanted["summary"]) != _plain(period["summary"]):
        found.append(
            f"{period['heading']}: expected the takeaway {wanted['summary']!r}, got {period['summary']!r}"
        )
    return found


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).replace("\ufe0f", "").split())
