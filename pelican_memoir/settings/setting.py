"""A setting: a field of a frozen dataclass that bears its default, its help and its check."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from typing import Any

from pelican_memoir.parameters.wrong import WrongParameterError as WrongSettingError
from pelican_memoir.parameters.wrong import expected, suggestion

__all__ = ["Check", "WrongSettingError", "expected", "setting", "suggestion"]

Check = Callable[[object], Any]


def setting(default: Any, check: Check, help: str, *, ended: str = "") -> Any:
    """Return a field with its default, the check of what a site sets, and its line in the table of settings.

    A check takes what a site sets and returns what the code works with, in builtins since Pelican pickles settings, or
    raises `WrongSettingError`. It accepts what it returned: a build checks settings more than once. `ended` says why a
    setting, taken over from elsewhere, has no effect any more.
    """
    make = default.copy if isinstance(default, dict) else (lambda: default)
    return field(
        default_factory=make, metadata={"check": check, "help": help} | ({"ended": ended} if ended else {})
    )
