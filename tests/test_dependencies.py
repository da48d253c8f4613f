"""What the package asks for is what its documentation names, each in a range with both ends."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def names(requirements: list[str]) -> set[str]:
    """Return the names of what is required."""
    return {re.split(r"[<>=;\s]", requirement, maxsplit=1)[0] for requirement in requirements}


def test_each_dependency_is_documented() -> None:
    text = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    extras = PROJECT["optional-dependencies"]
    wanted = names([*PROJECT["dependencies"], *extras["safe"], *extras["share"]])
    assert set(re.findall(r"^\| `([a-z0-9-]+)` \|", text, re.M)) == wanted


def test_each_dependency_has_two_ends() -> None:
    assert [found for found in PROJECT["dependencies"] if not re.search(r">=[\d.]+,<[\d.]+$", found)] == []
