"""Which entries of a folder Jekyll looks at: `include:`, `exclude:`, and names that begin in a special way.

Source of the rules: Jekyll's class `EntryFilter`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import translate
from functools import cached_property
from typing import Any

EXCLUDED = (
    ".sass-cache .jekyll-cache gemfiles Gemfile Gemfile.lock node_modules"
    " vendor/bundle/ vendor/cache/ vendor/gems/ vendor/ruby/"
).split()
INCLUDED = (".htaccess",)
SPECIAL = (".", "_", "#", "~")


@dataclass(frozen=True)
class EntryFilter:
    """The patterns of a configuration."""

    include: tuple[str, ...] = INCLUDED
    exclude: tuple[str, ...] = tuple(EXCLUDED)

    @cached_property
    def included(self) -> Patterns:
        """What is looked at whatever its name."""
        return Patterns(self.include)

    @cached_property
    def excluded(self) -> Patterns:
        """What is passed over."""
        return Patterns(pattern for pattern in self.exclude if pattern not in self.include)

    def wants(self, entry: str, folder: str) -> bool:
        """Tell whether Jekyll looks at an entry: a path in `folder`, which is one below the blog's ("" for it)."""
        if entry.endswith("."):
            return False
        name = entry.rpartition("/")[2]
        if self.included.match(entry) or self.included.match(name):
            return True
        if self.excluded.match(f"{folder}/{entry}" if folder else entry):
            return False
        return not (entry.startswith(SPECIAL) or name.startswith(SPECIAL) or entry.endswith("~"))


class Patterns:
    """Patterns in which `*` stands for anything, `/` too; whatever begins with one is meant as well."""

    def __init__(self, patterns: Iterable[str]) -> None:
        self.beginnings = tuple(pattern.lstrip("/") for pattern in patterns if pattern.strip("/"))
        self.expression = re.compile(
            "|".join(translate(pattern.replace("[^", "[!")) for pattern in self.beginnings) or r"(?!)"
        )

    def match(self, path: str) -> bool:
        """Tell whether one of the patterns means a path."""
        return (
            path.startswith(self.beginnings)
            or f"{path}/" in self.beginnings
            or bool(self.expression.match(path))
        )


def read(config: Mapping[str, Any]) -> EntryFilter:
    """Return the filter that a configuration makes."""
    return EntryFilter((*INCLUDED, *texts(config.get("include"))), (*texts(config.get("exclude")), *EXCLUDED))


def texts(value: object) -> list[str]:
    """Return the texts that a value holds: one, or a list of them."""
    return [str(entry) for entry in (value if isinstance(value, list) else [value]) if entry]
