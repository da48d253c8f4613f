"""Runs the repairs that are asked for over a page, one after the other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from pelican_memoir.repair.edit import Guess, apply
from pelican_memoir.repair.order import ORDER
from pelican_memoir.repair.page import Page


@dataclass(frozen=True, slots=True)
class Repaired:
    """The HTML after the repairs, and what they had to guess, in order of place."""

    html: str
    guesses: tuple[Guess, ...] = ()


def repair(page: Page, names: Collection[str]) -> Repaired:
    """Return the page's HTML after the repairs of these names, always in the order of the table."""
    guesses: list[Guess] = []
    for name, repairs in ORDER.items():
        if name not in names:
            continue
        html, made = apply(page.html, repairs(page))
        guesses += [edit.guess for edit in made if edit.guess is not None]
        if html != page.html:
            page = replace(page, html=html)
    return Repaired(page.html, tuple(guesses))
