"""A setting: a field of a frozen dataclass that bears its default, its help and its check."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from dataclasses import field
from typing import Any

Check = Callable[[object], Any]


class WrongSettingError(ValueError):
    """A setting's value that cannot be used; the message says what was expected."""


def expected(what: str, value: object) -> WrongSettingError:
    """Return the error that says what was expected and what was there."""
    return WrongSettingError(f"expected {what}, got {value!r}")


def setting(default: Any, check: Check, help: str) -> Any:
    """Return a field with its default, the check of what a site sets, and its line in the table of settings.

    A check takes what a site sets and returns what the code works with, or raises `WrongSettingError`.
    """
    make = default.copy if isinstance(default, dict) else (lambda: default)
    return field(default_factory=make, metadata={"check": check, "help": help})


def suggestion(name: str, known: Mapping[str, object]) -> str:
    """Return `; did you mean …?` for a name that is near a known one, else nothing."""
    near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else ""
