"""How the dialect's time grows: with the length of ordinary text, and on texts made to be hard."""

from __future__ import annotations

import time
from typing import Any

from pelican_memoir.kramdown.convert import convert

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


def _milliseconds(text: str) -> float:
    best = float("inf")
    for _ in range(3 if len(text) < 200_000 else 1):
        start = time.perf_counter()
        convert(text)
        best = min(best, time.perf_counter() - start)
    return best * 1000


def measure() -> dict[str, Any]:
    """Return the milliseconds for each KB of ordinary and of hard texts, by size in bytes."""
    sizes = (1_000, 10_000, 100_000, 1_000_000, 10_000_000)
    ordinary = {str(size): round(_milliseconds(text_of(size)) / size * 1000, 4) for size in sizes}
    hard = {
        name: {
            str(size): round(_milliseconds(hard_text(name, size)) / size * 1000, 4)
            for size in (10_000, 40_000)
        }
        for name in HARD
    }
    return {"milliseconds_per_kb": {"ordinary": ordinary, **hard}}


def as_table(figures: dict[str, Any]) -> str:
    """Return the figures as lines for people."""
    rows = ["ms for each KB, by size in bytes"]
    for name, row in figures["milliseconds_per_kb"].items():
        rows.append(f"  {name:28}" + "".join(f" {int(size):>9}: {value:8.3f}" for size, value in row.items()))
    return "\n".join(rows)
