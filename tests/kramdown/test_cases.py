"""Golden pairs: what kramdown made of each case is what we make of it, except where a deviation says why not."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path

import markdown
import pytest
from oracle import comparable

from pelican_memoir.kramdown import KramdownExtension

HERE = Path(__file__).parent
CASES = sorted((HERE / "cases").rglob("*.md"))
DEVIATIONS = tomllib.loads((HERE / "deviations.toml").read_text(encoding="utf-8"))["cases"]


def _name(path: Path) -> str:
    return str(path.relative_to(HERE / "cases").with_suffix("")).replace("\\", "/")


def _render(path: Path) -> str:
    options = path.with_suffix(".options.json")
    settings = json.loads(options.read_text(encoding="utf-8")) if options.exists() else {}
    extension = KramdownExtension(**settings)
    return markdown.markdown(path.read_bytes().decode("utf-8"), extensions=[extension])


@pytest.mark.parametrize("path", CASES, ids=_name)
def test_a_case_renders_as_in_kramdown(path: Path) -> None:
    expected = comparable(path.with_suffix(".html").read_text(encoding="utf-8"))
    if _name(path) in DEVIATIONS:
        assert comparable(_render(path)) != expected, "no deviation any more: take it off the list"
    else:
        assert comparable(_render(path)) == expected


def test_every_deviation_has_a_case_and_a_reason() -> None:
    assert set(DEVIATIONS) <= {_name(path) for path in CASES}
    assert all(len(reason) > 20 for reason in DEVIATIONS.values())
