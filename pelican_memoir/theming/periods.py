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

    In a `memoir` of another year it is called with its own, as in a review of two years: `2021년 상반기`.
    """
    year = _other_year(period, memoir)
    return _label(period, lang) if year is None else f"{year_text(year, lang)} {_label(period, lang)}"


def _other_year(period: Period | PostPeriod, memoir: Memoir | None) -> int | None:
    year = period.year if isinstance(period, Period) else None
    return None if memoir is None or year == memoir.year else year


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
    stops: dict[tuple[int | None, int | None], Stop] = {}
    for period in periods:
        quarter, year = quarter_of(period), _other_year(period, memoir)
        if (year, quarter) in stops:
            continue
        if quarter is None:
            stops[year, quarter] = Stop(period_label(period, lang, memoir), "", period.anchor or "", quarter)
            continue
        months = (3 * quarter - 2, 3 * quarter - 1, 3 * quarter)
        name = label("Q{number}", lang, number=quarter)
        name = name if year is None else f"{year_text(year, lang)} {name}"
        stops[year, quarter] = Stop(name, months_text(months, lang), period.anchor or "", quarter)
    return list(stops.values())


def _named(names: tuple[str, ...], number: int, lang: str) -> str:
    return label(names[max(1, min(len(names), number)) - 1], lang)
