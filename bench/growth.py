"""How time grows: with the length of ordinary text, and on texts made to be hard for dialect, front matter, processor.

The tests count lines of Python there, which are the same on every machine; what runs inside C is seen here alone.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any

from pelican_memoir.jekyll.front_matter import split
from pelican_memoir.kramdown.convert import convert
from pelican_memoir.memoir.builder import build
from pelican_memoir.memoir.splice import splice

PIECE = (
    "## {n}분기 [1월~3월]\n#### 1) *처음* 만든 것\n"
    '<div align="center">\n    <img src="/a.png" width="80%"/>\n</div>\n> https://example.org/{n}\n\n'
    '"작은" 것부터 **시작**했습니다. [글](/b) 을 쓰고, `코드`를 고쳤습니다.<br/>\n'
    "- 하나\n- 둘\n\n{{: .box-note}}\n**{n}번째 분기였습니다.**\n\n"
)
HARD = {
    "open brackets": "[",
    "brackets around text": "[a]",
    "quotes, nested 500 deep": "",
    "stars": "*",
    "words behind stars": "*a ",
    "strong and em without end": "**a *b ",
    "pipes": "|a",
    "backticks": "` `` ",
    "tags": "<b>",
    "comments without end": "<!-- ",
    "targets without end": "[a](",
}


FRONT_MATTER = {
    "blank lines": "\n",
    "keys": "k{n}: b\n",
    "mappings": "k{n}: {{a: {{b: c}}}}\n",
    "anchors and aliases": "k{n}: [&a{n} b, *a{n}]\n",
    "spaces": " ",
    "dashes": "---",
    "quotes without end": 'k{n}: "b\n',
    "colons": "a: ",
    "key without fence": "a: b\n",
}
"""Behind an opening fence; a closing one follows but for the last, `{n}` counts."""
PROCESSOR = {
    "elements without end": "<div>",
    "inline elements": "<p><span>",
    "lists without end": "<ul><li>",
    "months as paragraphs": "<p><b>1월</b></p>",
    "quarters with lists": "<h2>1분기</h2><ul><li>",
    "headings": "<h3>회사</h3>",
    "opening angles": "<",
    "attributes without end": '<a b="',
    "values without end": "<a b=",
    "end tags without end": "</",
    "comments without end": "<!--",
    "ampersands": "&",
}


def text_of(size: int) -> str:
    """Return ordinary text of about `size` bytes."""
    pieces: list[str] = []
    length = 0
    while length < size:
        pieces.append(PIECE.format(n=len(pieces)))
        length += len(pieces[-1].encode())
    return "".join(pieces)


def hard_text(name: str, size: int) -> str:
    """Return a hard text of about `size` bytes."""
    if not HARD[name]:
        return "\n\n".join([">" * 500 + "a"] * (size // 500))
    return HARD[name] * (size // len(HARD[name]))


def hard_front_matter(name: str, size: int) -> str:
    """Return a file of about `size` bytes that is nearly all front matter."""
    piece = FRONT_MATTER[name]
    count = size // len(piece.format(n=size).encode())
    end = "" if name == "key without fence" else "\n---\nbody"
    return "---\n" + "".join(piece.format(n=n) for n in range(count)) + end


def hard_html(name: str, size: int) -> str:
    """Return HTML of about `size` bytes."""
    return PROCESSOR[name] * (size // len(PROCESSOR[name].encode()))


def _split(text: str) -> None:
    split(text, "a.md")


def _process(html: str) -> None:
    found = build(html, title="2022년 회고", date=date(2022, 12, 31), language=None, front_matter={})
    if found is not None:
        splice(found)


def _milliseconds(do: Callable[[str], object], text: str) -> float:
    best = float("inf")
    for _ in range(3 if len(text) < 200_000 else 1):
        start = time.perf_counter()
        do(text)
        best = min(best, time.perf_counter() - start)
    return best * 1000


def _for_each_kb(do: Callable[[str], object], texts: Callable[[int], str], *sizes: int) -> dict[str, float]:
    return {str(size): round(_milliseconds(do, texts(size)) / size * 1000, 4) for size in sizes}


def measure() -> dict[str, Any]:
    """Return the milliseconds for each KB of ordinary and of hard texts, by size in bytes."""
    _process("<h2>1월</h2>")  # what is compiled once belongs to no text
    found = {"ordinary": _for_each_kb(convert, text_of, 1_000, 10_000, 100_000, 1_000_000, 10_000_000)}
    for name in HARD:
        found[name] = _for_each_kb(convert, partial(hard_text, name), 10_000, 40_000)
    for name in FRONT_MATTER:
        texts = partial(hard_front_matter, name)
        found[f"front matter: {name}"] = _for_each_kb(_split, texts, 40_000, 160_000)
    for name in PROCESSOR:
        found[f"processor: {name}"] = _for_each_kb(_process, partial(hard_html, name), 40_000, 160_000)
    return {"milliseconds_per_kb": found}


def as_table(figures: dict[str, Any]) -> str:
    """Return the figures as lines for people."""
    rows = ["ms for each KB, by size in bytes; what grows with the size takes more than its share"]
    for name, row in figures["milliseconds_per_kb"].items():
        rows.append(f"  {name:38}" + "".join(f" {int(size):>9}: {value:8.3f}" for size, value in row.items()))
    return "\n".join(rows)
