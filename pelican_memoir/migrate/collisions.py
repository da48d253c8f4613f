"""Files that would be written to one place: one of them would be lost."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from pelican_memoir.errors import Location, Problem
from pelican_memoir.migrate.texts import Text

CODE = "memoir.duplicate-url"
WAY_OUT = "give one of them another permalink"


def collisions(texts: Iterable[Text], static: Iterable[str]) -> Iterator[Problem]:
    """Tell about texts that are written to the file of another text, or of a static file.

    Names that differ in case or in how their letters are composed are one on many systems.
    """
    seen = {folded(path): path for path in static}
    for text in texts:
        if text.is_shown:
            other = seen.setdefault(folded(text.save_as), text.path)
            if other != text.path:
                yield Problem(
                    Location(text.path), CODE, f"{text.url} is the address of {other} too; {WAY_OUT}"
                )


def folded(path: str) -> str:
    """Return a path as systems see it that know no case and compose letters."""
    return unicodedata.normalize("NFC", path).casefold()
