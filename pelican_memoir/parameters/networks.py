"""The places where an author can be found elsewhere, and the addresses that account names make there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pelican_memoir.parameters.addresses import link, scheme_of
from pelican_memoir.parameters.wrong import WrongParameterError, expected, suggestion

RSS = "rss"
"""The one that is no account: `rss: true` is a link to the site's own feed."""


@dataclass(frozen=True, slots=True)
class Network:
    """A place: what readers call it, and the address of an account, with `{}` for its name."""

    label: str
    address: str


NETWORKS: dict[str, Network] = {
    "email": Network("Email", "mailto:{}"),
    "telephone": Network("Phone", "tel:{}"),
    "whatsapp": Network("WhatsApp", "https://wa.me/{}"),
    "telegram": Network("Telegram", "https://t.me/{}"),
    "calendly": Network("Calendly", "https://calendly.com/{}"),
    "github": Network("GitHub", "https://github.com/{}"),
    "gitlab": Network("GitLab", "https://gitlab.com/{}"),
    "bitbucket": Network("Bitbucket", "https://bitbucket.org/{}"),
    "stackoverflow": Network("Stack Overflow", "https://stackoverflow.com/users/{}"),
    "kaggle": Network("Kaggle", "https://www.kaggle.com/{}"),
    "hackerrank": Network("HackerRank", "https://www.hackerrank.com/{}"),
    "orcid": Network("ORCID", "https://orcid.org/{}"),
    "google-scholar": Network("Google Scholar", "https://scholar.google.com/citations?user={}"),
    "researchgate": Network("ResearchGate", "https://www.researchgate.net/profile/{}"),
    "linkedin": Network("LinkedIn", "https://www.linkedin.com/in/{}"),
    "xing": Network("Xing", "https://www.xing.com/profile/{}"),
    "facebook": Network("Facebook", "https://www.facebook.com/{}"),
    "instagram": Network("Instagram", "https://www.instagram.com/{}"),
    "threads": Network("Threads", "https://www.threads.net/@{}"),
    "twitter": Network("Twitter", "https://twitter.com/{}"),
    "bluesky": Network("Bluesky", "https://bsky.app/profile/{}"),
    "mastodon": Network("Mastodon", "https://{}"),
    "keybase": Network("Keybase", "https://keybase.io/{}"),
    "reddit": Network("Reddit", "https://www.reddit.com/user/{}"),
    "discord": Network("Discord", "https://discord.com/{}"),
    "medium": Network("Medium", "https://medium.com/@{}"),
    "snapchat": Network("Snapchat", "https://www.snapchat.com/add/{}"),
    "tiktok": Network("TikTok", "https://www.tiktok.com/@{}"),
    "weibo": Network("Weibo", "https://weibo.com/{}"),
    "vk": Network("VK", "https://vk.com/{}"),
    "youtube": Network("YouTube", "https://www.youtube.com/{}"),
    "twitch": Network("Twitch", "https://www.twitch.tv/{}"),
    "spotify": Network("Spotify", "https://open.spotify.com/user/{}"),
    "steam": Network("Steam", "https://steamcommunity.com/id/{}"),
    "itchio": Network("itch.io", "https://{}.itch.io"),
    "untappd": Network("Untappd", "https://untappd.com/user/{}"),
    "yelp": Network("Yelp", "https://{}.yelp.com"),
    "patreon": Network("Patreon", "https://www.patreon.com/{}"),
}


def profiles(accounts: Mapping[str, object]) -> list[tuple[str, str]]:
    """Return name and address of each account, in the order in which the owner names them.

    An account is the name that a place knows somebody by, or an address; `false` and nothing leave one out.
    Raises `WrongParameterError` for an unknown place without an address.
    """
    return [
        (_label(place), _address(place, account)) for place, account in accounts.items() if _is_set(account)
    ]


def _is_set(account: object) -> bool:
    return account not in (None, "", False)


def _label(place: str) -> str:
    network = NETWORKS.get(place.lower())
    return network.label if network else "RSS" if place.lower() == RSS else place


def _address(place: str, account: object) -> str:
    """The address of one account; '' for the site's own feed, which only the site knows."""
    key = place.lower()
    if key == RSS and scheme_of(str(account).strip()) not in ("http", "https"):
        return ""  # whatever else it says, Beautiful Jekyll leads to the feed
    if not isinstance(account, (str, int)) or isinstance(account, bool):
        raise expected(f"the name of an account at {place}", account)
    text = str(account).strip()
    if scheme_of(text) in ("http", "https") or (key not in NETWORKS and scheme_of(text)):
        return link(text)
    if key not in NETWORKS:
        meant = suggestion(key, NETWORKS)
        raise WrongParameterError(f"no place {place!r} is known{meant} (an address works for any)")
    pattern = NETWORKS[key].address
    name = text.lstrip("@") if "@{}" in pattern else text
    return link(pattern.format(name))
