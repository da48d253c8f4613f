"""Each repair by golden pairs, and the table of repairs against its documentation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from repair_pages import CASES, case_name, cases, page_of

from pelican_memoir.repair import NAMES, repair

DOCUMENTATION = Path(__file__).parent.parent.parent / "docs" / "repair.md"


@pytest.mark.parametrize("before", cases(), ids=case_name)
def test_repair_makes_what_is_expected(before: Path) -> None:
    expected = before.with_name(before.name.replace(".before.", ".after.")).read_text(encoding="utf-8")
    assert repair(page_of(before.read_text(encoding="utf-8")), [before.parent.name]).html == expected


@pytest.mark.parametrize("before", cases(), ids=case_name)
def test_no_repair_changes_nothing(before: Path) -> None:
    page = page_of(before.read_text(encoding="utf-8"))
    repaired = repair(page, [])
    assert (repaired.html, repaired.guesses) == (page.html, ())


def test_every_repair_has_a_case() -> None:
    assert {folder.name for folder in CASES.iterdir()} == set(NAMES)


def test_every_repair_is_documented_in_its_order() -> None:
    rows = re.findall(r"^\| `(\w+)` \|", DOCUMENTATION.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert tuple(rows) == NAMES


def test_repairs_run_in_the_order_of_the_table() -> None:
    page = page_of('<center><img src="a.png" width="50%"></center>')
    assert repair(page, NAMES[::-1]).html == repair(page, NAMES).html


def test_what_was_guessed_is_handed_back() -> None:
    page = page_of('<h2>A</h2><img src="a.png"><p style="color: red">b</p>')
    guesses = repair(page, NAMES).guesses
    assert [(guess.about, guess.needle) for guess in guesses] == [
        ("style: color", "color: red"),
        ("alt", "a.png"),
    ]
