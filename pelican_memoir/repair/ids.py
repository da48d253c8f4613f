"""One anchor, one place: an id that is there already, or that the page itself needs, gets a number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pelican_memoir.repair.edit import Retag
from pelican_memoir.repair.page import Page


def ids(page: Page) -> Iterator[Retag]:
    """Yield the changes; links within the text follow an id that the page had taken."""
    holders = page.named((), having={"id"})
    known = {element.attributes["id"] for element in holders} | page.taken_ids
    seen, moved, numbers = set(page.taken_ids), dict[str, str](), Counter[str]()
    for element in holders:
        name = element.attributes["id"]
        if not name.strip():
            yield Retag(element, drop=["id"])
        elif name not in seen:
            seen.add(name)
        else:
            new = _free(name, known, numbers)
            known.add(new)
            yield Retag(element, put={"id": new})
            if name in page.taken_ids:
                moved.setdefault(name, new)
    for element in page.named((), having={"href"} if moved else set()):
        target = moved.get(element.attributes["href"].removeprefix("#"))
        if target and element.attributes["href"].startswith("#"):
            yield Retag(element, put={"href": f"#{target}"})


def _free(name: str, known: set[str], numbers: Counter[str]) -> str:
    """Return the first of `a-2`, `a-3`, … that is free; `numbers` remembers how far each name has come."""
    numbers[name] = max(numbers[name], 1) + 1
    while f"{name}-{numbers[name]}" in known:
        numbers[name] += 1
    return f"{name}-{numbers[name]}"
