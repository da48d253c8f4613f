"""A post's HTML with its formulas as MathML. What cannot be read stays as it is, and is told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape, unescape
from itertools import compress

from math_core import LatexToMathML

from pelican_memoir.formulas.dialect import MACROS, readable
from pelican_memoir.formulas.formula import Formula, formulas, may_have
from pelican_memoir.formulas.open_brackets import open_brackets
from pelican_memoir.formulas.standard import standard
from pelican_memoir.repair.edit import Edit, apply

BLOCK_CLASS = "memoir-math"
"""The box of a formula that stands by itself: it scrolls where the page is too narrow."""
ID_PREFIX = "eq-"
"""Before the labels of equations, which are ids of the page."""

_MATH = re.compile(r"(<math[^>]*)(>.*<annotation[^>]*>)[^<]*(</annotation></semantics></math>)", re.DOTALL)
_REFERENCE = re.compile(r"(?:<mtext>)?(<a [^>]*>)([^<]*)</a>(?:</mtext>)?")
_REASON = re.compile(r'title="(?:\d+: )?([^"]*)"')
_OPEN = 12
"""Brackets that may stay open in a formula that the converter is given."""
_HALF = re.compile("[\ud800-\udfff]")
"""Half a character, which the converter cannot be given."""


@dataclass(frozen=True, slots=True)
class Unread:
    """A formula that could not be read, as it stands in the HTML, and why."""

    written: str
    reason: str


@dataclass(frozen=True, slots=True)
class Typeset:
    """The HTML with its formulas as MathML, and those that could not be read."""

    html: str
    unread: tuple[Unread, ...] = ()


def typeset(html: str, *, dollars: bool = False) -> Typeset:
    """Return HTML with its formulas as MathML; `dollars` if `$…$` and bare environments are formulas too."""
    if not may_have(html, dollars=dollars):
        return Typeset(html)
    found = sorted(formulas(html, dollars=dollars), key=lambda formula: formula.start)
    edits: list[Edit] = []
    unread: list[Unread] = []
    for formula, made in zip(found, _convert(found), strict=True):
        match = _MATH.fullmatch(made)
        if match is None:
            reason = _REASON.search(made)
            written = unescape(html[formula.start : formula.end])
            unread.append(Unread(written, unescape(reason[1]) if reason else "it cannot be read"))
        else:
            edits.append(Edit(formula.start, formula.end, _element(formula, match)))
    return Typeset(apply(html, edits), tuple(unread))


def _convert(found: Sequence[Formula]) -> Iterator[str]:
    """Yield the MathML of each formula; of one post together, since they share macros, numbers and labels."""
    if not found:
        return
    converter = LatexToMathML(
        macros=MACROS,
        annotation=True,
        continue_on_error=True,
        fancy_error=False,
        global_group=True,
        id_prefix=ID_PREFIX,
    )
    asked = [(readable(formula.tex, is_block=formula.is_block), formula.is_block) for formula in found]
    given = [not _HALF.search(tex) and open_brackets(tex) <= _OPEN for tex, _ in asked]
    made = iter(converter.convert_all(list(compress(asked, given))))
    for is_given in given:
        yield next(made) if is_given else ""


def _element(formula: Formula, made: re.Match[str]) -> str:
    """Return the element with the author's TeX: for those who copy it, and for whom MathML is not read out.

    A reference alone is a link as any other; within a formula it is none, since a formula is one thing to a reader
    who hears it.
    """
    reference = _REFERENCE.search(made[2])
    if reference and made[2].startswith(f"><semantics>{reference.group()}<annotation"):
        return f"{reference[1]}{reference[2]}</a>"
    inside = _REFERENCE.sub(r"<mtext>\2</mtext>", made[2])
    tex = escape(formula.tex)
    math = standard(f'{made[1]} alttext="{tex}"{inside}{tex}{made[3]}')
    return f'<span class="{BLOCK_CLASS}">{math}</span>' if formula.is_block else math
