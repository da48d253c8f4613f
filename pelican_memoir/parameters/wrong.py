"""The error that says what a value should have been."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class WrongParameterError(ValueError):
    """A value that cannot be used; the message says what was expected."""


def expected(what: str, value: object) -> WrongParameterError:
    """Return the error that says what was expected and what was there."""
    return WrongParameterError(f"expected {what}, got {value!r}")


def suggestion(name: str, known: Iterable[str]) -> str:
    """Return `; did you mean …?` for a name that is near a known one, else nothing."""
    near = difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)
    return f"; did you mean {near[0]}?" if near else ""
