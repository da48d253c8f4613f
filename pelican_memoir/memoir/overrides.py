"""The author's last word: the `memoir:` key of the front matter, read and checked.

memoir: false                      # no memoir, whatever it looks like; `true` makes any post one
memoir:
  year: 2022
  periods:                         # or `false`: none at all
    "적응하던 때": 1분기           # this heading is that period
    "12월의 나": false             # this one is none
  achievements:
    "3) 공모전": 우수상            # how it ended
    "4) 여행": false               # not an achievement
  goals: [운동, 독서]              # or `false`: none
  tiles: {수상: 2, 완독: 24권}
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pelican_memoir.errors import Location, Problem
from pelican_memoir.memoir.heading import read_heading
from pelican_memoir.memoir.normalise import plain
from pelican_memoir.memoir.reading import Reading

CODE = "memoir.override"
_KEYS = ("year", "periods", "achievements", "goals", "tiles")


@dataclass(frozen=True, slots=True)
class Overrides:
    """What an author has laid down. Headings are normalised; None means "not said" throughout.

    In `periods` and `achievements` None as a value takes the heading out. `wanted` is false for no memoir.
    """

    wanted: bool | None = None
    year: int | None = None
    no_periods: bool = False
    periods: Mapping[str, Reading | None] = field(default_factory=dict)
    achievements: Mapping[str, str | None] = field(default_factory=dict)
    goals: tuple[str, ...] | None = None
    tiles: tuple[tuple[str, str], ...] = ()


NOTHING_LAID_DOWN = Overrides()


def read_overrides(front_matter: Mapping[str, Any]) -> Overrides:
    """The overrides of a post. Wrong values count as not said; `override_problems` tells them."""
    value = front_matter.get("memoir")
    if isinstance(value, bool):
        return Overrides(wanted=value)
    if not isinstance(value, dict):
        return Overrides()
    sound = _sound(value)
    periods, goals = sound.get("periods"), sound.get("goals")
    return Overrides(
        wanted=True,
        year=sound.get("year"),
        no_periods=periods is False,
        periods={plain(str(heading)): _period(name) for heading, name in (periods or {}).items()},
        achievements={
            plain(str(text)): None if ending is False else str(ending)
            for text, ending in (sound.get("achievements") or {}).items()
        },
        goals=None if goals is None else tuple(map(str, goals or ())),
        tiles=tuple((str(name), str(figure)) for name, figure in (sound.get("tiles") or {}).items()),
    )


def override_problems(
    front_matter: Mapping[str, Any], locate: Callable[[str], Location]
) -> tuple[Problem, ...]:
    """What is wrong in the `memoir:` key; `locate` tells where a value stands ("memoir", "memoir.periods.봄날")."""
    value = front_matter.get("memoir")
    if value is None or isinstance(value, bool):
        return ()
    if not isinstance(value, dict):
        told = f"memoir: expected true, false or a mapping of {', '.join(_KEYS)}, got {value!r}"
        return (Problem(locate("memoir"), CODE, told),)
    return tuple(
        Problem(locate(".".join(["memoir", *path])), CODE, ": ".join(["memoir", *path, message]))
        for path, message in _problems_of(value)
    )


def _sound(value: Mapping[Any, Any]) -> dict[Any, Any]:
    """What is right of the values, entry by entry."""
    wrong = {path for path, _ in _problems_of(value)}
    return {
        key: {name: entry for name, entry in item.items() if (str(key), str(name)) not in wrong}
        if isinstance(item, dict)
        else item
        for key, item in value.items()
        if (str(key),) not in wrong
    }


def _period(name: object) -> Reading | None:
    return None if name is False else read_heading(str(name))


_Wrong = Iterator[tuple[tuple[str, ...], str]]
"""Paths of keys below `memoir` that are wrong, and what is wrong about each."""


def _problems_of(value: Mapping[Any, Any]) -> _Wrong:
    for key, item in value.items():
        if key not in _KEYS:
            yield (str(key),), f"unknown; known are {', '.join(_KEYS)}"
        elif item is not None:
            yield from (((key, *path), message) for path, message in _WRONG[key](item))


def _wrong_year(item: object) -> _Wrong:
    if isinstance(item, bool) or not isinstance(item, int) or not 1900 <= item <= 2999:
        yield (), f"expected a year such as 2022, got {item!r}"


def _wrong_periods(item: object) -> _Wrong:
    if item is False:
        return
    if not isinstance(item, dict):
        yield (), f"expected false, or headings and the period each stands for, got {item!r}"
        return
    for heading, name in item.items():
        if name is not False and read_heading(str(name)) is None:
            yield (str(heading),), f"{name!r} names no period; write one as 1분기, 3월, Q1 or May, or false"


def _wrong_achievements(item: object) -> _Wrong:
    if not isinstance(item, dict):
        yield (), f"expected headings and how each ended (or false), got {item!r}"
        return
    for text, ending in item.items():
        if ending is not False and not isinstance(ending, str | int):
            yield (str(text),), f"expected a text or false, got {ending!r}"


def _wrong_goals(item: object) -> _Wrong:
    if item is not False and not (
        isinstance(item, list) and all(isinstance(goal, str | int) for goal in item)
    ):
        yield (), f"expected a list of texts or false, got {item!r}"


def _wrong_tiles(item: object) -> _Wrong:
    if not isinstance(item, dict):
        yield (), f"expected names and figures, got {item!r}"
        return
    for name, figure in item.items():
        if not isinstance(figure, str | int | float):
            yield (str(name),), f"expected a figure, got {figure!r}"


_WRONG = {
    "year": _wrong_year,
    "periods": _wrong_periods,
    "achievements": _wrong_achievements,
    "goals": _wrong_goals,
    "tiles": _wrong_tiles,
}
