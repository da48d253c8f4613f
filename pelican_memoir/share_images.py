"""The share images of a site: which memoirs get one, and the files, each drawn once for what it says."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pelican.generators import Generator

from pelican_memoir.claims import Claims
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


def give_share_images(articles: Iterable[Any], settings: Mapping[str, Any]) -> ShareImages:
    """Give memoirs without a picture of their own a `memoir_share_image`; return the files that are to be drawn.

    Cards of social networks take whole addresses alone, so a site without one (`SITEURL`) gets none; nor does any
    where Pillow is not installed. A title that no face of the system can show is told, all of them in one line.
    """
    wanted: dict[str, tuple[Card, Face]] = {}
    if not settings["MEMOIR_SHARE_IMAGE"] or "://" not in settings["SITEURL"] or not can_draw():
        return ShareImages(wanted, settings["OUTPUT_PATH"])
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
    return ShareImages(wanted, settings["OUTPUT_PATH"])


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


class ShareImages:
    """The pictures of a build that are not there yet: whoever has nothing else to do draws the next."""

    def __init__(self, wanted: Mapping[str, tuple[Card, Face]], output_path: str) -> None:
        """Take what each file is to show, and where the output lies."""
        self._output_path = output_path
        self._wanted = {name: what for name, what in wanted.items() if not self._is_there(name)}
        self._claims = Claims(list(self._wanted))
        self._done: set[str] = set()
        """Those that this process has drawn, or tried to."""

    @property
    def left(self) -> int:
        """How many nobody has begun."""
        return self._claims.left

    def draw_next(self) -> None:
        """Draw those that nobody has begun, one after the other."""
        for name in self._wanted:
            if self._claims.begin(name):
                self._draw(name)

    def draw_lost(self) -> None:
        """Draw those that somebody has begun and not done: a copy may have died."""
        for name in self._wanted:
            if name not in self._done and not self._is_there(name):
                self._draw(name)

    def _is_there(self, name: str) -> bool:
        return Path(self._output_path, name).is_file()

    def _draw(self, name: str) -> None:
        from pelican_memoir.share_image.draw import draw

        self._done.add(name)
        try:
            picture = draw(*self._wanted[name])
        except OSError as error:  # a face that cannot be read must not take the site down with it
            tell([Problem(Location(name), CODE, f"the share image could not be drawn: {error}")])
            return
        write(self._output_path, name, picture)


class ShareImageGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Draws the files that are not there yet: their names change with what they say."""

    def generate_output(self, writer: Any) -> None:
        """Write the pictures. Copies that have helped with the pages have begun already, and go on beside this one."""
        images: ShareImages = self.context["memoir_share_images"]
        build = Build.of(self.settings)
        if images.left >= FEWEST and not build.is_helped:
            copies = count_of_processes(self.settings["MEMOIR_WORKERS"]) - 1
            build.others.enter_context(beside([images.draw_next] * copies))
        images.draw_next()
        build.others.close()
        images.draw_lost()
