"""The settings `MEMOIR_*`: each a field with its default, its help and its check, in a group of its own file.

A field `paths` is the setting `MEMOIR_PATHS`; the README's table is generated from the fields (`table`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from pelican_memoir.errors import Location, Problem, SettingsError
from pelican_memoir.settings.addresses import Addresses
from pelican_memoir.settings.analytics import Analytics
from pelican_memoir.settings.colours import Colours
from pelican_memoir.settings.comments import Comments
from pelican_memoir.settings.footer import Footer
from pelican_memoir.settings.formulas import Formulas
from pelican_memoir.settings.header import Header
from pelican_memoir.settings.lists import Lists
from pelican_memoir.settings.other_plugins import OtherPlugins
from pelican_memoir.settings.own_files import OwnFiles
from pelican_memoir.settings.pages import Pages
from pelican_memoir.settings.reading import Reading
from pelican_memoir.settings.repair import Repair
from pelican_memoir.settings.setting import WrongSettingError, suggestion
from pelican_memoir.settings.sharing import Sharing
from pelican_memoir.settings.speed import Speed

CODE = "memoir.settings"
PREFIX = "MEMOIR_"


@dataclass(frozen=True)
class Settings(
    Speed,
    OwnFiles,
    Analytics,
    Sharing,
    Comments,
    Lists,
    Colours,
    Footer,
    Header,
    Pages,
    Formulas,
    Repair,
    OtherPlugins,
    Addresses,
    Reading,
):
    """All settings of the plugin. The group that is named last comes first, as dataclasses collect their fields."""


FIELDS = {PREFIX + entry.name.upper(): entry for entry in fields(Settings)}


def read(source: Mapping[str, Any]) -> Settings:
    """Return the settings that Pelican's mapping holds.

    Raises `SettingsError` with every unknown name and every value that cannot be used.
    """
    problems, values = [], {}
    for name in sorted(key for key in source if isinstance(key, str) and key.startswith(PREFIX)):
        if name not in FIELDS:
            problems.append(problem(name, f"no such setting{suggestion(name, FIELDS)}"))
            continue
        entry = FIELDS[name]
        try:
            values[entry.name] = entry.metadata["check"](source[name])
        except WrongSettingError as error:
            problems.append(problem(name, str(error)))
    if problems:
        raise SettingsError(*problems)
    return Settings(**values)


def as_pelican(settings: Settings) -> dict[str, Any]:
    """Return the settings under Pelican's names, for templates."""
    return {name: getattr(settings, entry.name) for name, entry in FIELDS.items()}


def without_effect(settings: Settings) -> list[Problem]:
    """Return a problem for each setting of a site that can do nothing any more."""
    return [
        problem(name, f"has no effect: {entry.metadata['ended']}")
        for name, entry in FIELDS.items()
        if "ended" in entry.metadata and getattr(settings, entry.name)
    ]


def problem(name: str, message: str) -> Problem:
    """Return the problem of one setting."""
    return Problem(Location("settings"), CODE, f"{name}: {message}")
