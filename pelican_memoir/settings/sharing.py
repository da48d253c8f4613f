"""Links by which a reader shares a post."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pelican_memoir.parameters.sharing import SHARES
from pelican_memoir.settings.setting import WrongSettingError, expected, setting, suggestion


def places(value: object) -> dict[str, bool]:
    """Accept `share-links-active:` of a `_config.yml`, or a list of names."""
    named = dict.fromkeys(value, True) if isinstance(value, (list, tuple)) else value
    if not isinstance(named, Mapping):
        raise expected("a dictionary of places with True or False", value)
    for place in named:
        if place not in SHARES:
            raise WrongSettingError(f"no place {place!r} to share at{suggestion(str(place), SHARES)}")
    return {str(place): wanted is True for place, wanted in named.items()}


@dataclass(frozen=True)
class Sharing:
    """Where readers share."""

    share_links_active: dict[str, bool] = setting(
        {},
        places,
        f"Where readers can share a post: {', '.join(SHARES)}; or these with True or False. It wants `SITEURL`.",
    )
