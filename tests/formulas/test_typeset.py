"""Formulas become MathML: all kinds of them, with nothing around them changed and nothing lost."""

from __future__ import annotations

import html as html_text
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelican_memoir.formulas import Unread, typeset
from pelican_memoir.typesetting import asks_for_math

FORMULAS = [
    line
    for line in Path(__file__).with_name("formulas.txt").read_text(encoding="utf-8").splitlines()
    if not line.startswith("#")
]
UNREADABLE = {
    r"a < b > c & d": 'Found "&"',
    r"\limits_x": r'Found "\limits"',
    r"\ce{H2O}": r'Unknown command "\ce"',
}


def delimited(line: str) -> str:
    tex = html_text.escape(line.removeprefix("!"), quote=False)
    return f"\\[{tex}\\]" if line.startswith("!") else f"\\({tex}\\)"


def mathml(tex: str, *, block: bool = False) -> ElementTree.Element:
    made = typeset(delimited(("!" if block else "") + tex))
    assert made.unread == ()
    root = ElementTree.fromstring(made.html.replace("&ApplyFunction;", "\u2061"))
    found = root if root.tag == "math" else root.find("math")
    assert found is not None
    return found


def shown(tex: str, *, block: bool = False) -> str:
    """What of a formula is to be read, without its annotation."""
    root = mathml(tex, block=block)
    annotation = root.find(".//annotation")
    assert annotation is not None
    text = "".join(root.itertext())
    return re.sub(r"[\s\u2061-\u2064]", "", text.removesuffix(annotation.text or ""))


@pytest.mark.parametrize("line", FORMULAS)
def test_every_formula_is_read_or_told(line: str) -> None:
    tex = line.removeprefix("!")
    made = typeset(delimited(line))
    if tex in UNREADABLE:
        assert made.html == delimited(line)
        assert made.unread[0].reason.startswith(UNREADABLE[tex])
        return
    root = mathml(tex, block=line.startswith("!"))
    assert root.get("alttext") == tex
    assert root.get("display") == ("block" if line.startswith("!") else None)
    assert "\\" not in shown(tex, block=line.startswith("!")).replace("∖", "")


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"\text{$n$ is even}", "niseven"),
        (r"\mbox{a_b 값}", "a_b값"),
        (r"\text{맞힌 수}", "맞힌수"),
        (r"x’", "x′"),
        (r"\newcommand{\R}{\mathbb{R}}\R", "ℝ"),
        (r"\renewcommand{\norm}[1]{\|#1\|}\norm{x}", "‖x‖"),
        (r"\DeclareMathOperator{\rank}{rank}\rank A", "rankA"),
        (r"\left<x\right>", "⟨x⟩"),
        (r"\begin{split}a&=b\end{split}", "a=b"),
        (r"\begin{eqnarray}a&=&b\end{eqnarray}", "a=b"),
        (r"\begin{alignat*}{2}a&=b\end{alignat*}", "a=b"),
        (r"\sum_{\substack{i<n\\j<m\\k}}", "∑i<nj<mk"),
        (r"\mathbf{ab}", "𝐚𝐛"),
        (r"\require{cancel}x", "x"),
        (r"\begin{align}a\\b\end{align}", "a(1)b(2)"),
        (r"a\tag{3}", "a(3)"),
        (r"a\tag*{식 3}", "a식3"),
        (r"\begin{equation}a\tag{식}\end{equation}", "a(식)"),
    ],
)
def test_what_is_shown(tex: str, text: str) -> None:
    assert shown(tex, block=True) == text


def test_formulas_of_a_post_share_macros_numbers_and_labels() -> None:
    post = (
        r"\(\eqref{b}\) \[\newcommand{\x}{X}\begin{equation}\x\end{equation}\]"
        r" \[\begin{equation}\x\label{b}\end{equation}\]"
    )
    made = typeset(post)
    assert made.unread == ()
    assert made.html.startswith('<a href="#eq-b">(2)</a> <span')
    assert 'id="eq-b"' in made.html
    assert made.html.count("<mi>X</mi>") == 2


def test_a_reference_within_a_formula_is_no_link() -> None:
    made = typeset(r"\(x = \eqref{b}\) \[\begin{equation}y\label{b}\end{equation}\]")
    assert "<mtext>(1)</mtext></mrow><annotation" in made.html
    assert "<a " not in made.html


def test_one_that_cannot_be_read_leaves_the_others() -> None:
    made = typeset(r"<p>\(\nope\) 그리고 \(x\)</p>")
    assert made.unread == (Unread(r"\(\nope\)", r'Unknown command "\nope".'),)
    assert made.html.startswith(r"<p>\(\nope\) 그리고 <math")


@pytest.mark.parametrize(
    "tex", [r"\dfrac{a}{b}", r"\displaystyle \sum x", r"\begin{smallmatrix}a\end{smallmatrix}"]
)
def test_only_styles_set_sizes(tex: str) -> None:
    sized = [each.tag for each in mathml(tex).iter() if {"displaystyle", "scriptlevel"} & set(each.attrib)]
    assert set(sized) <= {"mstyle", "mtable"}
    assert "mstyle" in sized


def test_nothing_closes_the_element_from_within() -> None:
    made = typeset("\\(\\text{&lt;/math&gt;&lt;script&gt;} \"'&gt;\\)")
    assert "<script" not in made.html
    assert made.html.count("</math>") == 1


def test_bounded_depth() -> None:
    deep = "{" * 3_000 + "x" + "}" * 3_000
    assert typeset(f"\\({deep}\\)").html == f"\\({deep}\\)"


@given(st.text(alphabet="$\\()[]{}<>&;xy 가^_\n\"'", max_size=60), st.booleans())
def test_what_is_around_formulas_stays(text: str, dollars: bool) -> None:
    html = f"<p>{html_text.escape(text, quote=False)}</p>"
    made = typeset(html, dollars=dollars).html
    formula = re.compile(r'(?:<span class="memoir-math">)?<math.*?</math>(?:</span>)?', re.S)
    around = formula.split(made)
    place = 0
    for part in around:
        assert part in html[place:]
        place = html.index(part, place) + len(part)
    for tex in re.findall(r'alttext="([^"]*)"', made):
        assert "".join(html_text.unescape(tex).split()) in "".join(html_text.unescape(html).split())


@pytest.mark.parametrize("blog", ["blogs/jerife", "blogs/pebpung"])
def test_formulas_of_real_posts(corpus: Path, blog: str) -> None:
    read = 0
    for line in (corpus / f"{blog}.jekyll.jsonl").read_text(encoding="utf-8").splitlines():
        post = json.loads(line)
        made = typeset(post["html"], dollars=True)
        assert made.unread == (), post["path"]
        read += made.html.count("<math")
    assert read >= {"blogs/jerife": 85, "blogs/pebpung": 2}[blog]


@pytest.mark.parametrize(
    ("front_matter", "asks"),
    [
        ({"use_math": True}, True),
        ({"mathjax": True}, True),
        ({"use_math": False}, False),
        ({"use_math": None}, False),
        ({"mathjax": "false"}, False),
        ({}, False),
    ],
)
def test_who_asks_for_dollars(front_matter: dict[str, object], asks: bool) -> None:
    assert asks_for_math(front_matter) is asks
