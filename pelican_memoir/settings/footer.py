"""The foot of every page: where else the author is, the site's address, and a link to edit the page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pelican_memoir.parameters.addresses import elsewhere
from pelican_memoir.parameters.networks import profiles
from pelican_memoir.settings.checks import text
from pelican_memoir.settings.setting import expected, setting


def accounts(value: object) -> dict[str, object]:
    """Accept `social-network-links:` of a `_config.yml`."""
    if not isinstance(value, Mapping):
        raise expected("a dictionary of places and accounts", value)
    found = {str(place): account for place, account in value.items()}
    profiles(found)
    return found


def edit_address(value: object) -> str:
    """Accept an address with `{path}` in it; None, False and an empty text: no link."""
    if value in (None, False, ""):
        return ""
    address = elsewhere(value)
    if "{path}" not in address:
        raise expected("an address with {path}", value)
    return address


@dataclass(frozen=True)
class Footer:
    """What the foot of a page shows."""

    social_network_links: dict[str, object] = setting(
        {},
        accounts,
        "Where else you are, in your order: the name of a place (`github`, `email`, …) and your account there, or any"
        " name and an address. `rss: True` is the site's feed.",
    )
    url_pretty: str = setting("", text, "How the site's address reads, linked to the home page.")
    edit_page_button: str = setting(
        "",
        edit_address,
        "Where a page can be edited, with `{path}` for its file below `PATH`:"
        " `https://github.com/OWNER/NAME/edit/main/content/{path}`. Empty: no link.",
    )
