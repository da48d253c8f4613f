"""Headings without a gap: the page's title is the h1, so a text begins at h2 and goes down one level at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pelican_memoir.memoir.element import Element, text_of
from pelican_memoir.repair.edit import Retag
from pelican_memoir.repair.page import Page

HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
TOP, LOWEST = 2, 6


@dataclass(frozen=True, slots=True)
class _Open:
    """A heading that what follows may stand under: the author's level of it (`rank`) and the one it got."""

    rank: int
    level: int
    is_period: bool = False


def headings(page: Page) -> Iterator[Retag]:
    """Yield the changes. Periods are siblings at the top whatever the author's levels, their items one below."""
    above: list[_Open] = []
    for element in page.named(HEADINGS):
        if not _says_something(element):
            # Nothing for a screen reader to stop at; links to its anchor still arrive.
            yield Retag(element, name="div")
            continue
        above.append(_placed(page, element, above))
        if above[-1].level != int(element.name[1]):
            yield Retag(element, name=f"h{above[-1].level}")


def _placed(page: Page, element: Element, above: list[_Open]) -> _Open:
    """Return the next heading with its level, and take from `above` what it does not stand under."""
    anchor, rank = element.attributes.get("id", ""), int(element.name[1])
    period = page.periods.get(anchor)
    if period is not None:
        while above and above[-1].level >= TOP + period.depth:
            above.pop()
    elif anchor in page.items and any(heading.is_period for heading in above):
        while not above[-1].is_period:
            above.pop()
    else:
        while above and above[-1].rank >= rank:
            above.pop()
    level = above[-1].level + 1 if above else TOP
    return _Open(rank, min(level, LOWEST), period is not None)


def _says_something(element: Element) -> bool:
    return bool(text_of(element).strip()) or _shows_something(element)


def _shows_something(element: Element) -> bool:
    return any(
        child.name in ("img", "svg", "math", "input") or _shows_something(child) for child in element.elements
    )
