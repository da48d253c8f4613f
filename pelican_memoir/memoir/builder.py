"""Builds the memoir of a post from its rendered HTML, or finds that the post is none."""

from __future__ import annotations

import datetime
import functools
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any

from pelican_memoir.languages import codes
from pelican_memoir.memoir.achievements import achievements
from pelican_memoir.memoir.as_written import AsWritten, has_typography
from pelican_memoir.memoir.candidates import candidates
from pelican_memoir.memoir.codec import changed, map_texts
from pelican_memoir.memoir.gate import may_be_memoir
from pelican_memoir.memoir.goals import goals_of, past_goals_of
from pelican_memoir.memoir.groups import groups_of
from pelican_memoir.memoir.leads import with_leads
from pelican_memoir.memoir.model import Goals, Memoir, Period, PostPeriod, Tile
from pelican_memoir.memoir.outline import read_outline
from pelican_memoir.memoir.overrides import Overrides, read_overrides
from pelican_memoir.memoir.periods import Found, with_sections
from pelican_memoir.memoir.placed import Placed, PlacedPeriod, place
from pelican_memoir.memoir.reading import period_kind
from pelican_memoir.memoir.seasons import season_months
from pelican_memoir.memoir.series import series
from pelican_memoir.memoir.subject import names_subject
from pelican_memoir.memoir.takeaways import takeaway_text
from pelican_memoir.memoir.title import Evidence, read_title
from pelican_memoir.memoir.topics import closing_of, highlights_of, opening_of, sections_of, topic_headings
from pelican_memoir.memoir.verdict import is_memoir, is_of_author, is_timely, title_evidence
from pelican_memoir.memoir.year import reviewed_year
from pelican_memoir.memoir.year_of_its_own import with_years

_OPENING = 2000
"""How much of the post is asked for its year, in characters of HTML."""


def build(
    html: str,
    *,
    title: str,
    date: datetime.date | None,
    language: str | None,
    front_matter: Mapping[str, Any],
    source: str | Callable[[], str | None] | None = None,
) -> Placed | None:
    """The memoir that the post is, with its places in the HTML; None for an ordinary post.

    `html` is the rendered post, `source` its Markdown if at hand, or what fetches it: it tells the author's own quotes
    from those that smart punctuation made (see `AsWritten`).
    """
    reading, overrides = read_title(title), read_overrides(front_matter)
    evidence = title_evidence(reading.evidence, reading.year, date, front_matter)
    if overrides.wanted is not None:
        evidence = Evidence.SURE if overrides.wanted else Evidence.ELSE
    if not may_be_memoir(html, evidence):
        return None
    year = year_of(html, title=title, date=date, front_matter=front_matter)
    outline = read_outline(html)
    kept = series(candidates(outline, year, overrides, reading.post_period), outline)
    if not kept and evidence is Evidence.SURE and (led := with_leads(outline)) is not None:
        outline, kept = led, series(candidates(led, year, overrides, reading.post_period), led)
    if not is_memoir(evidence, kept):
        return None
    if overrides.wanted is None and names_subject(title):
        timely = is_timely(evidence, reading, date, kept)
        if not timely or not is_of_author(html, outline, evidence, front_matter):
            return None
    found = [] if overrides.no_periods else with_sections(kept, outline, year)
    placed = Placed(_EMPTY, outline, tuple([place(each, outline, overrides) for each in found]))
    written = AsWritten(source() if callable(source) else source) if has_typography(html) else str
    read = _assemble(placed, year, reading.post_period, overrides)
    memoir = map_texts(changed(read, periods=with_years(read.periods, year, date)), written)
    periods = _with_achievements(memoir, placed, overrides, written)
    spoken = language_of(language, title, html)
    return replace(placed, memoir=changed(memoir, title=title, language=spoken, periods=periods))


_EMPTY = Memoir(None, "", "")


def _with_achievements(
    memoir: Memoir, placed: Placed, overrides: Overrides, written: Callable[[str], str]
) -> tuple[Period, ...]:
    """The memoir's periods with their achievements, whose many texts become as written where they are read."""
    entries = [entry for each in placed.periods for entry in each.entries]
    told = iter(achievements(entries, placed.outline, overrides.achievements, written))
    pairs = zip(memoir.periods, placed.periods, strict=True)
    return tuple([changed(each, achievements=tuple(islice(told, len(at.entries)))) for each, at in pairs])


def _assemble(placed: Placed, year: int | None, part: PostPeriod | None, overrides: Overrides) -> Memoir:
    """All of the memoir that is read from its HTML, but for the achievements of its periods."""
    outline, found = placed.outline, [each.found for each in placed.periods]
    topics = [] if found else topic_headings(outline, year, part)
    first = found[0].heading.start if found else topics[0].start if topics else outline.end
    last = found[-1].heading.start if found else topics[-1].start if topics else 0
    return Memoir(
        year=year,
        title="",
        language="",
        periods=tuple([_period(each, found) for each in placed.periods]),
        post_period=part,
        sections=sections_of(topics),
        highlights=() if found else highlights_of(outline, first),
        opening=opening_of(outline, first),
        closing=closing_of(outline, last),
        goals=_laid_down(overrides.goals)
        if overrides.goals is not None
        else goals_of(outline, year, found, part),
        past_goals=past_goals_of(outline, year, found, part),
        groups=groups_of(outline),
        tiles=tuple(Tile(name, value) for name, value in overrides.tiles),
    )


def _laid_down(goals: tuple[str, ...]) -> tuple[Goals, ...]:
    return (Goals("", None, goals),) if goals else ()


def year_of(
    html: str = "",
    *,
    title: str,
    date: datetime.date | None,
    front_matter: Mapping[str, Any],
    language: str | None = None,
) -> int | None:
    """The year that a post looks back at, told of any post; None where neither title nor date says it."""
    laid_down = read_overrides(front_matter).year
    return (
        laid_down if laid_down is not None else reviewed_year(title, date, front_matter, _opening_words(html))
    )


def _period(placed: PlacedPeriod, all_found: list[Found]) -> Period:
    found = placed.found
    reading, heading = found.reading, found.heading
    return Period(
        kind=period_kind(reading.kind, reading.end_number),
        number=reading.number,
        end_number=reading.end_number,
        months=reading.months or season_months(found, all_found),
        heading=heading.text,
        title=reading.title if len(found.parts) == 1 else "",
        anchor=heading.anchor,
        level=heading.level,
        summary=takeaway_text(placed.takeaways[0]) if placed.takeaways else "",
        year=reading.year,
    )


_SCRIPTS = (
    ("ko", re.compile("[가-힣]+")),
    ("ja", re.compile("[ぁ-んァ-ヶ]+")),
    ("zh", re.compile("[一-鿿]+")),
)
_SAMPLE = 200
"""About as many characters are asked for their script, with steps between: they tell as much as all."""

_LATIN = re.compile("[a-zA-Z]+")
_TAG = re.compile(r"<[^>]*>")


@functools.lru_cache(maxsize=1)
def _opening_words(html: str) -> str:
    """What the post begins with, without its tags; that of the last one is kept."""
    return _TAG.sub(" ", html[:_OPENING])


def language_of(language: str | None, title: str, html: str) -> str:
    """The language given if there are words for it, else the one whose script the post is written in."""
    given = (language or "").replace("_", "-").split("-")[0].lower()
    if given in codes():
        return given
    text = title + _opening_words(html)
    text = text[:: len(text) // _SAMPLE or 1]
    found: dict[str, int] = {}
    for code, script in _SCRIPTS:
        found[code] = _length(script.findall(text))
        if found[code] * 2 > len(text) and code == "ko":
            return code  # whatever else is in it is less
    if found["ja"] * 10 > found["zh"]:
        found["zh"] = 0
    code = max(found, key=lambda each: found[each])
    return code if found[code] * 4 > _length(_LATIN.findall(text)) else "en"


def _length(runs: list[str]) -> int:
    return sum(map(len, runs))
