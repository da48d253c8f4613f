"""Runs the repairs that are asked for over a page, one after the other."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from pelican_memoir.repair.draft import Draft
from pelican_memoir.repair.edit import Guess
from pelican_memoir.repair.order import ORDER
from pelican_memoir.repair.page import Page


@dataclass(frozen=True, slots=True)
class Repaired:
    """The HTML after the repairs, and what they had to guess, in order of place."""

    html: str
    guesses: tuple[Guess, ...] = ()


def repair(page: Page, names: Collection[str]) -> Repaired:
    """Return the page's HTML after the repairs of these names, always in the order of the table."""
    draft = Draft(page)
    for name, each in ORDER.items():
        if name in names and each.may(draft.page()):
            # All changes are told before the first is made: a repair sees one page.
            draft.make(list(each.changes(draft.page(afresh=each.afresh))))
    return Repaired(draft.html(), tuple(draft.guesses))
