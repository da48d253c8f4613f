"""The pictures from elsewhere that a site's posts and pages show, as the build sees them, and where they stand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.settings import read_settings

from pelican_memoir.content import contents_of
from pelican_memoir.errors import Location, MemoirError
from pelican_memoir.finishing import make
from pelican_memoir.jekyll import source_file
from pelican_memoir.repair.local_pictures import SCHEME, Pictures, Sizes
from pelican_memoir.telling import shown
from pelican_memoir.unbuilt_site import READING, in_silence
from pelican_memoir.unbuilt_site import read as read_unbuilt


class UnreadableSiteError(Exception):
    """A site that Pelican cannot read, and why."""


@dataclass(frozen=True, slots=True)
class Site:
    """Pelican's settings, and the places of each picture from elsewhere whose size a build asks for, by address."""

    settings: Mapping[str, Any]
    places: dict[str, list[Location]] = field(default_factory=dict)

    def mentions(self, addresses: set[str]) -> set[str]:
        """Return those that stand in any file of the content, if only in one that could not be read as a post."""
        left, folder = set(addresses), Path(self.settings["PATH"])
        for file in sorted(folder.rglob("*")) if left else ():
            if file.suffix.lower() in (".md", ".markdown", ".html", ".htm", ".rst") and file.is_file():
                text = source_file.load(str(file), "")[0] or ""
                left -= {address for address in left if place_in(text, address) is not None}
        return addresses - left


def read(settings_file: Path) -> Site:
    """Read the site of a `pelicanconf.py`; nothing is written.

    Raises `SettingsError` for wrong settings of ours, and `UnreadableSiteError` for whatever else Pelican stops at.
    """
    try:
        with in_silence():
            pelican = Pelican(read_settings(path=str(settings_file), override=READING))
            site = Site(pelican.settings)
            generators = [read_unbuilt(pelican, kind) for kind in (ArticlesGenerator, PagesGenerator)]
            for content in chain.from_iterable(map(contents_of, generators)):
                sizes = Sizes.around(content.settings, content.source_path, Pictures())
                content.memoir = None
                make(content, sizes)
                wanted = sorted({a.strip() for a in sizes.asked if _is_elsewhere(a) and sizes.of(a) is None})
                text = source_file.load(content.source_path, "")[0] or "" if wanted else ""
                for address in wanted:
                    place = Location(shown(content.source_path), _line(text, address))
                    site.places.setdefault(address, []).append(place)
    except MemoirError:
        raise
    except Exception as error:  # the settings are a program of the owner's, and so are the plugins
        raise UnreadableSiteError(f"{settings_file}: the site cannot be read: {error!r}") from error
    return site


def _is_elsewhere(address: str) -> bool:
    address = address.strip()
    return SCHEME.match(address) is not None and not address.lower().startswith("data:")


def _line(text: str, address: str) -> int | None:
    place = place_in(text, address)
    return None if place is None else text.count("\n", 0, place) + 1


def place_in(text: str, address: str) -> int | None:
    """Return where an address stands in a source, which may have escaped it."""
    found = (text.find(written) for written in (address, escape(address)))
    return next((place for place in found if place >= 0), None)
