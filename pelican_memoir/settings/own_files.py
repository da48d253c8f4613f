"""Style sheets and scripts of the owner on every page."""

from __future__ import annotations

from dataclasses import dataclass

from pelican_memoir.parameters.front_matter import own_files
from pelican_memoir.settings.checks import listed, text
from pelican_memoir.settings.setting import setting


def files(value: object) -> tuple[str, ...]:
    """Accept paths of files of this site: one, or a list."""
    return own_files(listed(value))


@dataclass(frozen=True)
class OwnFiles:
    """What the owner adds to every page."""

    site_css: tuple[str, ...] = setting(
        (), files, "Style sheets of your own on every page; they win over the theme's."
    )
    site_js: tuple[str, ...] = setting((), files, "Scripts of your own on every page.")
    translations: str = setting(
        "",
        text,
        "A folder of yours with gettext catalogues for the interface, `LANGUAGE/LC_MESSAGES/messages.po` in it: more"
        " languages, or other words. Empty: none.",
    )
