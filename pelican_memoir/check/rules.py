"""What is looked for, one function a rule: from the texts of a blog to problems with their places."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from html import unescape
from urllib.parse import unquote

from pelican_memoir.errors import Location, Problem
from pelican_memoir.memoir import builder
from pelican_memoir.memoir.model import Memoir
from pelican_memoir.migrate.links import own_links
from pelican_memoir.migrate.plan import Plan
from pelican_memoir.migrate.texts import Text

PICTURE = re.compile(r"<img\b([^>]*)>")
HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h[1-6]>", re.DOTALL)
ATTRIBUTE = re.compile(r'([a-z-]+)="([^"]*)"')
ANCHOR = re.compile(r'\s(?:id|name)="([^"]*)"')
FRAGMENT = re.compile(r'<a\b[^>]*\shref="#([^"]+)"')
WIDTH = re.compile(r"\s*([0-9]+(?:\.[0-9]+)?)\s*(%|px)?\s*\Z")


@dataclass(frozen=True, slots=True)
class Blog:
    """What the rules look at: the plan of the blog, each text's memoir, and the time that counts as now."""

    plan: Plan
    memoirs: dict[str, Memoir]
    now: datetime

    @property
    def texts(self) -> list[Text]:
        """The posts, drafts and pages."""
        return self.plan.texts


def memoirs_of(plan: Plan) -> dict[str, Memoir]:
    """The memoirs among the texts, by path."""
    found = {}
    for text in plan.texts:
        date = text.date.date() if text.date else None
        placed = builder.build(
            text.html, title=text.title, date=date, language=text.language, front_matter=text.mapping
        )
        if placed is not None:
            found[text.path] = placed.memoir
    return found


def duplicate_slugs(blog: Blog) -> Iterator[Problem]:
    """Two posts of one language with one slug: Pelican takes them for translations, or refuses them."""
    seen: dict[tuple[str, str], str] = {}
    pages = {entry.path for entry in blog.plan.pages}
    for text in blog.texts:
        key = (text.slug.lower(), text.language or "")
        if text.path not in pages and seen.setdefault(key, text.path) != text.path:
            message = f"the slug {text.slug} is that of {seen[key]} too"
            yield Problem(Location(text.path), "memoir.duplicate-slug", message)


def missing_anchors(blog: Blog) -> Iterator[Problem]:
    """Links to a place in a page of the blog that has no such place."""
    anchors = {text.path: set(map(unescape, ANCHOR.findall(text.html))) for text in blog.texts}
    by_url = {unquote(text.url).rstrip("/"): anchors[text.path] for text in blog.texts if text.url}
    for text in blog.texts:
        for written in dict.fromkeys(FRAGMENT.findall(text.html)):
            name = unquote(unescape(written))
            if name not in anchors[text.path] and name not in ("top", "markdown-toc"):
                where = Location(text.path, text.line_of(f"#{unescape(written)}"))
                yield Problem(where, "memoir.anchor", f"#{name} is no place in this page")
        for target, place, fragment in own_links(text, blog.plan.site):
            there = by_url.get(place.rstrip("/"))
            if fragment and there is not None and fragment not in there:
                where = Location(text.path, text.line_of(target))
                yield Problem(where, "memoir.anchor", f"{target} leads to a place that is not in that page")


def pictures(blog: Blog) -> Iterator[Problem]:
    """Pictures without alternative text, and with widths that cannot be meant."""
    for text in blog.texts:
        line = text.lines()
        for written in PICTURE.findall(text.html):
            attributes = {key: unescape(value) for key, value in ATTRIBUTE.findall(written)}
            source = attributes.get("src", "")
            where = Location(text.path, line(source))
            if not attributes.get("alt", "").strip():
                yield Problem(where, "memoir.alt", f"{source or 'a picture'} has no alternative text")
            width = WIDTH.match(attributes.get("width", ""))
            most, least = (100.0, 3.0) if width and width[2] == "%" else (5000.0, 2.0)
            if width and not least <= float(width[1]) <= most:
                yield Problem(where, "memoir.width", f'width="{attributes["width"]}" cannot be meant')


def heading_jumps(blog: Blog) -> Iterator[Problem]:
    """Headings more than one level below the one before."""
    for text in blog.texts:
        before, line = 0, text.lines()
        for number, content in HEADING.findall(text.html):
            level = int(number)
            title = " ".join(unescape(re.sub("<[^>]*>", "", content)).split())
            where = Location(text.path, line(title))
            if before and level > before + 1:
                message = f"h{level} {title!r} follows an h{before}; h{before + 1} is the next level"
                yield Problem(where, "memoir.heading-jump", message)
            before = level


def periods(blog: Blog) -> Iterator[Problem]:
    """Periods behind later ones, and items of one period with the same number."""
    for text in blog.texts:
        memoir, line = blog.memoirs.get(text.path), text.lines()
        latest = (0, 0)
        for period in memoir.periods if memoir else ():
            first = (
                period.year or (memoir.year if memoir else 0) or 0,
                period.months[0] if period.months else 0,
            )
            where = Location(text.path, line(period.heading))
            if first < latest and len(period.months) < 12:
                yield Problem(
                    where, "memoir.period-order", f"{period.heading!r} stands behind a later period"
                )
            latest = max(latest, first)
            numbers: set[int] = set()
            for item in period.achievements:
                where = Location(text.path, line(item.text))
                if item.number is not None and item.number in numbers:
                    message = f"{item.text!r}: {period.heading} has number {item.number} twice"
                    yield Problem(where, "memoir.number-twice", message)
                numbers.add(item.number or -1)


def future_dates(blog: Blog) -> Iterator[Problem]:
    """Dates that are still to come: such a post is not shown yet."""
    for text in blog.texts:
        if text.date is not None and text.date > blog.now:
            message = f"the date {text.date:%Y-%m-%d} is still to come"
            yield Problem(Location(text.path), "memoir.future-date", message)


RULES: tuple[Callable[[Blog], Iterator[Problem]], ...] = (
    duplicate_slugs,
    missing_anchors,
    pictures,
    heading_jumps,
    periods,
    future_dates,
)
