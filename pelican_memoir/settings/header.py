"""The head of every page: its links, pictures and colours beside the title."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pelican_memoir.parameters.addresses import link
from pelican_memoir.settings.checks import flag, includes, picture, texts
from pelican_memoir.settings.setting import expected, setting

Links = dict[str, Any]
"""Names to addresses, or to lists of such mappings: a menu."""


def navbar_links(value: object) -> Links:
    """Accept `navbar-links:` of a `_config.yml`."""
    if not isinstance(value, Mapping):
        raise expected("a dictionary of names and addresses", value)
    return {
        str(name): _menu(target) if isinstance(target, (list, tuple)) else link(target)
        for name, target in value.items()
    }


def _menu(entries: list[object] | tuple[object, ...]) -> list[dict[str, str]]:
    found = []
    for entry in entries:
        if not isinstance(entry, Mapping):
            raise expected("a list of names with their addresses", entry)
        found.append({str(name): link(target) for name, target in entry.items()})
    return found


@dataclass(frozen=True)
class Header:
    """What the head of a page shows."""

    navbar_links: Links = setting(
        {},
        navbar_links,
        "Links of the site's navigation: a name and an address, or a list of them for a menu.",
    )
    navbar_extra: tuple[str, ...] = setting(
        (), includes, "Templates of your own (`partials/NAME`) at the end of the navigation."
    )
    avatar: str = setting("", picture, "A picture beside the site's name.")
    round_avatar: bool = setting(True, flag, "Whether that picture is round.")
    title_img: str = setting("", picture, "A picture in the place of the site's name.")
    keywords: str = setting("", texts, 'What the site is about, for `<meta name="keywords">`.')
