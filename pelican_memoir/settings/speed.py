"""What is remembered from build to build, and how many processes read and write."""

from __future__ import annotations

from dataclasses import dataclass

from pelican_memoir.settings.checks import flag
from pelican_memoir.settings.setting import expected, setting


def number_or_none(value: object) -> int | None:
    """Accept a number of processes; None leaves it to the machine."""
    if value is not None and (isinstance(value, bool) or not isinstance(value, int) or value < 0):
        raise expected("a whole number from 0 on, or None", value)
    return value if value is None else int(str(value))


@dataclass(frozen=True)
class Speed:
    """What saves time and changes nothing else."""

    cache: bool = setting(
        True,
        flag,
        "Whether what was read and written is remembered in `CACHE_PATH` for the next build (`docs/performance.md`).",
    )
    workers: int | None = setting(
        None,
        number_or_none,
        "How many processes read posts and write pages, where these are many. None: as many as there are processors;"
        " 0: none but Pelican's own.",
    )
    profile: bool = setting(
        False,
        flag,
        "Whether a build ends with a table of where its time went; `MEMOIR_PROFILE=1` in the environment asks, too.",
    )
