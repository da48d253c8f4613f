"""Real posts, known small inputs and kramdown's own cases: all of them as Jekyll renders them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from oracle import Kramdown, comparable

from pelican_memoir.kramdown.convert import convert


def _different(pairs: Iterator[tuple[str, str, str]]) -> tuple[int, list[str]]:
    """How many pairs there are, and the names of those that render otherwise."""
    count, wrong = 0, []
    for name, text, expected in pairs:
        count += 1
        if comparable(convert(text)[0]) != comparable(expected):
            wrong.append(name)
    return count, wrong


def _lines(path: Path, name: str, text: str) -> Iterator[tuple[str, str, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        entry = json.loads(line)
        yield f"{number} {entry[name]}", entry[text], entry["html"]


@pytest.mark.parametrize(("blog", "posts"), [("jerife", 40), ("pebpung", 35)])
def test_every_post_of_a_blog(corpus: Path, blog: str, posts: int) -> None:
    count, wrong = _different(_lines(corpus / "blogs" / f"{blog}.jekyll.jsonl", "path", "body"))
    assert count == posts
    assert wrong == []


def test_the_three_seeds(corpus: Path) -> None:
    count, wrong = _different(_lines(corpus / "seeds.jekyll.jsonl", "path", "body"))
    assert count == 3
    assert wrong == []


def test_small_inputs(corpus: Path) -> None:
    count, wrong = _different(_lines(corpus / "dialect" / "minimal.jsonl", "group", "text"))
    assert count > 280
    assert wrong == []


def test_the_cases_of_kramdown_itself(corpus: Path, kramdown: Kramdown) -> None:
    def pairs() -> Iterator[tuple[str, str, str]]:
        for path in sorted((corpus / "kramdown").rglob("*.text")):
            text = path.read_text(encoding="utf-8")
            yield path.name, text, kramdown.html(text)

    count, wrong = _different(pairs())
    assert count > 100
    assert wrong == []


def test_the_memoirs_of_other_authors(corpus: Path, kramdown: Kramdown) -> None:
    def pairs() -> Iterator[tuple[str, str, str]]:
        for path in sorted((corpus / "memoirs" / "posts").rglob("*.md")):
            text = path.read_text(encoding="utf-8-sig")
            yield path.name, text, kramdown.html(text)

    count, wrong = _different(pairs())
    assert count > 30
    assert wrong == []
