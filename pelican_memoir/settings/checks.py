"""Checks of settings that more than one group asks for; each returns what the code works with."""

from __future__ import annotations

from pelican_memoir.settings.setting import expected


def text(value: object) -> str:
    """Accept a text."""
    if not isinstance(value, str):
        raise expected("a text", value)
    return value


def flag(value: object) -> bool:
    """Accept True or False."""
    if not isinstance(value, bool):
        raise expected("True or False", value)
    return value


def file_or_none(value: object) -> str:
    """Accept the name of a file in the output; None and an empty text switch it off."""
    return "" if value is None else text(value)


def pattern_of_language(value: object) -> str:
    """Accept the name of a file with `{lang}` in it; None and an empty text switch it off."""
    found = file_or_none(value)
    if found and "{lang}" not in found:
        raise expected("a text with {lang}", value)
    return found
