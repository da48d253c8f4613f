"""Many posts are read and finished by copies of this process, while Pelican reads the others.

What a copy makes goes where what was read in earlier builds lies, so Pelican's own pass finds it there and tells its
problems in its own order. What it does not find it reads for itself, so all processors are busy to the last post, and a
copy that dies costs time and nothing else.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Sequence
from functools import partial
from types import SimpleNamespace
from typing import Any

from pelican.readers import (
    _filter_discardable_metadata,
    default_metadata,
    parse_path_metadata,
    path_metadata,
)

from pelican_memoir.claims import Claims
from pelican_memoir.finishing import finish
from pelican_memoir.memory.build import Build
from pelican_memoir.memory.texts import TextDigests
from pelican_memoir.processes import beside, count_of_processes
from pelican_memoir.reader import JekyllReader, Result
from pelican_memoir.telling import relative_path, unheard

logger = logging.getLogger(__name__)

ENOUGH = 60
"""Posts to read for which processes of their own pay."""
_SAMPLE = 40
_PATIENCE = 60.0
"""Seconds to wait for the others: they need the file for moments, but on a busy machine those may be long."""
_AT_ONCE = 12
"""Posts that a copy keeps to itself: what is not in the file may be read twice, and opening it takes a while."""


class ReadingTogether:
    """What Pelican's own process does while others read with it: it claims what it reads, and finishes it at once."""

    def __init__(self, claims: Claims, reader: JekyllReader, build: Build) -> None:
        """Take the claims, a reader of the site, and what the build remembers."""
        self._claims, self._reader, self._build = claims, reader, build

    def begins(self, path: str) -> None:
        """Claim a post that is about to be read."""
        self._claims.begin(path)

    def has_read(self, path: str, result: Result) -> None:
        """Finish a post while the others have some to do; it is remembered, and what is wrong is told in its time."""
        html = result[0]
        if html is None or self._claims.are_over:
            return
        texts = self._build.texts
        found = texts.of(html)
        with unheard():
            finish_ahead(path, result, self._reader, self._build)
        texts.know(html, found)

    def end(self) -> None:
        """Let nobody begin another post: Pelican has asked for all."""
        self._claims.end()


def read_together(reader: JekyllReader, build: Build, files: Iterable[str]) -> None:
    """Have copies read a site's posts with this process where there are many that are not known from earlier builds.

    `files` are their paths relative to the content. `build.others` has to be closed when all are read.
    """
    copies = count_of_processes(reader.settings["MEMOIR_WORKERS"]) - 1
    if copies < 1 or build.store.file is None or not build.remembers:
        return
    paths = sorted(os.path.join(reader.settings["PATH"], path) for path in files)
    # The site's slugs are known once, and not by each copy.
    if len(paths) < ENOUGH or share_of_unknown(paths, reader) * len(paths) < ENOUGH:
        return
    is_first = not build.store.file.exists()
    build.store.rest()
    claims = Claims(paths)
    works = [
        partial(read_all, share_of(paths, copy, copies), claims, reader, build, is_first=is_first)
        for copy in range(copies)
    ]
    build.read_together(ReadingTogether(claims, reader, build), beside(works), _PATIENCE)


def share_of(paths: Sequence[str], copy: int, copies: int) -> list[str]:
    """Return all posts in the order in which one of the copies looks for work: its own share, and then the others'."""
    shares = [paths[place::copies] for place in range(copies)]
    return [path for share in (*shares[copy:], *shares[:copy]) for path in share]


def share_of_unknown(paths: Sequence[str], reader: JekyllReader) -> float:
    """Return the share of posts that are not known, by a sample of them spread over the site.

    A single one in it says nothing: after an edit it may be the only one of the site.
    """
    sample = paths[:: max(1, len(paths) // _SAMPLE)]
    unknown = sum(not reader.knows(path) for path in sample)
    return unknown / len(sample) if unknown > 1 or len(sample) == len(paths) else 0.0


def read_all(
    paths: Sequence[str], claims: Claims, reader: JekyllReader, build: Build, *, is_first: bool
) -> None:
    """Read in a copy what nobody has begun. What is wrong is told by Pelican's own pass, in its order.

    `is_first`: no build has left anything in the file, and what others put into it now is of the posts they claimed.
    """
    build.store.patience = _PATIENCE
    build.store.is_blank = is_first
    build.texts = TextDigests()  # a digest is held from when its post is read to when it is finished
    begun = 0
    for path in paths:
        if claims.are_over:
            break
        if claims.begin(path) and not reader.knows(path):
            read_one(path, reader, build)
            build.texts.clear()
            begun += 1
            if begun % _AT_ONCE == 0:
                build.store.save()
    build.store.save()


def read_one(path: str, reader: JekyllReader, build: Build) -> None:
    """Read and finish a post as Pelican will, so that it finds both remembered."""
    try:
        result = reader.read(path)
    except Exception:  # it is read again, and told, where a user can see it
        logger.debug("%s was not read ahead", path, exc_info=True)
    else:
        finish_ahead(path, result, reader, build)


def finish_ahead(path: str, result: Result, reader: JekyllReader, build: Build) -> None:
    """Finish what a reader has returned as it will be finished in its time."""
    html, metadata = result
    if not html or "front_matter" not in metadata:
        return
    try:
        content = stand_in(path, html, {**laid_down(path, reader), **metadata}, reader.settings)
        finish(content, build)
    except Exception:  # it is finished again in its time; the text itself is read
        logger.debug("%s was not finished ahead", path, exc_info=True)


def laid_down(path: str, reader: JekyllReader) -> dict[str, Any]:
    """Return what the site's settings and the path say of a file, as Pelican puts it together (`Readers.read_file`)."""
    settings, process = reader.settings, reader.process_metadata
    source_path = relative_path(path, settings["PATH"])
    found: dict[str, Any] = _filter_discardable_metadata(default_metadata(settings, process))
    found |= path_metadata(path, source_path, settings)
    found |= _filter_discardable_metadata(parse_path_metadata(source_path, settings, process))
    return found


def stand_in(path: str, html: str, metadata: dict[str, Any], settings: dict[str, Any]) -> Any:
    """Return what finishing looks at of a piece of content, without the signals that Pelican's own sends to plugins."""
    known = {name: metadata[name] for name in ("title", "date") if name in metadata}
    return SimpleNamespace(
        **known,
        settings=settings,
        source_path=path,
        metadata=dict(metadata),
        front_matter=metadata["front_matter"],
        _content=html,
        get_content=SimpleNamespace(cache={}),
        get_summary=SimpleNamespace(cache={}),
        get_siteurl=lambda: "",
    )
