"""Styles of formulas become classes, for a policy that stops style attributes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pelican_memoir.formulas import typeset
from pelican_memoir.theming.math_classes import classed

FORMULAS = Path(__file__).parent.parent.joinpath("formulas", "formulas.txt").read_text(encoding="utf-8")
STYLES = Path(__file__).parents[2].joinpath("theme", "static", "css", "math.css").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        (
            '<math><mtd style="text-align: right;justify-items: end;padding-right: 0;"></math>',
            '<math><mtd class="memoir-math-right memoir-math-close-right"></math>',
        ),
        ('<math><mrow style="color:#FF0000;"></math>', '<math><mrow mathcolor="#FF0000"></math>'),
        ('<math><mspace style="unknown: 1"/></math>', "<math><mspace/></math>"),
        ('<p style="width: 50%">', '<p style="width: 50%">'),
        ('<math></math><p style="width: 50%">', '<math></math><p style="width: 50%">'),
    ],
)
def test_styles_become_classes(html: str, shown: str) -> None:
    assert classed(html) == shown


def test_no_formula_keeps_a_style_and_every_class_has_its_rule() -> None:
    made = "".join(typeset(f"\\[{line.removeprefix('!')}\\]").html for line in FORMULAS.splitlines())
    assert made.count('style="') > 40
    shown = classed(made)
    assert ' style="' not in shown
    names = set(re.findall(r"memoir-math-[a-z-]+", shown))
    assert {name for name in names if f".{name} " not in STYLES and f".{name}," not in STYLES} == set()
    assert len(names) > 8
