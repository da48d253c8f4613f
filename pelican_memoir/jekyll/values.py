"""What a front-matter value means: converters from YAML's types to the plain values a site needs.

A converter takes the value and the `Site` and returns the converted value, or None where there is nothing to say.
It raises `WrongValueError`, with what it expected, for a value that it cannot use.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import dateutil.parser

from pelican_memoir.jekyll.confined import escape_of
from pelican_memoir.jekyll.front_matter import describe
from pelican_memoir.jekyll.post_path import to_date
from pelican_memoir.jekyll.ruby_scalars import to_text


@dataclass(frozen=True, slots=True)
class Site:
    """What of the site a value depends on: its time zone and its default language."""

    timezone: tzinfo = UTC
    language: str = "en"


Converter = Callable[[object, Site], object]


class WrongValueError(ValueError):
    """A value of a type or form that the field cannot use; the message says what was expected and what was there.

    `instead` is what is used in its place, None for nothing at all.
    """

    def __init__(self, expected: str, value: object, instead: str | None = None) -> None:
        used = "" if instead is None else f"; {instead!r} is used"
        super().__init__(f"expected {expected}, got {describe(value)}{used}")
        self.instead = instead


YEAR_FIRST = re.compile(r"(\d{2,4})-(\d{1,2})-(\d{1,2})(?=$|[T\s])(.*)", re.DOTALL | re.ASCII)
# Two days that differ in year, month and day: what a text leaves open shows as a difference.
BLANKS = (datetime(2001, 1, 1), datetime(2004, 2, 2))
STATUSES = ("published", "draft", "hidden", "skip")


def text(value: object, _site: Site) -> str | None:
    """Return one line or more of text; numbers, dates and booleans as Ruby writes them, null as nothing."""
    if isinstance(value, (list, dict)):
        raise WrongValueError("a text", value)
    return to_text(value).strip() or None


def required_text(value: object, site: Site) -> str:
    """Return a text; nothing at all is wrong here, and so is false, which is none to Jekyll."""
    found = None if value is False else text(value, site)
    if found is None:
        raise WrongValueError("a text", value)
    return found


def raw_text(value: object, site: Site) -> str | None:
    """Return a text with its white space kept; null and false mean that there is none."""
    if value is False or text(value, site) is None:
        return None
    return to_text(value)


def separator(value: object, site: Site) -> str | None:
    """Return an excerpt separator, which may be empty; null and false leave the site's."""
    text(value, site)
    return None if value is None or value is False else to_text(value)


def words(value: object, _site: Site) -> list[str] | None:
    """Return a list of names: a text splits on white space, a list keeps its entries, nulls drop out."""
    if value is None or value is False:
        return None
    if isinstance(value, str):
        return unique(value.split())
    if not isinstance(value, list):
        raise WrongValueError("a list", value)
    return unique(flat_texts(value))


def whole_words(value: object, _site: Site) -> list[str] | None:
    """Return a list of names, where a single value is one name that does not split."""
    if value is None or value is False:
        return None
    if isinstance(value, dict):
        raise WrongValueError("a text or a list", value)
    return unique(flat_texts(value if isinstance(value, list) else [value]))


def names(value: object, site: Site) -> list[str] | None:
    """Return the names of authors: a text, a list, or mappings that hold a `name`."""
    if value is None:
        return None
    entries = value if isinstance(value, list) else [value]
    return unique(flat_texts(entry.get("name") if isinstance(entry, dict) else entry for entry in entries))


def comma_names(value: object, site: Site) -> list[str] | None:
    """Return the names of authors, where commas part the names of a text."""
    return names(value.split(",") if isinstance(value, str) else value, site)


def flat(values: Iterable[object]) -> Iterator[object]:
    """Yield the entries of nested lists."""
    for value in values:
        if isinstance(value, list):
            yield from flat(value)
        else:
            yield value


def flat_texts(values: Iterable[object]) -> Iterator[str]:
    """Yield the entries of nested lists as texts, without nulls."""
    for value in flat(values):
        if isinstance(value, dict):
            raise WrongValueError("a list of texts", value)
        elif value is not None:
            yield to_text(value).strip()


def unique(values: Iterable[str]) -> list[str] | None:
    """Return the texts without empty and repeated ones, None where none is left."""
    return list(dict.fromkeys(value for value in values if value)) or None


def moment(value: object, site: Site) -> datetime:
    """Return a naive time in the site's zone: a day is its midnight, a time with a zone is carried over.

    Jekyll reads the date from its text, which has no parts of a second.
    """
    if isinstance(value, datetime):
        return localise(value, site).replace(microsecond=0)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    if value is None or isinstance(value, (bool, float, list, dict)):
        raise WrongValueError("a date", value)
    found = parse_moment(to_text(value).strip())
    if found is None:
        raise WrongValueError("a date such as 2022-12-31", value)
    return localise(found, site).replace(microsecond=0)


def last_update(value: object, site: Site) -> datetime | None:
    """Return the time of the last change; other text than a date is the author's own wording and says nothing."""
    try:
        return moment(value, site)
    except WrongValueError:
        if isinstance(value, (list, dict)):
            raise
        return None


def parse_moment(source: str) -> datetime | None:
    """Return the time that a text names in full (year, month and day), None otherwise."""
    match = YEAR_FIRST.fullmatch(source)
    if match is not None:
        day = to_date(match[1], match[2], match[3])
        source = f"{day}{match[4]}" if day else ""
    try:
        readings = [dateutil.parser.parse(source, default=blank, tzinfos=zone) for blank in BLANKS]
    except (ValueError, OverflowError):
        return None
    return readings[0] if readings[0] == readings[1] else None


def zone(name: str | None, seconds: int | None) -> tzinfo | None:
    """Return the zone that a text names; raises `ValueError` for a name that may mean another one elsewhere.

    Left to itself, dateutil takes the names that the machine's own zone has.
    """
    if seconds is not None:
        return timezone(timedelta(seconds=seconds))
    if name is not None:
        raise ValueError(name)
    return None


def localise(value: datetime, site: Site) -> datetime:
    """Return a time as the site's clocks show it, naive."""
    if value.tzinfo is None:
        return value
    try:
        return value.astimezone(site.timezone).replace(tzinfo=None)
    except OverflowError as error:
        raise WrongValueError("a date such as 2022-12-31", value) from error


def language(value: object, site: Site) -> str | None:
    """Return a language code: `EN` is `en`, `ko_KR` is `ko-kr`; the site's own language as it is set, lower-cased."""
    code = text(value, site)
    if code is None:
        return None
    code = code.replace("_", "-").lower()
    if not re.fullmatch(r"[a-z]{2,8}(-[a-z0-9]{1,8})*", code):
        raise WrongValueError("a language code such as ko", value)
    own = site.language.lower()  # as Pelican compares them
    return own if code == own.replace("_", "-") else code


def status(value: object, site: Site) -> str | None:
    """Return one of Pelican's states of publication."""
    found = text(value, site)
    if found is not None and found.lower() not in STATUSES:
        raise WrongValueError("one of " + ", ".join(STATUSES), value)
    return found.lower() if found else None


def published(value: object, _site: Site) -> str | None:
    """Return `skip` for false and null: Jekyll leaves such a post out; every other value publishes."""
    return "skip" if value is None or value is False else None


def flag(value: object, site: Site) -> str | None:
    """Return a boolean as the text that Pelican compares with."""
    return (text(value, site) or "").lower() or None


def slug(value: object, site: Site) -> str:
    """Return a name for addresses; what would part folders becomes a hyphen, as in Jekyll."""
    found = required_text(value, site)
    if not found.strip("./\\"):
        raise WrongValueError("a name of letters and digits", value)
    if re.search(r"[/\\]", found):
        raise WrongValueError("a name without slashes", value, re.sub(r"[/\\]", "-", found))
    return found


def output_path(value: object, site: Site) -> str | None:
    """Return a file below the output folder; one that begins at the root is meant to begin there."""
    found = text(value, site)
    if not found:
        return None
    below = found.lstrip("/")
    if not below or escape_of(below):
        raise WrongValueError("a path below the output folder", value)
    if below != found:
        raise WrongValueError("a path below the output folder", value, below)
    return below


def address(value: object, site: Site) -> str | None:
    """Return an address below the site's, with or without a slash before it."""
    found = text(value, site)
    return output_path(found.lstrip("/"), site) if found else None
