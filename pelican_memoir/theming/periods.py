"""Names of periods, and the navigation that a memoir's periods or sections make."""

from __future__ import annotations

from dataclasses import dataclass

from pelican_memoir.memoir.model import Memoir, Period, PostPeriod
from pelican_memoir.memoir.quarters import quarter_of
from pelican_memoir.theming.dates import month_name, months_text, year_text
from pelican_memoir.theming.labels import label

_HALVES = ("First half", "Second half")
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_CROWDED = 6
"""More stops than this are months, which then fall into quarters."""


@dataclass(frozen=True, slots=True)
class Stop:
    """One link of a memoir's navigation; `quarter` (1 to 4) only gives it a colour, None where none fits."""

    label: str
    detail: str
    anchor: str
    quarter: int | None = None


def period_label(period: Period | PostPeriod, lang: str, memoir: Memoir | None = None) -> str:
    """What a period is called in `lang`, whatever its heading says: `1분기`, `Q1`, `Spring`, `3월`.

    Where a `memoir` has such a period of its own year, too, as a review of two years, it is called with its year:
    `2021년 상반기`.
    """
    year = _other_year(period, memoir)
    return _label(period, lang) if year is None else f"{year_text(year, lang)} {_label(period, lang)}"


def _other_year(period: Period | PostPeriod, memoir: Memoir | None) -> int | None:
    """The year of a period if it is not the memoir's and the memoir has a period of the same name in another year."""
    if memoir is None or not isinstance(period, Period) or period.year in (None, memoir.year):
        return None
    alike = any(_name(other) == _name(period) and other.year != period.year for other in memoir.periods)
    return period.year if alike else None


def _name(period: Period) -> tuple[str, int, int | None]:
    return period.kind, period.number, period.end_number


def _label(period: Period | PostPeriod, lang: str) -> str:
    number, end = period.number, period.end_number
    if period.kind in ("quarter", "quarter_range"):
        if end is None or end == number:
            return label("Q{number}", lang, number=number)
        return label("Q{number}–Q{end}", lang, number=number, end=end)
    if period.kind == "half":
        return _named(_HALVES, number, lang)
    if period.kind == "season":
        return _named(_SEASONS, number, lang)
    return months_text(period.months, lang) or month_name(max(1, min(12, number)), lang)


def period_detail(period: Period | PostPeriod, lang: str) -> str:
    """The months of a period, unless its name tells them already."""
    return "" if period.kind in ("month", "month_range") else months_text(period.months, lang)


def takeaway_label(period: Period | PostPeriod, lang: str) -> str:
    """What the summing-up of a period is called: `2분기 요약`."""
    return label("{period} in short", lang, period=period_label(period, lang))


def navigation(memoir: Memoir, lang: str) -> list[Stop]:
    """The stops of a memoir: its periods in order, or its sections where it goes by topic.

    Months, where there are many, fall into quarters: a stop then leads to the first of its months. What has
    no anchor cannot be gone to and is left out.
    """
    reachable = _reachable(memoir)
    if len(reachable) > _CROWDED:
        return _by_quarter(reachable, memoir, lang)
    stops = [
        Stop(
            period_label(period, lang, memoir),
            period_detail(period, lang),
            period.anchor or "",
            quarter_of(period),
        )
        for period in reachable
    ]
    return stops or [Stop(item.title, "", item.anchor) for item in memoir.sections if item.anchor]


def navigation_name(memoir: Memoir, lang: str) -> str:
    """What the navigation is called where it is read aloud: by quarters, by other parts of the year, or by topics."""
    reachable = _reachable(memoir)
    if not reachable:
        return label("Sections of the year", lang)
    kinds = {period.kind for period in reachable}
    if len(reachable) > _CROWDED or kinds & {"quarter", "quarter_range"}:
        return label("Quarters", lang)
    return label("Parts of the year", lang)


def _reachable(memoir: Memoir) -> list[Period]:
    return [period for period in memoir.periods if period.anchor]


def _by_quarter(periods: list[Period], memoir: Memoir, lang: str) -> list[Stop]:
    firsts: dict[tuple[int | None, int | None], Period] = {}
    for period in periods:
        firsts.setdefault((period.year or memoir.year, quarter_of(period)), period)
    quarters = [quarter for _, quarter in firsts]
    return [
        _stop(period, quarter, year if year != memoir.year and quarters.count(quarter) > 1 else None, lang)
        for (year, quarter), period in firsts.items()
    ]


def _stop(period: Period, quarter: int | None, year: int | None, lang: str) -> Stop:
    """The stop of the quarter that `period` is the first of, called with its year where there is one."""
    if quarter is None:
        return Stop(_label(period, lang), "", period.anchor or "")
    months = (3 * quarter - 2, 3 * quarter - 1, 3 * quarter)
    name = label("Q{number}", lang, number=quarter)
    name = name if year is None else f"{year_text(year, lang)} {name}"
    return Stop(name, months_text(months, lang), period.anchor or "", quarter)


def _named(names: tuple[str, ...], number: int, lang: str) -> str:
    return label(names[max(1, min(len(names), number)) - 1], lang)
