"""What a share image says."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

VERSION = 1
"""Of the drawing: a new one gives every picture a new name, so that none of the old looks stays."""


@dataclass(frozen=True, slots=True)
class Card:
    """The words of a share image in `language`; `stops` are periods with their quarter (1 to 4, None: none)."""

    title: str
    kicker: str
    site: str
    language: str
    stops: tuple[tuple[str, int | None], ...] = ()
    figures: tuple[tuple[str, str], ...] = ()
    """Value and name of each."""

    @property
    def words(self) -> str:
        """All that is to be drawn."""
        stops = (label for label, _ in self.stops)
        figures = (text for figure in self.figures for text in figure)
        return "".join((self.title, self.kicker, self.site, *stops, *figures))

    def digest(self, face: str) -> str:
        """Return a name for the picture that changes with what it says, the face it is set in, and the drawing."""
        said = repr(
            (VERSION, face, self.title, self.kicker, self.site, self.language, self.stops, self.figures)
        )
        return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()[:16]
