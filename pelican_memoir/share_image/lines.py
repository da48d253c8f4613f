"""Lines of a title: broken where its language breaks, as few as fit, and of a length.

Korean and other scripts break at spaces; Japanese and Chinese behind punctuation, or between characters, but a line
begins with no closing mark and ends with no opening one (kinsoku; the W3C's Requirements for Japanese Text Layout,
3.1.7 and 3.1.8).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

Measure = Callable[[str], float]
"""The width of a text in pixels."""

_BREAKS_ANYWHERE = ("ja", "zh")
_NOT_FIRST = (
    "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ"
    ",.:;?!)]}%…"
)
_NOT_LAST = "‘“（〔［｛〈《「『【([{"
_PAUSES = "、。，：；？！"
_CLOSING = re.escape(_NOT_FIRST)
_UNIT = re.compile(rf"(?:[{re.escape(_NOT_LAST)}]\s*)*(?:[A-Za-z0-9À-ɏ’'._/+-]+|\S)(?:\s*[{_CLOSING}])*\s*")
_PAUSED = re.compile(rf"[{_PAUSES}][{_CLOSING}\s]*$")


def pieces(text: str, language: str) -> list[str]:
    """Return what no line is broken within, with the spaces behind it."""
    if language.split("-")[0] in _BREAKS_ANYWHERE:
        return _UNIT.findall(text)
    return re.findall(r"\S+\s*", text)


def clauses(parts: Sequence[str], language: str) -> list[str]:
    """Return what a reader breaks at in a script without spaces: pieces up to a mark of punctuation, joined."""
    if language.split("-")[0] not in _BREAKS_ANYWHERE:
        return list(parts)
    found = [""]
    for part in parts:
        found[-1] += part
        if _PAUSED.search(part):
            found.append("")
    return [clause for clause in found if clause]


def broken(text: str, language: str, measure: Measure, width: float) -> list[str]:
    """Return the lines of a text in a width, no more than needed, and as even as they can be."""
    parts = pieces(" ".join(text.split()), language)
    lines = _filled(parts, measure, width)
    by_clause = _filled(clauses(parts, language), measure, width)
    if len(by_clause) == len(lines) and all(measure(line) <= width for line in by_clause):
        parts = clauses(parts, language)
    if len(lines) < 2:
        return lines
    low, high = width / len(lines) / 2, width
    while high - low > 4:
        middle = (low + high) / 2
        narrower = _filled(parts, measure, middle)
        if len(narrower) == len(lines) and all(measure(line) <= middle for line in narrower):
            high = middle
        else:
            low = middle
    return _filled(parts, measure, high)


def _filled(parts: Sequence[str], measure: Measure, width: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for part in parts:
        if line and measure((line + part).rstrip()) > width:
            lines.append(line.rstrip())
            line = ""
        line += part
    return [*lines, line.rstrip()] if line else lines


def shortened(text: str, measure: Measure, width: float) -> str:
    """Return a text that fits into a width, with an ellipsis where its end is left out."""
    if measure(text) <= width:
        return text
    while text and measure(text + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…"
