"""Repairs the HTML of Pelican's content, and tells the author what had to be guessed, with file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from pelican.contents import Content

from pelican_memoir.errors import Location, Problem
from pelican_memoir.memoir.model import Memoir, Period
from pelican_memoir.repair import Page, PeriodHeading, repair
from pelican_memoir.repair.alts import ABOUT
from pelican_memoir.repair.edit import Guess
from pelican_memoir.repair.page import Size
from pelican_memoir.telling import shown, tell
from pelican_memoir.theming.periods import takeaway_label

CODE = "memoir.repair"
THEME_IDS = frozenset(["main", "memoir-achievements", "memoir-goals", "memoir-highlights", "memoir-posts"])
"""Ids that the theme's own pages have."""


def repair_content(content: Content, size_of: Callable[[str], Size | None], text: Callable[[], str]) -> None:
    """Repair the text of a piece of content and its summary, behind Pelican's cache and before its templates.

    `size_of` knows the size of a picture by its address, `text` what is in the file.
    """
    names = content.settings["MEMOIR_REPAIR"]
    if not names:
        return
    if content._content:
        repaired = repair(page_of(content, content._content, size_of), names)
        content._content = repaired.html
        tell(problems(repaired.guesses, content.source_path, text))
        # Pelican keeps a text that another plugin has looked at already.
        content.get_content.cache.pop((content, content.get_siteurl()), None)
    summary = content.metadata.get("summary")
    if isinstance(summary, str) and "<" in summary:
        content.metadata["summary"] = repair(page_of(content, summary, size_of), names).html
        if hasattr(content, "_summary"):  # what Pelican writes back when all generators are done
            content._summary = content.metadata["summary"]
    content.get_summary.cache.pop((content, content.get_siteurl()), None)


def page_of(content: Content, html: str, size_of: Callable[[str], Size | None]) -> Page:
    """Return what the repairs see of a piece of content."""
    memoir: Memoir | None = content.memoir
    periods = memoir.periods if memoir else ()
    language = memoir.language if memoir else ""
    return Page(
        html,
        title=getattr(content, "title", ""),
        periods=headings_of(periods, language),
        items=frozenset(entry.anchor for period in periods for entry in period.achievements if entry.anchor),
        size_of=size_of,
        taken_ids=THEME_IDS,
    )


def headings_of(periods: Iterable[Period], language: str) -> Mapping[str, PeriodHeading]:
    """Return what is known of the periods by their anchors: a month under its quarter is one deeper."""
    found: dict[str, PeriodHeading] = {}
    above: list[Period] = []
    for period in periods:
        while above and not is_part(period, above[-1]):
            above.pop()
        if period.anchor:
            found[period.anchor] = PeriodHeading(len(above), takeaway_label(period, language))
        above.append(period)
    return found


def is_part(period: Period, other: Period) -> bool:
    """Tell whether a period lies within another, by its months and by the level of its heading."""
    lower = (period.level or 7) > (other.level or 7)
    return lower and set(period.months) < set(other.months) and period.year == other.year


def problems(guesses: Iterable[Guess], source_path: str | None, text: Callable[[], str]) -> list[Problem]:
    """Return one problem that names all guesses of a post with their lines; none where nothing was guessed."""
    guesses = list(guesses)
    if not guesses or not source_path:
        return []
    lines = lines_of(guesses, text())
    alts = [line for guess, line in zip(guesses, lines, strict=True) if guess.about == ABOUT]
    others = [
        f"{guess.about}{at([line])}"
        for guess, line in zip(guesses, lines, strict=True)
        if guess.about != ABOUT
    ]
    said = []
    if alts:
        many = "1 picture has" if len(alts) == 1 else f"{len(alts)} pictures have"
        said.append(f"{many} no alternative text, drafted from the headings above{at(alts)}")
    if others:
        said.append(f"taken out, as a strict policy stops it: {'; '.join(dict.fromkeys(others))}")
    first = min((line for line in lines if line), default=None)
    same = tuple(line for line in dict.fromkeys(alts) if line) if not others else ()
    return [Problem(Location(shown(source_path), first), CODE, "; ".join(said), same)]


def lines_of(guesses: Iterable[Guess], text: str) -> list[int | None]:
    """Return the line of each guess in a source, the next one for words that stand there again."""
    places: dict[str, int] = {}
    lines: list[int | None] = []
    for guess in guesses:
        place = text.find(guess.needle, places.get(guess.needle, 0)) if guess.needle else -1
        places[guess.needle] = place + 1 if place >= 0 else places.get(guess.needle, 0)
        lines.append(text.count("\n", 0, place) + 1 if place >= 0 else None)
    return lines


def at(lines: Iterable[int | None]) -> str:
    """Return ` (lines 3, 7)` for the lines that are known."""
    known = list(dict.fromkeys(str(line) for line in lines if line))
    return f" ({'line' if len(known) == 1 else 'lines'} {', '.join(known)})" if known else ""
