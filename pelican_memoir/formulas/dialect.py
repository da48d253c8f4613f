"""What authors write and MathJax reads, in the words that math-core reads: macros, and rules for what is no macro."""

from __future__ import annotations

import re
from collections.abc import Callable

MACROS = {
    "AA": r"\text{Å}",
    "LaTeX": r"\text{LaTeX}",
    "TeX": r"\text{TeX}",
    "adots": r"\iddots",
    "allowbreak": "",
    "dotsb": r"\cdots",
    "dotsc": r"\ldots",
    "dotsi": r"\cdots",
    "dotsm": r"\cdots",
    "dotso": r"\ldots",
    "euro": r"\text{€}",
    "intop": r"\int\limits",
    "mathbbm": r"\mathbb{#1}",
    "pmb": r"\boldsymbol{#1}",
    "smallint": r"\int",
    "upmu": r"\mathrm{μ}",
    "varliminf": r"\underline{\lim}",
    "varlimsup": r"\overline{\lim}",
    "widetilde": r"\tilde{#1}",
}
"""Commands by what they are made of; `#1` is the argument."""

_ENVIRONMENTS = {
    "alignat": "align",
    "alignat*": "align*",
    "flalign": "align",
    "flalign*": "align*",
    "split": "aligned",
}
"""Environments that differ from others in their spacing alone."""

_ENVIRONMENT = re.compile(r"\\(begin|end)\{(alignat\*?|flalign\*?|split)\}")
_COLUMNS = re.compile(r"\\begin\{alignat(\*?)\}\s*\{\d+\}")
_SMALL_MATRIX = re.compile(r"\\begin\{smallmatrix\}(.*?)\\end\{smallmatrix\}", re.DOTALL)
_ALIGNED_MATRIX = re.compile(r"\\(begin|end)\{([bBpvV]?matrix)\*\}(?:\[[lcr]\])?")
_EQUATION_ARRAY = re.compile(r"\\begin\{eqnarray\*?\}(.*?)\\end\{eqnarray\*?\}", re.DOTALL)
_GROUP = r"((?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*)"
_TEXT = re.compile(rf"\\(text(?:bf|it|rm|sf|tt|up)?|mbox|hbox|textnormal)\s*\{{{_GROUP}\}}")
_UNDERSCORE = re.compile(r"(?<!\\)_")
_SUBSTACK = re.compile(rf"\\substack\s*\{{{_GROUP}\}}")
_OPERATOR = re.compile(rf"\\DeclareMathOperator(\*?)\s*\{{?\s*(\\[a-zA-Z]+)\s*\}}?\s*\{{{_GROUP}\}}")
_COMMAND = re.compile(r"\\(?:re)?newcommand\*?\s*\{?\s*(\\[a-zA-Z]+)\s*\}?\s*(?:\[(\d)\])?\s*(?=\{)")
_ANGLE = re.compile(r"\\(left|right|middle)\s*([<>])")
_TAG = re.compile(rf"\\tag(\*?)\s*\{{{_GROUP}\}}")
_NUMBERED = re.compile(r"\\begin\{(?:equation|align|gather|multline)\}")
_PLAIN_TAG = re.compile(r"[\w .:+-]*", re.ASCII)
_REQUIRE = re.compile(r"\\require\s*\{[^{}]*\}")


def readable(tex: str, *, is_block: bool) -> str:
    """Return TeX that means the same, in what math-core reads."""
    for rule in _RULES:
        tex = rule(tex)
    return _with_tag(tex) if is_block and "\\tag" in tex else tex


def _typed(tex: str) -> str:
    """Undo smart typography: `x'` was typed as a prime. And name what math-core wants by its name."""
    return tex.replace("’", "'").replace("√", r"\surd ")


def _environments(tex: str) -> str:
    tex = _COLUMNS.sub(r"\\begin{align\1}", tex)
    tex = _ALIGNED_MATRIX.sub(r"\\\1{\2}", tex)
    tex = _SMALL_MATRIX.sub(lambda match: rf"{{\scriptstyle\begin{{matrix}}{match[1]}\end{{matrix}}}}", tex)
    tex = _EQUATION_ARRAY.sub(
        lambda match: rf"\displaystyle\begin{{array}}{{rcl}}{match[1]}\end{{array}}", tex
    )
    return _ENVIRONMENT.sub(lambda match: rf"\{match[1]}{{{_ENVIRONMENTS[match[2]]}}}", tex)


def _texts(tex: str) -> str:
    """Formulas in texts stand between texts; an underscore in a text is one."""
    return _TEXT.sub(_text, tex)


def _text(match: re.Match[str]) -> str:
    command = "text" if match[1] in ("mbox", "hbox", "textnormal") else match[1]
    parts = re.split(r"(?<!\\)\$", match[2])
    if len(parts) % 2 == 0:
        return match.group()
    texts = (_UNDERSCORE.sub(r"\\_", text) for text in parts[::2])
    parts[::2] = [rf"\{command}{{{text}}}" if text else "" for text in texts]
    return parts[0] if len(parts) == 1 else f"{{{''.join(parts)}}}"


def _substack(tex: str) -> str:
    """Lines below a sign: `\\atop` sets them in its size, a matrix would not."""
    return _SUBSTACK.sub(lambda match: _stacked(re.split(r"\\\\", match[1])), tex)


def _stacked(lines: list[str]) -> str:
    return f"{{{lines[0]}\\atop {_stacked(lines[1:])}}}" if len(lines) > 1 else f"{{{lines[0]}}}"


def _definitions(tex: str) -> str:
    """`\\def` takes names that are taken too, as MathJax's `\\newcommand` does."""
    tex = _OPERATOR.sub(lambda match: rf"\def{match[2]}{{\operatorname{match[1]}{{{match[3]}}}}}", tex)
    return _COMMAND.sub(
        lambda match: rf"\def{match[1]}" + "".join(f"#{n + 1}" for n in range(int(match[2] or 0))), tex
    )


def _small_change(tex: str) -> str:
    tex = _ANGLE.sub(lambda match: rf"\{match[1]}\{'l' if match[2] == '<' else 'r'}angle ", tex)
    return _REQUIRE.sub("", tex)


def _with_tag(tex: str) -> str:
    """A tag needs an environment around it that can be numbered, and plain characters; else it stands behind."""
    tags = list(_TAG.finditer(tex))
    if all(_PLAIN_TAG.fullmatch(tag[2]) for tag in tags):
        return tex if _NUMBERED.search(tex) else rf"\begin{{equation}}{tex}\end{{equation}}"
    return _TAG.sub(
        lambda tag: rf"\qquad\text{{{tag[2]}}}" if tag[1] else rf"\qquad\text{{({tag[2]})}}",
        tex.replace(r"\begin{equation}", "").replace(r"\end{equation}", ""),
    )


_RULES: tuple[Callable[[str], str], ...] = (
    _typed,
    _environments,
    _texts,
    _substack,
    _definitions,
    _small_change,
)
