"""The figures of a year: how many things were achieved, and how they ended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pelican_memoir.memoir.model import Memoir, Outcome
from pelican_memoir.theming.labels import label

MOST = 6

_KINDS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Awards", ("medal", "prize", "place")),
    ("Certificates", ("certificate",)),
    ("Publications", ("publication",)),
    ("New jobs", ("employment",)),
)


@dataclass(frozen=True, slots=True)
class Tile:
    """One figure and what it counts."""

    name: str
    value: str


def tiles(memoir: Memoir, lang: str, posts: int = 0) -> list[Tile]:
    """At most six figures of a memoir; `posts` is how many other posts its year saw. A zero is not told.

    Figures that the author lays down (front matter `memoir: {tiles: …}`) stand for all others.
    """
    if memoir.tiles:
        return [Tile(laid_down.name, laid_down.value) for laid_down in memoir.tiles][:MOST]
    achievements = [item for period in memoir.periods for item in period.achievements]
    found = [(label("Achievements", lang), len(achievements))]
    for name, kinds in _KINDS:
        found.append(
            (label(name, lang), sum(any(_is(kinds)(o) for o in item.outcomes) for item in achievements))
        )
    found.append((label("Posts written", lang), posts))
    return [Tile(name, str(count)) for name, count in found if count][:MOST]


def _is(kinds: tuple[str, ...]) -> Callable[[Outcome], bool]:
    return lambda outcome: outcome.kind in kinds
