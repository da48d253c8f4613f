"""Ruby's `Time#strftime`: its directives, flags and widths, in English whatever the locale.

Source of the rules: Ruby's documentation, "Formats for Dates and Times".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from pelican_memoir.jekyll.permalink import DAYS, MONTHS

DIRECTIVE = re.compile(r"%(?P<flags>[-0^#_:]*)(?P<width>\d*)(?P<name>[a-zA-Z%+])")

# A number, its width, and what fills it up.
NUMBERS: dict[str, tuple[Callable[[datetime], int], int, str]] = {
    "Y": (lambda time: time.year, 4, "0"),
    "C": (lambda time: time.year // 100, 2, "0"),
    "y": (lambda time: time.year % 100, 2, "0"),
    "m": (lambda time: time.month, 2, "0"),
    "d": (lambda time: time.day, 2, "0"),
    "e": (lambda time: time.day, 2, " "),
    "j": (lambda time: time.timetuple().tm_yday, 3, "0"),
    "H": (lambda time: time.hour, 2, "0"),
    "k": (lambda time: time.hour, 2, " "),
    "I": (lambda time: time.hour % 12 or 12, 2, "0"),
    "l": (lambda time: time.hour % 12 or 12, 2, " "),
    "M": (lambda time: time.minute, 2, "0"),
    "S": (lambda time: time.second, 2, "0"),
    "u": (lambda time: time.isoweekday(), 1, "0"),
    "w": (lambda time: time.isoweekday() % 7, 1, "0"),
    "G": (lambda time: time.isocalendar().year, 4, "0"),
    "g": (lambda time: time.isocalendar().year % 100, 2, "0"),
    "V": (lambda time: time.isocalendar().week, 2, "0"),
    "U": (lambda time: int(time.strftime("%U")), 2, "0"),
    "W": (lambda time: int(time.strftime("%W")), 2, "0"),
    "s": (lambda time: int(time.timestamp()), 1, "0"),
}
TEXTS: dict[str, Callable[[datetime], str]] = {
    "B": lambda time: MONTHS[time.month - 1],
    "b": lambda time: MONTHS[time.month - 1][:3],
    "h": lambda time: MONTHS[time.month - 1][:3],
    "A": lambda time: DAYS[time.weekday()],
    "a": lambda time: DAYS[time.weekday()][:3],
    "p": lambda time: "AM" if time.hour < 12 else "PM",
    "P": lambda time: "am" if time.hour < 12 else "pm",
    "Z": lambda time: time.tzname() or "",
    "n": lambda _: "\n",
    "t": lambda _: "\t",
    "%": lambda _: "%",
}
COMPOUNDS = {
    "c": "%a %b %e %H:%M:%S %Y",
    "D": "%m/%d/%y",
    "F": "%Y-%m-%d",
    "v": "%e-%^b-%Y",
    "x": "%m/%d/%y",
    "X": "%H:%M:%S",
    "r": "%I:%M:%S %p",
    "R": "%H:%M",
    "T": "%H:%M:%S",
    "+": "%a %b %e %H:%M:%S %Z %Y",
}


def strftime(time: datetime, form: str) -> str:
    """Return an aware time in a form; what is no directive stays as it is."""
    return DIRECTIVE.sub(lambda match: directive(time, match), form)


def directive(time: datetime, match: re.Match[str]) -> str:
    """Return what one directive stands for."""
    name, flags, width = match["name"], match["flags"], min(int(match["width"] or 0), 1000)
    if name in NUMBERS:
        number, digits, fill = NUMBERS[name]
        text = "" if "-" in flags else fill
        fill = "0" if "0" in flags else " " if "_" in flags else fill
        return str(number(time)) if not text else str(number(time)).rjust(width or digits, fill)
    if name in ("L", "N"):
        digits = width or (3 if name == "L" else 9)
        return f"{time.microsecond:06}".ljust(digits, "0")[:digits]
    if name == "z":
        return offset(time, flags.count(":"))
    if name in COMPOUNDS:
        text = strftime(time, COMPOUNDS[name])
    elif name in TEXTS:
        text = TEXTS[name](time)
    else:
        return match[0]
    if "^" in flags:
        text = text.upper()
    elif "#" in flags:
        text = text.lower() if name in ("p", "Z") else text.upper()
    return text.rjust(width, "0" if "0" in flags else " ")


def offset(time: datetime, colons: int) -> str:
    """Return a time's distance from UTC: `+0900`, `+09:00`, `+09:00:00`."""
    found = time.utcoffset()
    seconds = int(found.total_seconds()) if found else 0
    sign, seconds = ("-" if seconds < 0 else "+"), abs(seconds)
    parts = [seconds // 3600, seconds // 60 % 60, *([seconds % 60] if colons > 1 else [])]
    return sign + (":" if colons else "").join(f"{part:02}" for part in parts)
