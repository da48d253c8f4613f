"""What is repaired in the HTML of posts."""

from __future__ import annotations

from dataclasses import dataclass

from pelican_memoir.repair.order import NAMES
from pelican_memoir.settings.checks import path_or_none
from pelican_memoir.settings.setting import WrongSettingError, expected, setting, suggestion


def repairs(value: object) -> tuple[str, ...]:
    """Accept a list of names of repairs."""
    if not isinstance(value, (list, tuple)):
        raise expected("a list of names of repairs", value)
    for name in value:
        if name not in NAMES:
            raise WrongSettingError(f"no repair {name!r}{suggestion(str(name), dict.fromkeys(NAMES))}")
    return tuple(value)


@dataclass(frozen=True)
class Repair:
    """Which repairs are done, and what they know of pictures."""

    repair: tuple[str, ...] = setting(
        NAMES,
        repairs,
        "What is repaired in the HTML of posts, by name (`docs/repair.md`). Empty: nothing, the HTML stays as written.",
    )
    picture_sizes: str = setting(
        "picture-sizes.json",
        path_or_none,
        "The file with the sizes of pictures from elsewhere, which `pelican-memoir pictures` writes (`docs/repair.md`),"
        " from the folder that the content lies in. None or empty: no such file.",
    )
