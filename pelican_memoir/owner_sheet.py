"""The owner's colours and pictures become a style sheet among the theme's files; what is hard to read is told."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from pelican_memoir.errors import Location, Problem
from pelican_memoir.output_files import write
from pelican_memoir.settings import PREFIX

FILE = "css/owner.css"
CODE = "memoir.contrast"

COLOURS = (
    *("page-col", "text-col", "link-col", "hover-col", "navbar-col", "navbar-text-col", "navbar-border-col"),
    *("footer-col", "footer-text-col", "footer-link-col", "footer-hover-col"),
)
IMAGES = ("page-img", "navbar-img", "footer-img")


def setting_of(name: str) -> str:
    """Return the setting of a parameter: `page-col` is `MEMOIR_PAGE_COL`."""
    return PREFIX + name.upper().replace("-", "_")


def chosen(names: tuple[str, ...], settings: Mapping[str, Any]) -> dict[str, str]:
    """Return those of the parameters that the owner has set."""
    return {name: settings[setting_of(name)] for name in names if settings.get(setting_of(name))}


def sheet_of(settings: Mapping[str, Any]) -> str:
    """Return the address of the style sheet below the theme's static files; '' for a site that wants none."""
    return FILE if chosen((*COLOURS, *IMAGES), settings) else ""


def contrast_problems(settings: Mapping[str, Any]) -> list[Problem]:
    """Return a problem for each of the owner's colours in which text can hardly be read."""
    own = chosen(COLOURS, settings)
    if not own:
        return []
    from pelican_memoir.parameters import colours, palette  # late: most sites set no colour

    return [
        Problem(
            Location("settings"),
            CODE,
            f"{setting_of(hard.text)}: {own[hard.text]} on {own.get(hard.ground, 'its ground')} has a contrast of"
            f" {hard.contrast:.1f} to 1, text wants {colours.ENOUGH}; {hard.better} would do",
        )
        for hard in palette.hard_to_read(own)
    ]


class OwnerSheetGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes the style sheet behind the theme's own files."""

    def generate_output(self, writer: Any) -> None:
        """Write it, where the owner has set anything."""
        own, images = chosen(COLOURS, self.settings), chosen(IMAGES, self.settings)
        if not own and not images:
            return
        from pelican_memoir.parameters.owner_sheet import style_sheet

        sheet = style_sheet(own, images, self.settings["SITEURL"])
        write(self.output_path, Path(self.settings["THEME_STATIC_DIR"], FILE), sheet)
