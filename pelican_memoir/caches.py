"""Pelican's caches that an interrupted build has left half written: Pelican would stop at them, build after build."""

from __future__ import annotations

import gzip
import logging
import pickle
import zlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pelican_memoir.errors import Location, Problem
from pelican_memoir.telling import shown

logger = logging.getLogger(__name__)

CODE = "memoir.cache"


def drop_broken(settings: Mapping[str, Any]) -> None:
    """Remove the caches that cannot be read to their end, where a build would load them, and tell each."""
    if not settings["LOAD_CONTENT_CACHE"]:
        return
    for file in sorted(Path(settings["CACHE_PATH"]).glob("*Generator*")):
        if is_broken(file, zipped=settings["GZIP_CACHE"]):
            file.unlink()
            message = "the cache breaks off, as after an interrupted build; it is made anew"
            logger.warning("%s", Problem(Location(shown(str(file))), CODE, message))


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
