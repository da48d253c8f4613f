"""Counts of visits of the old blog, which wait in the new site for the owner's word."""

from __future__ import annotations

from typing import Any

from pelican_memoir.migrate.theme_conf import setting_of

SERVICES = {
    "gtag": "Google Analytics",
    "gtm": "Google Tag Manager",
    "cloudflare_analytics": "Cloudflare Web Analytics",
    "matomo": "Matomo",
}
"""Beautiful Jekyll's keys -> what people call the service."""

COUNTED = (
    "the old blog counted each visit at once, by {service}; the new site counts none until you change the line"
    ' MEMOIR_ANALYTICS_LOAD = "never" of pelicanconf.py: to "always", as before, or to "click",'
    " where readers are counted who agree"
)


def count_nobody(settings: dict[str, Any]) -> dict[str, str]:
    """Switch off the services that these settings name, and return for the key of each how it is switched on.

    None can count without a script, which the policy that the theme lives with stops.
    """
    found = {key: service for key, service in SERVICES.items() if setting_of(key) in settings}
    if found:
        settings["MEMOIR_ANALYTICS_LOAD"] = "never"
    return {key: COUNTED.format(service=service) for key, service in found.items()}
