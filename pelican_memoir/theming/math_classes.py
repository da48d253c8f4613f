"""The style attributes of formulas as classes and attributes, for a policy that stops style attributes."""

from __future__ import annotations

import re

_MATH = re.compile(r"<math\b.*?</math>", re.DOTALL)
_STYLED = re.compile(r'(<[a-z]+[^<>]*?) style="([^"]*)"')
_CLASSES = {
    "border-right": "line-right",
    "border-top": "line-top",
    "border-bottom": "line-bottom",
    "border-left": "line-left",
    "margin-left:-": "back",
    "padding-left:0": "close-left",
    "padding-left:1em": "apart",
    "padding-right:0": "close-right",
    "padding-top": "below",
    "text-align:left": "left",
    "text-align:right": "right",
    "width:100%": "whole",
    "width:50%": "half",
    "width:7.5%": "edge",
}
"""How a declaration begins -> the class that says it, after `memoir-math-`; what has none is left out."""


def classed(html: str) -> str:
    """Return HTML whose formulas have classes instead of styles; a colour becomes MathML's own attribute."""
    return _MATH.sub(lambda math: _STYLED.sub(_attributes, math.group()), html) if "<math" in html else html


def _attributes(match: re.Match[str]) -> str:
    names: list[str] = []
    colour = ""
    for declaration in match[2].split(";"):
        written = re.sub(r"\s*:\s*", ":", declaration.strip())
        if written.startswith("color:"):
            colour = f' mathcolor="{written[6:]}"'
        names += [f"memoir-math-{name}" for begin, name in _CLASSES.items() if written.startswith(begin)]
    return match[1] + (f' class="{" ".join(names)}"' if names else "") + colour
