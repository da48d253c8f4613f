"""Formulas whose brackets stay open: the converter would take twice as long for each, so it is not given many."""

from __future__ import annotations

import pytest

from pelican_memoir.formulas.open_brackets import open_brackets
from pelican_memoir.formulas.typeset import typeset


@pytest.mark.parametrize(
    ("tex", "count"),
    [
        ("f(x) = [0, 1)", 0),
        ("((x)", 1),
        (")(", 1),
        (r"\{ \lbrace \langle \lfloor \lceil \lvert [ (", 8),
        (r"\langle x \rangle \lfloor x \rfloor \{x\}", 0),
        (r"\left( x \right. \left\{ y \right| \middle(", 0),
        (r"\bigl( x", 1),
        (r"a \\( b \\[ c", 2),
        (r"\lbracey \leq ( ", 1),
        (r"\lim \langlex", 0),
    ],
)
def test_what_is_open_at_the_end(tex: str, count: int) -> None:
    assert open_brackets(tex) == count


OPENING = ["(", "[", r"\{", r"\langle ", r"\lvert ", "([", r"\bigl(", "(a"]


@pytest.mark.parametrize("tex", [*(opening * 40 for opening in OPENING), ")" * 40 + "(" * 40])
def test_many_are_left_as_they_are(tex: str) -> None:
    html = rf"<p>\({tex}\)</p>"
    made = typeset(html)
    assert made.html == html
    assert len(made.unread) == 1


@pytest.mark.parametrize("tex", ["[0, 1) " * 40, "(" * 40 + "x" + ")" * 40, r"\left( x \right) " * 40])
def test_those_that_are_closed_are_set(tex: str) -> None:
    made = typeset(rf"<p>\({tex}\)</p>")
    assert "<math" in made.html
    assert made.unread == ()
