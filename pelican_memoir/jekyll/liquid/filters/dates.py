"""Filters of dates."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, tzinfo
from typing import Any

from dateutil import parser
from liquid import RenderContext
from liquid.exceptions import FilterArgumentError
from liquid.filter import with_context

from pelican_memoir.jekyll import clock
from pelican_memoir.jekyll.liquid.ruby_time import strftime
from pelican_memoir.jekyll.liquid.values import inspect, to_text

SUFFIXES = {1: "st", 2: "nd", 3: "rd"}


def to_date(value: Any, zone: tzinfo) -> datetime | None:
    """Return the time that a value means, or None; without a zone it is one of the site's."""
    if isinstance(value, datetime):
        return value if value.tzinfo else value.replace(tzinfo=zone)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=zone)
    text = to_text(value).strip().lower() if isinstance(value, (str, int)) else ""
    if text in ("now", "today"):
        return clock.now(zone)
    try:
        if text.isdecimal():
            return datetime.fromtimestamp(int(text), zone)
        today = clock.now(zone).replace(hour=0, minute=0, second=0, microsecond=0)
        return parser.parse(text, default=today) if text else None
    except (ValueError, OverflowError, OSError):
        return None


def local(value: Any, zone: tzinfo) -> datetime:
    """Return the site's local time that a value means; raises `FilterArgumentError`."""
    found = to_date(value, zone)
    if found is None:
        raise FilterArgumentError(f"{inspect(value)} is no date", token=None)
    return found.astimezone(zone)


def zone_of(context: RenderContext) -> tzinfo:
    """Return the site's time zone."""
    zone: tzinfo = context.env.scope.zone  # type: ignore[attr-defined]
    return zone


@with_context
def formatted(value: Any, form: Any = "", *, context: RenderContext) -> Any:
    """Return a date in a form of Ruby's `strftime`; what is no date stays what it is."""
    found = to_date(value, zone_of(context)) if to_text(form) else None
    return value if found is None else strftime(found, to_text(form))


def in_form(form: str) -> Callable[..., Any]:
    """Return a filter that writes local times in one form."""

    @with_context
    def filtered(value: Any, *, context: RenderContext) -> Any:
        return strftime(local(value, zone_of(context)), form) if to_text(value) else value

    return filtered


def in_words(month: str) -> Callable[..., Any]:
    """Return a filter that writes a day with its month's name, perhaps as an ordinal, perhaps in American order."""

    @with_context
    def filtered(value: Any, kind: Any = None, style: Any = None, *, context: RenderContext) -> Any:
        if not to_text(value):
            return value
        found = local(value, zone_of(context))
        if kind != "ordinal":
            return strftime(found, f"%d {month} %Y")
        day = f"{found.day}{ordinal(found.day)}"
        return strftime(found, f"{month} {day}, %Y" if style == "US" else f"{day} {month} %Y")

    return filtered


def ordinal(number: int) -> str:
    """Return the letters behind an ordinal number."""
    return "th" if 11 <= number <= 13 else SUFFIXES.get(number % 10, "th")


FILTERS: dict[str, Callable[..., Any]] = {
    "date": formatted,
    "date_to_xmlschema": in_form("%Y-%m-%dT%H:%M:%S%:z"),
    "date_to_rfc822": in_form("%a, %d %b %Y %H:%M:%S %z"),
    "date_to_string": in_words("%b"),
    "date_to_long_string": in_words("%B"),
}
