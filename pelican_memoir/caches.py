"""Pelican's caches that must not be loaded: half written by an interrupted build, or made with other settings."""

from __future__ import annotations

import gzip
import logging
import pickle
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican_memoir.errors import Location, Problem
from pelican_memoir.memory.inputs import UnknownInputError, site_digest
from pelican_memoir.output_files import lies_there
from pelican_memoir.telling import shown

logger = logging.getLogger(__name__)

CODE = "memoir.cache"
MADE_WITH = "memoir-made-with.txt"
"""Beside the caches: the digest of the settings and versions that they were made with."""


def drop_broken(settings: Mapping[str, Any]) -> None:
    """Remove the caches that cannot be read to their end, where a build would load them, and tell each."""
    if not settings["LOAD_CONTENT_CACHE"]:
        return
    for file in sorted(Path(settings["CACHE_PATH"]).glob("*Generator*")):
        if is_broken(file, zipped=settings["GZIP_CACHE"]):
            file.unlink()
            message = "the cache breaks off, as after an interrupted build; it is made anew"
            logger.warning("%s", Problem(Location(shown(str(file))), CODE, message))


def drop_outdated(settings: Mapping[str, Any]) -> None:
    """Remove the caches that were made with other settings or versions of what reads posts.

    Pelican asks for the time of a post's file alone: with `MEMOIR_SAFE_HTML` switched on, it would go on to show what
    was read without.
    """
    if not (settings["LOAD_CONTENT_CACHE"] or settings["CACHE_CONTENT"]):
        return
    folder = Path(settings["CACHE_PATH"])
    mark = folder / MADE_WITH
    try:
        made_with = site_digest(settings).hex()
    except UnknownInputError:
        made_with = ""  # nobody can tell, so no cache is known to be right
    if made_with and lies_there(mark, made_with.encode()):
        return
    for file in folder.glob("*Generator*"):
        file.unlink()
        logger.info("%s was made with other settings; it is made anew", shown(str(file)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        mark.write_text(made_with, encoding="utf-8")
    except OSError as error:
        logger.info("What the caches are made with is not remembered: %s", error)


def is_broken(file: Path, *, zipped: bool) -> bool:
    """Tell whether a cache breaks off; what it holds is not loaded."""
    last = b""
    try:
        with gzip.open(file) if zipped else file.open("rb") as stream:
            while chunk := stream.read(1 << 20):
                last = chunk
    except (OSError, EOFError, zlib.error):
        return True
    return not last.endswith(pickle.STOP)
