"""The model of a year in review: frozen values of plain text, anchors and raw URLs, and their JSON form.

Nothing here holds markup. `Memoir.to_dict()` is the JSON that `pelican-memoir inspect --json` prints.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from pelican_memoir.memoir.codec import from_plain, to_plain

SCHEMA = 1

PeriodKind = Literal["quarter", "quarter_range", "month", "month_range", "half", "season"]
OutcomeKind = Literal[
    "medal", "place", "prize", "certificate", "employment", "publication", "number", "completion", "setback"
]


@dataclass(frozen=True, slots=True)
class Link:
    """A link of an achievement: the raw URL and the text that carried it."""

    url: str
    text: str


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of an achievement: the raw URL and the alternative text ('' where the author gave none)."""

    url: str
    alt: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """How an achievement ended: `kind`, the words it was read from (`text`), and for medals the metal.

    `level` is "gold", "silver" or "bronze" for medals, else "". A setback counts too.
    """

    kind: OutcomeKind
    text: str
    level: str = ""


@dataclass(frozen=True, slots=True)
class Achievement:
    """One thing done in a period. `text` is the heading as written, `title` without its number."""

    number: int | None
    text: str
    title: str
    anchor: str | None
    summary: str = ""
    images: tuple[Image, ...] = ()
    links: tuple[Link, ...] = ()
    repository: str | None = None
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Period:
    """A quarter, month, range, half or season. `months` are 1 to 12 in order of time (12, 1 wraps the year).

    `heading` is the text as written, `title` what it says beside the period's own name, `summary` its takeaway.
    `level` is the heading's level, None for a bold paragraph.
    """

    kind: PeriodKind
    number: int
    end_number: int | None
    months: tuple[int, ...]
    heading: str
    title: str
    anchor: str | None
    level: int | None
    summary: str = ""
    year: int | None = None
    achievements: tuple[Achievement, ...] = ()


@dataclass(frozen=True, slots=True)
class PostPeriod:
    """The period that a whole post is about ("2024년 1분기 회고")."""

    kind: PeriodKind
    number: int
    end_number: int | None
    months: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a memoir that goes by topic ("1. 회사"); navigation is made of these where no period is."""

    number: int | None
    text: str
    title: str
    anchor: str | None


@dataclass(frozen=True, slots=True)
class Goals:
    """A section of goals: its heading and its items in order."""

    heading: str
    anchor: str | None
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure that the author wants told of the year."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Group:
    """A labelled group of a retrospective: "keep", "problem", "try", "liked", "learned", "lacked" or "longed"."""

    label: str
    heading: str
    anchor: str | None
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Memoir:
    """A year in review. `highlights` is the opening list of a memoir by topic; `opening`/`closing` are plain text.

    `past_goals` are the goals the author once set for this year and looks back at, `groups` those of KPT or 4L.
    `tiles` are figures that the author lays down; () leaves them to be counted.
    """

    year: int | None
    title: str
    language: str
    periods: tuple[Period, ...] = ()
    post_period: PostPeriod | None = None
    sections: tuple[Section, ...] = ()
    highlights: tuple[str, ...] = ()
    opening: str = ""
    closing: str = ""
    goals: tuple[Goals, ...] = ()
    past_goals: tuple[Goals, ...] = ()
    groups: tuple[Group, ...] = ()
    tiles: tuple[Tile, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        """The JSON form, the number of its schema first."""
        return {"schema": SCHEMA, **to_plain(self)}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Memoir:
        """The memoir of a `to_dict`; keys that the model does not have are passed over."""
        return from_plain(cls, data)
