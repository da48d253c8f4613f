"""Where formulas are found, and where none is."""

from __future__ import annotations

import pytest

from pelican_memoir.formulas.formula import LONGEST, formulas


def found(html: str, *, dollars: bool = True) -> list[tuple[str, bool]]:
    return [(each.tex, each.is_block) for each in formulas(html, dollars=dollars)]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (r"<p>가 \(x\) 나 \[y\]</p>", [("x", False), ("y", True)]),
        (r"\[a &lt; b\]", [("a < b", True)]),
        (r"<h2 id='x'>\(x\) 제목</h2>", [("x", False)]),
        ("<p>1000$F_{s}$로</p>", [("F_{s}", False)]),
        (r"<p>$ \beta2, \beta3$는</p>", [(r"\beta2, \beta3", False)]),
        ("<div>$$\nx\n$$</div>", [("x", True)]),
        (r"<p>$\text{if $n$}$</p>", [(r"\text{if $n$}", False)]),
        (r"<p>$x \$ y$</p>", [(r"x \$ y", False)]),
        (r"<p>\begin{align}a\end{align}</p>", [(r"\begin{align}a\end{align}", True)]),
        (r"<p>$a$$b$</p>", [("a", False), ("b", False)]),
        (r"<a href='#a'>\(x\)</a>", [("x", False)]),
    ],
)
def test_formulas(html: str, expected: list[tuple[str, bool]]) -> None:
    assert found(html) == expected


@pytest.mark.parametrize(
    "html",
    [
        "<p>$5에서 $10까지</p>",
        "<p>$5, $x</p>",
        r"<p>\$5와 \$6</p>",
        "<p>$$ $$ 와 $ $</p>",
        "<p>$x</p><p>y$</p>",
        "<p>$<b>x</b>$</p>",
        "<p><!-- $x$ --></p>",
        "<code>$x$</code>",
        r"<pre><code>\(x\)</code></pre>",
        r'<img alt="\(x\)" title="$x$">',
        "<a href='/$a$'>/$a$</a>",
        '<span class="math">\\(x\\)</span>',
        "<script>let a = `$x$`</script>",
        "<svg><text>$x$</text></svg>",
        r"<math><mtext>\(x\)</mtext></math>",
        r"<p>\(x</p>",
        r"<p>\(}x\)</p>",
        r"<p>\begin{align}a\end{equation}</p>",
        "<p>\\(" + "x" * LONGEST + "\\)</p>",
    ],
)
def test_no_formulas(html: str) -> None:
    assert found(html) == []


def test_dollars_are_asked_for() -> None:
    assert found(r"<p>$x$ $$y$$ \begin{align}a\end{align} \(z\)</p>", dollars=False) == [("z", False)]


def test_a_price_does_not_swallow_the_formula_behind_it() -> None:
    assert found("<p>$5, 그리고 $x$</p>") == [("x", False)]
