"""Scopes with stars: what they match, and that many stars take no longer."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from work import growth

from pelican_memoir.jekyll.path_pattern import begins


@pytest.mark.parametrize(
    ("pattern", "path", "matches"),
    [
        ("_posts/*", "_posts/a.md", True),
        ("_posts/*", "_posts/deep/a.md", True),
        ("*/a.md", "_posts/deep/a.md", False),
        ("**/a.md", "_posts/deep/a.md", True),
        ("**/a.md", "a.md", True),
        ("_posts/**", "_posts/deep/a.md", True),
        ("_posts/2022-*.md", "_posts/2022-01-01-a.md", True),
        ("_posts/2022-*.md", "_posts/2021-01-01-a.md", False),
        ("a*b", "a*b", True),
        ("a.c*", "abc", False),
    ],
)
def test_stars(pattern: str, path: str, matches: bool) -> None:
    assert begins(pattern, path) is matches


def expression(pattern: str) -> str:
    """The same as a regular expression, which takes long where there are many stars."""
    known = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*"}
    parts = re.split(r"(\*\*/|\*\*|\*)", pattern)
    return "".join(known.get(part, re.escape(part)) for part in parts) + r"(?:/|\Z)"


PIECES = st.lists(st.sampled_from(["a", "b", "/", "*", "**/", "a**"]), max_size=6).map("".join)


@given(PIECES.filter(lambda pattern: "***" not in pattern), st.text("ab/", max_size=8))
def test_all_as_an_expression_would(pattern: str, path: str) -> None:
    assert begins(pattern, path) == (re.match(expression(pattern), path) is not None)


def test_many_stars_take_no_longer() -> None:
    assert growth(lambda count: begins("*a" * 12 + "b", "a" * count), 100) < 2.2
    assert not begins("*" * 200 + "s:*aavel/**", "travel/_posts/2022-12-31-year.md")
