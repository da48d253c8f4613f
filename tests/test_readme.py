"""The README says what the code says: settings, codes of problems, keys of the front matter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pelican_memoir.jekyll.fields import FIELDS
from pelican_memoir.settings.table import with_table

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
CODES = sorted(
    {
        code
        for module in (ROOT / "pelican_memoir").rglob("*.py")
        for code in re.findall(r'"(memoir\.[a-z-]+)"', module.read_text(encoding="utf-8"))
    }
)


def test_the_table_of_settings_is_that_of_the_code() -> None:
    assert with_table(README) == README, "make readme"


def test_every_code_of_a_problem_is_explained() -> None:
    pages = README + (ROOT / "docs" / "check.md").read_text(encoding="utf-8")
    assert sorted(set(re.findall(r"^\| `(memoir\.[a-z-]+)` \|", pages, flags=re.MULTILINE))) == CODES


@pytest.mark.parametrize("key", [field.key for field in FIELDS])
def test_every_key_of_the_front_matter_is_named(key: str) -> None:
    section = README.split("## Front matter")[1].split("## ")[0]
    assert re.search(rf"[`\s]{re.escape(key)}[`\s]", section)
