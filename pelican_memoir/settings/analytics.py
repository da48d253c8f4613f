"""Services that count visits, and when they are loaded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pelican_memoir.parameters.addresses import elsewhere
from pelican_memoir.settings.checks import account
from pelican_memoir.settings.setting import expected, setting


def matomo(value: object) -> dict[str, str]:
    """Accept `matomo:` of a `_config.yml`: `site_id` and `uri`; without them it is off."""
    if not isinstance(value, Mapping):
        raise expected("a dictionary with site_id and uri", value)
    if not value.get("site_id") or not value.get("uri"):
        return {}
    uri = str(value["uri"]).strip().rstrip("/")
    return {"site_id": account(value["site_id"]), "uri": elsewhere(uri if "//" in uri else f"https://{uri}")}


def counting(value: object) -> str:
    """Accept when visits are counted."""
    if value not in ("never", "click", "always"):
        raise expected('"never", "click" or "always"', value)
    return str(value)


@dataclass(frozen=True)
class Analytics:
    """Services that count visits."""

    gtag: str = setting("", account, "Google Analytics: the measurement id (`G-…`).")
    gtm: str = setting("", account, "Google Tag Manager: the container's id (`GTM-…`).")
    cloudflare_analytics: str = setting("", account, "Cloudflare Web Analytics: the site's token.")
    matomo: dict[str, str] = setting({}, matomo, "Matomo: `site_id` and `uri`.")
    analytics_load: str = setting(
        "click",
        counting,
        "When visits are counted: `never`, `click`, once the reader has agreed, or `always`.",
    )
