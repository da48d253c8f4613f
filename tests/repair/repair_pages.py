"""The golden pairs of repairs: `cases/NAME/*.before.html` and what the repair of that name makes of it.

A comment in the first line may hold, as JSON, what the page knows that its HTML does not say.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pelican_memoir.repair import Page, PeriodHeading

CASES = Path(__file__).parent / "cases"


def cases() -> list[Path]:
    """Return the pages before repair, in a fixed order."""
    return sorted(CASES.rglob("*.before.html"))


def case_name(before: Path) -> str:
    """Return `figures/gallery` for a case."""
    return before.relative_to(CASES).as_posix().removesuffix(".before.html")


def page_of(text: str) -> Page:
    """Return the page of a case."""
    facts: dict[str, Any] = {}
    if text.startswith("<!-- {"):
        line, text = text.split("\n", 1)
        facts = json.loads(line.removeprefix("<!-- ").removesuffix(" -->"))
    sizes = {name: (width, height) for name, (width, height) in facts.get("sizes", {}).items()}
    return Page(
        text,
        title=facts.get("title", ""),
        periods={key: PeriodHeading(*value) for key, value in facts.get("periods", {}).items()},
        items=frozenset(facts.get("items", ())),
        size_of=sizes.get,
        taken_ids=frozenset(facts.get("taken", ())),
    )
