"""What other themes than Beautiful Jekyll call the same things in `_config.yml`: Minima, Minimal Mistakes, Chirpy, …"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

ACCOUNTS = "social-network-links"

SAME: dict[str, str] = {
    "theme_settings.profile.image": "avatar",
    "theme_settings.disqus_shortname": "disqus",
    "author.avatar": "avatar",
    "disqus.shortname": "disqus",
    "disqus_shortname": "disqus",
    "comments.disqus.shortname": "disqus",
    "comments.giscus": "giscus",
    "comments.utterances": "utterances",
    "analytics.google.id": "gtag",
    "analytics.google.tracking_id": "gtag",
    "analytics.cloudflare.id": "cloudflare_analytics",
    "google_analytics.id": "gtag",
    "github.username": f"{ACCOUNTS}.github",
    "twitter.username": f"{ACCOUNTS}.twitter",
    "author.email": f"{ACCOUNTS}.email",
    "social.email": f"{ACCOUNTS}.email",
    "theme_settings.icons": ACCOUNTS,
    "minima.social_links": ACCOUNTS,
}
"""Where a theme has it -> Beautiful Jekyll's key; a point leads into a mapping."""

OPTIONS = {
    "repo": "repository",
    "repo_id": "repository-id",
    "category_id": "category-id",
    "issue_term": "issue-term",
    "reactions_enabled": "reactions-enabled",
    "input_position": "input-position",
}
"""What others call the options of giscus and utterances."""


SAID = ("theme_settings.title", "comments.provider")
"""What is read elsewhere, or said by the rest."""


def as_beautiful_jekyll(config: Mapping[str, Any]) -> tuple[dict[str, Any], set[str]]:
    """Return the configuration with what other themes hold under Beautiful Jekyll's keys, and the places of it.

    Beautiful Jekyll's own keys go before.
    """
    taken = {place for place in SAME if _at(config, place) not in (None, "", {})}
    tops = {place.partition(".")[0] for place in taken if "." in place}
    found = {str(key): value for key, value in config.items() if key not in tops}
    for place in (place for place in SAME if place in taken):
        value = _at(config, place)
        name, _, account = SAME[place].partition(".")
        if name == ACCOUNTS and (account or isinstance(value, Mapping)):
            found[ACCOUNTS] = {**({account: value} if account else value), **(found.get(ACCOUNTS) or {})}
        elif name not in found:
            found[name] = _options(value) if isinstance(value, Mapping) else value
    return found, taken


def left_over(config: Mapping[str, Any], taken: set[str]) -> Iterator[str]:
    """Yield the places below the keys of which something was taken, where nothing was."""
    for top in dict.fromkeys(place.partition(".")[0] for place in sorted(taken)):
        yield from _left(config[top], top, taken)


def _left(value: Any, place: str, taken: set[str]) -> Iterator[str]:
    if place in taken or place in SAID:
        return
    if isinstance(value, Mapping) and any(each.startswith(f"{place}.") for each in taken):
        for key, inner in value.items():
            yield from _left(inner, f"{place}.{key}", taken)
    elif value not in (None, "", False, {}, []):
        yield place


def _at(config: Any, place: str) -> Any:
    for key in place.split("."):
        if not isinstance(config, Mapping):
            return None
        config = config.get(key)
    return config


def _options(value: Mapping[str, Any]) -> dict[str, Any]:
    return {OPTIONS.get(str(key), str(key)): option for key, option in value.items()}
