"""What is repaired in the HTML of posts."""

from __future__ import annotations

from dataclasses import dataclass

from pelican_memoir.repair.order import NAMES
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
    """Which repairs are done."""

    repair: tuple[str, ...] = setting(
        NAMES,
        repairs,
        "What is repaired in the HTML of posts, by name (`docs/repair.md`). Empty: nothing, the HTML stays as written.",
    )
