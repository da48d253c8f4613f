"""What Beautiful Jekyll and other themes read from `_config.yml` becomes settings of the theme.

Most keys are settings by their own name, read by the setting's own check. A value that Beautiful Jekyll ships with says
nothing of the owner's wishes, so the theme keeps its own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pelican_memoir.parameters.networks import profiles
from pelican_memoir.parameters.sharing import SHARES
from pelican_memoir.parameters.wrong import WrongParameterError
from pelican_memoir.settings import FIELDS, PREFIX, Settings

PLAIN = (
    *("navbar-extra", "avatar", "round-avatar", "title-img", "keywords", "url-pretty", "date_format"),
    *("excerpt_length", "feed_show_excerpt", "feed_show_tags", "rss-description", "site-css", "site-js"),
    *("page-col", "text-col", "link-col", "hover-col", "navbar-col", "navbar-text-col", "navbar-border-col"),
    *("footer-col", "footer-text-col", "footer-link-col", "footer-hover-col", "mobile-theme-col"),
    *("page-img", "navbar-img", "footer-img", "navbar-links"),
    *("giscus", "utterances", "disqus", "commentbox", "staticman"),
    *("gtag", "gtm", "cloudflare_analytics", "matomo"),
)
"""Keys that are settings as they are: `page-col` is `MEMOIR_PAGE_COL`."""

SHIPPED: dict[str, object] = {
    "date_format": "%B %-d, %Y",
    "excerpt_length": 50,
    "page-col": "#ffffff",
    "text-col": "#404040",
    "link-col": "#008aff",
    "hover-col": "#0085a1",
    "navbar-col": "#eaeaea",
    "navbar-text-col": "#404040",
    "navbar-border-col": "#dddddd",
    "footer-col": "#eaeaea",
    "footer-text-col": "#777777",
    "footer-link-col": "#404040",
    "footer-hover-col": "#0085a1",
}
"""What Beautiful Jekyll's own `_config.yml` holds; the theme's own is chosen for contrast and language."""

ENDED = {
    "google_analytics": "Google ended Universal Analytics in 2023; `gtag` has taken its place",
    "just-comments": "the service JustComments has ended",
    "fb_comment_id": "Facebook ended its comments for other sites on 10 February 2026",
    "facebook_comment_id": "Facebook ended its comments for other sites on 10 February 2026",
}

ACCOUNTS = {
    "email": "email",
    **{f"{place}_username": place for place in ("github", "twitter", "linkedin", "facebook", "instagram")},
    **{
        f"{place}_username": place for place in ("youtube", "mastodon", "gitlab", "stackoverflow", "telegram")
    },
}
"""Keys of Minima and other themes -> the place at which they name an account."""


@dataclass(slots=True)
class ThemeSettings:
    """Pelican's settings, and the keys that nothing became of, with the reason."""

    settings: dict[str, Any] = field(default_factory=dict)
    unused: dict[str, str] = field(default_factory=dict)

    def set(self, key: str, name: str, value: object) -> None:
        """Set what the check of a setting makes of a value; a wrong one is told."""
        if value in (None, "", [], {}):
            return
        try:
            found = FIELDS[name].metadata["check"](value)
        except WrongParameterError as error:
            self.unused[key] = str(error)
            return
        if found != getattr(Settings(), FIELDS[name].name):
            self.settings[name] = list(found) if isinstance(found, tuple) else found


Row = Callable[[str, Any, ThemeSettings], None]


def _plain(key: str, value: Any, into: ThemeSettings) -> None:
    if (
        key in SHIPPED
        and (value.lower() if isinstance(value, str) and value[:1] == "#" else value) == SHIPPED[key]
    ):
        into.unused[key] = "it is what Beautiful Jekyll ships with; the theme has its own"
        return
    into.set(key, setting_of(key), value)


def _navbar_links(key: str, value: Any, into: ThemeSettings) -> None:
    into.set(key, "MEMOIR_NAVBAR_LINKS", value)
    if "MEMOIR_NAVBAR_LINKS" in into.settings:
        into.settings["DISPLAY_PAGES_ON_MENU"] = False


def _accounts(key: str, value: Any, into: ThemeSettings) -> None:
    """Beautiful Jekyll's accounts, one by one: an unknown place costs no other."""
    for place, account in value.items() if isinstance(value, Mapping) else ():
        try:
            profiles({str(place): account})
        except WrongParameterError as error:
            into.unused[f"{key}.{place}"] = str(error)
            continue
        if account not in (None, "", False):
            into.settings.setdefault("MEMOIR_SOCIAL_NETWORK_LINKS", {})[str(place)] = account


def _account(key: str, value: Any, into: ThemeSettings) -> None:
    _accounts(key, {ACCOUNTS[key]: value}, into)


def _share(key: str, value: Any, into: ThemeSettings) -> None:
    named = value if isinstance(value, Mapping) else {}
    for place in (place for place, wanted in named.items() if wanted and place not in SHARES):
        into.unused[f"{key}.{place}"] = "no address is known for it"
    active = {str(place): True for place, wanted in named.items() if wanted and place in SHARES}
    into.set(key, "MEMOIR_SHARE_LINKS_ACTIVE", active)


def _edit(key: str, value: Any, into: ThemeSettings) -> None:
    if value:
        into.unused[key] = (
            "set MEMOIR_EDIT_PAGE_BUTTON to where files of the new site are edited, such as"
            " https://github.com/OWNER/NAME/edit/main/content/{path}"
        )


def _search(key: str, value: Any, into: ThemeSettings) -> None:
    """Beautiful Jekyll's switch; the theme has a search unless it is off."""
    if value is False:
        into.settings["MEMOIR_SEARCH_SAVE_AS"] = ""


def _ended(key: str, value: Any, into: ThemeSettings) -> None:
    if value not in (None, ""):
        into.unused[key] = ENDED[key]


def _measurement(key: str, value: Any, into: ThemeSettings) -> None:
    """`google_analytics`, which some themes use for the id of its successor."""
    if str(value).startswith("G-"):
        into.set(key, "MEMOIR_GTAG", value)
    else:
        _ended(key, value, into)


def setting_of(key: str) -> str:
    """Return the setting that bears a key's name."""
    return PREFIX + key.upper().replace("-", "_")


ROWS: dict[str, Row] = {
    **dict.fromkeys(PLAIN, _plain),
    **dict.fromkeys(ENDED, _ended),
    **dict.fromkeys(ACCOUNTS, _account),
    "google_analytics": _measurement,
    "navbar-links": _navbar_links,
    "social-network-links": _accounts,
    "share-links-active": _share,
    "edit_page_button": _edit,
    "post_search": _search,
}
"""What each key becomes."""


def theme_settings(config: Mapping[str, Any]) -> ThemeSettings:
    """Return what becomes of the keys of a `_config.yml` that `ROWS` knows, in their order."""
    into = ThemeSettings()
    for key, value in config.items():
        if str(key) in ROWS:
            ROWS[str(key)](str(key), value, into)
    return into
