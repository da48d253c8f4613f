"""Posts and pages that would be written to one file: each but one gets a file of its own, and it is told.

Jekyll writes one after the other, and the last one stays: pages, then documents of collections, then posts by their
date. Pelican ends the build with nothing written.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from posixpath import splitext
from typing import Any
from urllib.parse import quote

from pelican.contents import Article, Content

from pelican_memoir.content import contents_of
from pelican_memoir.errors import Location, Problem
from pelican_memoir.telling import shown, tell
from pelican_memoir.whole_build import possibly_at

CODE = "memoir.duplicate-url"
INDEX = "index.html"


def keep_apart(generators: list[Any], settings: Mapping[str, Any]) -> None:
    """Give what would be written to the file of another post or page an address beside it.

    The one that Jekyll wrote last keeps the address. Only addresses that authors and Jekyll's permalinks give can be
    those of others: Pelican's own slugs differ.
    """
    given = {
        content.override_save_as
        for generator in generators
        for content in contents_of(generator)
        if getattr(content, "override_save_as", "")
    }
    places: dict[str, list[Content]] = defaultdict(list)
    for content in possibly_at(generators, settings, given) if given else ():
        if content.save_as in given:
            places[content.save_as].append(content)
    taken = set(places)
    for place, sharing in sorted(places.items()):
        *others, first = sorted(sharing, key=written)
        for content in others:
            tell([move_beside(content, first, place, taken)])


def written(content: Content) -> tuple[bool, bool, str, str]:
    """Return what orders content as Jekyll writes it; what is no one's yet goes before all."""
    is_post = isinstance(content, Article)
    date = f"{content.date:%Y-%m-%d %H:%M:%S}" if is_post else ""
    return content.status == "published", is_post, date, str(content.source_path)


def move_beside(content: Content, first: Content, place: str, taken: set[str]) -> Problem:
    """Give content the first file beside `place` that is not `taken`, and return what is said of it."""
    url = content.url
    save_as = next(path for path in beside(content, place) if path not in taken)
    taken.add(save_as)
    content.override_save_as, content.override_url = save_as, address_of(save_as, place, url)
    said = (
        f"its address is that of {shown(first.source_path)} too: it is shown at /{save_as.removesuffix(INDEX)} instead;"
        " give one of them another permalink or slug"
    )
    return Problem(Location(shown(content.source_path)), CODE, said)


def beside(content: Content, place: str) -> Iterator[str]:
    """Yield files beside a place: with the day of a post, then with numbers."""
    folder = place.endswith(f"/{INDEX}")
    stem, ending = (place[: -len(INDEX) - 1], f"/{INDEX}") if folder else splitext(place)
    if isinstance(content, Article):
        stem = f"{stem}-{content.date:%Y-%m-%d}"
        yield stem + ending
    number = 2
    while True:
        yield f"{stem}-{number}{ending}"
        number += 1


def address_of(save_as: str, place: str, url: str) -> str:
    """Return the address of a file in the form of `url`, which is that of the file at `place`."""
    ending = splitext(place)[1]
    if place.endswith(INDEX) and not url.endswith(INDEX):
        save_as = save_as.removesuffix(INDEX)
    elif not url.endswith(ending):
        save_as = save_as.removesuffix(ending)
    return quote(save_as)
