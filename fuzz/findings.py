"""What was found: one file for each place of failure, with the shortest input that fails there."""

from __future__ import annotations

import hashlib
import sys
import traceback
from pathlib import Path

PACKAGE = "pelican_memoir"


class Findings:
    """Keeps findings in a folder; the search goes on behind each."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.shortest: dict[str, int] = {}

    def add(self, data: bytes, error: BaseException) -> None:
        """Keep an input that failed, unless a shorter one failed at the same place."""
        place = place_of(error)
        if len(data) >= self.shortest.get(place, sys.maxsize):
            return
        if place not in self.shortest:
            print(f"FOUND {place}: {str(error)[:200]}", file=sys.stderr, flush=True)
        self.shortest[place] = len(data)
        name = hashlib.sha1(place.encode()).hexdigest()[:12]
        (self.folder / name).write_bytes(data)
        report = "".join(traceback.format_exception(error))
        (self.folder / f"{name}.txt").write_text(f"{place}\n{report}", encoding="utf-8", errors="replace")


def place_of(error: BaseException) -> str:
    """Return the kind of an error, the innermost line of ours that it came through, and the one that raised it."""
    frames = list(traceback.extract_tb(error.__traceback__))
    own = [frame for frame in frames if PACKAGE in frame.filename]
    places = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in (*own[-1:], *frames[-1:])]
    return f"{type(error).__name__} at {', '.join(dict.fromkeys(places))}"
