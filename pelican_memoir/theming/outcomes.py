"""How an achievement ended, as a reader wants it told: in one line of words, with a picture beside them."""

from __future__ import annotations

from dataclasses import dataclass

from pelican_memoir.memoir.model import Achievement, Memoir, Outcome

_MEDALS = {"gold": "🥇", "silver": "🥈", "bronze": "🥉"}
_SIGNS = {
    "medal": "🏅",
    "place": "🏅",
    "prize": "🏆",
    "certificate": "📜",
    "employment": "💼",
    "publication": "📄",
}
_ORDER = (
    "medal",
    "prize",
    "place",
    "certificate",
    "employment",
    "publication",
    "number",
    "completion",
    "setback",
)

_WEIGHTY = _ORDER[:6]
"""The kinds of outcome that are told of a year in one line: those that have a picture."""


@dataclass(frozen=True, slots=True)
class Ending:
    """`words` of one or more outcomes, a picture for the weightiest, and whether they tell a setback.

    `words` is '' where the achievement's own title says them all: the picture then stands beside the title.
    """

    words: str
    sign: str
    is_setback: bool = False


def endings(achievement: Achievement) -> list[Ending]:
    """What was won, in one line, then what was not; `동메달, 1,417팀 중 111등` and `아쉬운 결과`."""
    ordered = sorted(achievement.outcomes, key=lambda outcome: _ORDER.index(outcome.kind))
    won = [outcome for outcome in ordered if outcome.kind != "setback"]
    lost = [outcome for outcome in ordered if outcome.kind == "setback"]
    found = [_ending(achievement.title, outcomes) for outcomes in (won, lost) if outcomes]
    return [ending for ending in found if ending.words or ending.sign]


def best(memoir: Memoir, most: int) -> list[Achievement]:
    """The weightiest achievements of a year, at most so many: medals first, setbacks never; ties as in the text."""
    items = [item for period in memoir.periods for item in period.achievements]
    return sorted((item for item in items if _weight(item) < len(_WEIGHTY)), key=_weight)[:most]


def _weight(achievement: Achievement) -> int:
    """The place of its weightiest outcome in the order, behind all where it has none."""
    return min((_ORDER.index(outcome.kind) for outcome in achievement.outcomes), default=len(_ORDER))


def sign(outcome: Outcome) -> str:
    """A picture for an outcome, only ever shown beside its words; '' where none fits."""
    return _MEDALS.get(outcome.level) or _SIGNS.get(outcome.kind, "")


def _ending(title: str, outcomes: list[Outcome]) -> Ending:
    words = dict.fromkeys(outcome.text for outcome in outcomes if outcome.text not in title)
    return Ending(", ".join(words), sign(outcomes[0]), outcomes[0].kind == "setback")
