"""The share images of a site: which memoirs get one, and the files, each drawn once for what it says."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from pelican_memoir.errors import Location, Problem
from pelican_memoir.memory.build import Build
from pelican_memoir.memory.inputs import digest
from pelican_memoir.output_files import write
from pelican_memoir.processes import beside, count_of_processes
from pelican_memoir.share_image.card import Card
from pelican_memoir.share_image.faces import Face, candidates, face_of, state
from pelican_memoir.share_image.words import plain
from pelican_memoir.telling import shown, tell
from pelican_memoir.theming.fields import picture
from pelican_memoir.theming.labels import label
from pelican_memoir.theming.periods import navigation
from pelican_memoir.theming.reading import title_text
from pelican_memoir.theming.tiles import tiles

CODE = "memoir.share-image"
FEWEST = 8
"""Pictures to draw for which processes of their own pay."""
MOST_STOPS, MOST_FIGURES = 6, 3


def give_share_images(articles: Iterable[Any], settings: Mapping[str, Any]) -> dict[str, tuple[Card, Face]]:
    """Give memoirs without a picture of their own a `memoir_share_image`; return the files that this needs.

    Cards of social networks take whole addresses alone, so a site without one (`SITEURL`) gets none; nor does any
    where Pillow is not installed. A title that no face of the system can show is told, all of them in one line.
    """
    wanted: dict[str, tuple[Card, Face]] = {}
    if not settings["MEMOIR_SHARE_IMAGE"] or "://" not in settings["SITEURL"] or not can_draw():
        return wanted
    drawn = _Drawn(settings)
    uncovered: list[Any] = []
    for article in articles:
        if getattr(article, "memoir", None) is None or picture(article):
            continue
        card = card_of(article, settings)
        known = drawn.file_of(card)
        if known is not None:
            article.memoir_share_image = known
            continue
        face = face_for(card, settings["MEMOIR_SHARE_IMAGE_FONT"])
        if face is None:
            uncovered.append(article)
            continue
        article.memoir_share_image = f"{settings['MEMOIR_SHARE_IMAGE']}/{card.digest(face.name)}.png"
        wanted[article.memoir_share_image] = (card, face)
        drawn.remember(card, article.memoir_share_image)
    if uncovered:
        others = f" (and {len(uncovered) - 1} more posts)" if len(uncovered) > 1 else ""
        message = (
            "no share image was drawn, as no font here has all its characters; set MEMOIR_SHARE_IMAGE_FONT"
        )
        tell([Problem(Location(shown(uncovered[0].source_path)), CODE, message + others)])
    return wanted


class _Drawn:
    """Which pictures lie there from earlier builds: looking for a face that has all characters takes a while."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        self._store = Build.of(settings).store
        self._output = settings["OUTPUT_PATH"]
        self._asked_for = settings["MEMOIR_SHARE_IMAGE"], settings["MEMOIR_SHARE_IMAGE_FONT"], state()

    def file_of(self, card: Card) -> str | None:
        file = self._store.get(self._key(card))
        return file if file is not None and Path(self._output, file).is_file() else None

    def remember(self, card: Card, file: str) -> None:
        self._store.put(self._key(card), file)

    def _key(self, card: Card) -> bytes:
        return digest("share image", *self._asked_for, card.digest(""))


def can_draw() -> bool:
    """Tell whether Pillow is there (`pelican-memoir[share]`)."""
    return importlib.util.find_spec("PIL") is not None


def card_of(article: Any, settings: Mapping[str, Any]) -> Card:
    """Return what the picture of a memoir says, in its language; emoji stay out, for which faces have no glyphs."""
    memoir = article.memoir
    language = memoir.language or article.lang or settings["DEFAULT_LANG"]
    stops = [stop for stop in navigation(memoir, language) if memoir.periods][:MOST_STOPS]
    posts = len(
        {id(post) for each in (getattr(article, "memoir_posts", None) or {}).values() for post in each}
    )
    return Card(
        title=plain(title_text(article.title)),
        kicker=plain(label("{year} in review", language, year=memoir.year) if memoir.year else ""),
        site=plain(title_text(settings["SITENAME"])),
        language=language,
        stops=tuple((plain(stop.label), stop.quarter) for stop in stops),
        figures=tuple(
            (plain(tile.value), plain(tile.name)) for tile in tiles(memoir, language, posts)[:MOST_FIGURES]
        ),
    )


def face_for(card: Card, own: str) -> Face | None:
    """Return the first face that has every character: the owner's, else the system's."""
    from pelican_memoir.share_image.draw import covers

    faces = (face_of(own),) if own else candidates(card.language)
    return next((face for face in faces if covers(face, card.words)), None)


class ShareImageGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Draws the files that are not there yet: their names change with what they say."""

    def generate_output(self, writer: Any) -> None:
        """Write the pictures."""
        wanted: dict[str, tuple[Card, Face]] = self.context.get("memoir_share_images") or {}
        missing = {name: what for name, what in wanted.items() if not Path(self.output_path, name).is_file()}
        if not missing:
            return
        names = list(missing)
        size = count_of_processes(self.settings["MEMOIR_WORKERS"]) if len(names) >= FEWEST else 1
        with beside(partial(self.draw, names[number::size], missing) for number in range(1, size)):
            self.draw(names[::size], missing)
        others = [name for place, name in enumerate(names) if place % size]
        self.draw([name for name in others if not Path(self.output_path, name).is_file()], missing)

    def draw(self, names: Iterable[str], cards: Mapping[str, tuple[Card, Face]]) -> None:
        """Draw some pictures, and write them."""
        from pelican_memoir.share_image.draw import draw

        for name in names:
            try:
                picture = draw(*cards[name])
            except OSError as error:  # a face that cannot be read must not take the site down with it
                tell([Problem(Location(name), CODE, f"the share image could not be drawn: {error}")])
                continue
            write(self.output_path, name, picture)
