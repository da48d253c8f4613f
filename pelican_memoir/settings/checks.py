"""Checks of settings that more than one group asks for; each returns what the code works with."""

from __future__ import annotations

import re

from pelican_memoir.jekyll.confined import escape_of
from pelican_memoir.parameters import front_matter
from pelican_memoir.parameters.addresses import scheme_of
from pelican_memoir.settings.setting import expected

_ACCOUNT = re.compile(r"[\w.-]+", re.ASCII)


def text(value: object) -> str:
    """Accept a text."""
    if not isinstance(value, str):
        raise expected("a text", value)
    return value


def path_list(value: object) -> tuple[str, ...]:
    """Accept a list of paths; a single text is meant as one path."""
    entries = [value] if isinstance(value, str) else value
    if not isinstance(entries, (list, tuple)) or not all(isinstance(entry, str) for entry in entries):
        raise expected("a list of paths", value)
    return tuple(entry.strip("/").removeprefix("./") for entry in entries)


def flag(value: object) -> bool:
    """Accept True or False."""
    if not isinstance(value, bool):
        raise expected("True or False", value)
    return value


def path_or_none(value: object) -> str:
    """Accept the path of a file of the site; None and an empty text switch it off."""
    return "" if value is None else text(value)


def file_or_none(value: object) -> str:
    """Accept the name of a file below the output folder; None and an empty text switch it off."""
    found = "" if value is None else text(value)
    if escape_of(found):
        raise expected("a path below the output folder", value)
    return found


def pattern_of_language(value: object) -> str:
    """Accept the name of a file with `{lang}` in it; None and an empty text switch it off."""
    found = file_or_none(value)
    if found and "{lang}" not in found:
        raise expected("a text with {lang}", value)
    return found


def count(value: object) -> int:
    """Accept a whole number from 0 on."""
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise expected("a whole number", value)
    return value


def listed(value: object) -> list[object]:
    """Accept one thing or a list of them; None is an empty list."""
    return [] if value is None else list(value) if isinstance(value, (list, tuple)) else [value]


def texts(value: object) -> str:
    """Accept a text, or a list of texts that are joined by commas."""
    return ", ".join(text(entry) for entry in value) if isinstance(value, (list, tuple)) else text(value)


def picture(value: object) -> str:
    """Accept the path or address of a picture; None and an empty text: none."""
    path = "" if value is None else text(value).strip()
    if scheme_of(path) not in ("", "http", "https", "data"):
        raise expected("the path of a picture", value)
    return path


def includes(value: object) -> tuple[str, ...]:
    """Accept names of templates of the owner: one, or a list."""
    return front_matter.includes(listed(value))


def account(value: object) -> str:
    """Accept a name or a number by which a service knows the site; None and an empty text switch it off."""
    found = "" if value is None or isinstance(value, bool) else str(value).strip()
    if found and not _ACCOUNT.fullmatch(found):
        raise expected("a name of letters, figures, `-`, `_` and `.`", value)
    return found


def loading(value: object) -> str:
    """Accept when something is loaded from elsewhere."""
    if value not in ("click", "always"):
        raise expected('"click" or "always"', value)
    return str(value)
