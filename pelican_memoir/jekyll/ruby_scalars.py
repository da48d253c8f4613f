"""Plain YAML scalars with the types that Ruby's Psych gives them, and values as Ruby writes them.

Source of the rules: Psych's `ScalarScanner`. Two types have no counterpart in a safe Python value: a symbol
(`:name`) stays the string as written, and a time that no calendar has stays a string.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

WORDS: dict[str, bool | None] = {
    "~": None,
    "null": None,
    "yes": True,
    "true": True,
    "on": True,
    "no": False,
    "false": False,
    "off": False,
}
SPECIAL_FLOATS = {".inf": float("inf"), "+.inf": float("inf"), "-.inf": float("-inf"), ".nan": float("nan")}

TIME = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?:[Tt]|\s+)"
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d):(?P<second>\d\d)(?:\.(?P<fraction>\d*))?"
    r"(?:\s*(?P<zone>Z|[-+]\d{1,2}:?(?:\d\d)?))?",
    re.ASCII,
)
DATE = re.compile(r"(\d{4})-(1[012]|0\d|\d)-([12]\d|3[01]|0\d|\d)", re.ASCII)
BASE_60 = re.compile(r"[-+]?[0-9][0-9_]*(?::[0-5]?[0-9]){1,2}(?P<fraction>\.[0-9_]*)?")
FLOAT = re.compile(r"[-+]?(?:[0-9][0-9_,]*)?\.[0-9]*(?:[eE][-+][0-9]+)?")
INTEGER = re.compile(
    r"(?P<sign>[-+]?)(?:0b(?P<binary>[01_,]+)|0x(?P<hex>[0-9a-fA-F_,]+)|(?P<octal>0[0-7_,]+)"
    r"|(?P<decimal>0|[1-9](?:[0-9]|,[0-9]|_[0-9])*))"
)
NUMERIC_START = frozenset("0123456789+-.")


def scalar(text: str) -> object:
    """Return the value of a plain (unquoted, untagged) scalar; text that means nothing special stays text."""
    if not text:
        return None
    if text[0] not in NUMERIC_START:
        return WORDS.get(text.lower(), text) if len(text) <= 5 else text
    for pattern, read in READERS:
        match = pattern.fullmatch(text)
        if match is not None:
            try:
                return read(match)
            except ValueError:
                return text
    return SPECIAL_FLOATS.get(text.lower(), text)


def read_time(match: re.Match[str]) -> datetime:
    """Return an aware time: a time without a zone is UTC, as in Ruby."""
    year, month, day, hour, minute, second = (int(part) for part in match.groups()[:6])
    microsecond = int(((match["fraction"] or "") + "000000")[:6])
    zone = read_zone(match["zone"])
    return datetime(year, month, day, hour, minute, second, microsecond, zone)


def read_zone(text: str | None) -> timezone:
    """Return the zone of `Z`, `+9`, `+0900` or `+09:00`; none at all is UTC."""
    if text is None or text == "Z":
        return UTC
    digits = text[1:].replace(":", "")
    hours, minutes = int(digits[:2]), int(digits[2:] or 0)
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)


def read_date(match: re.Match[str]) -> date:
    """Return a day without a time."""
    return date(*(int(part) for part in match.groups()))


def read_base_60(match: re.Match[str]) -> int | float:
    """Return what Ruby makes of `12:30`: hours, minutes and seconds, in seconds (45000)."""
    parts = match[0].replace("_", "").split(":")
    value = sum(float(part) * 60 ** (2 - place) for place, part in enumerate(parts))
    return value if match["fraction"] else int(value)


def read_float(match: re.Match[str]) -> float:
    """Return a decimal fraction; commas and underscores only group digits."""
    return float(re.sub(r"[,_]", "", match[0]))


def read_integer(match: re.Match[str]) -> int:
    """Return a whole number; `010` is octal."""
    bases = {"binary": 2, "hex": 16, "octal": 8, "decimal": 10}
    kind = next(name for name in bases if match[name] is not None)
    value = int(re.sub(r"[,_]", "", match[kind]), bases[kind])
    return -value if match["sign"] == "-" else value


READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], object]], ...] = (
    (TIME, read_time),
    (DATE, read_date),
    (BASE_60, read_base_60),
    (FLOAT, read_float),
    (INTEGER, read_integer),
)


def to_text(value: object) -> str:
    """Return a YAML value as Ruby's `to_s` writes it: `true`, `2022`, `2022-12-31 10:00:00 +0900`, '' for null."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        zone = "UTC" if value.tzinfo is UTC else value.strftime("%z")
        return f"{value:%Y-%m-%d %H:%M:%S} {zone}".rstrip()
    return str(value)
