"""Pieces of work that several copies of a process do: each is claimed by the one that begins it, in memory of all."""

from __future__ import annotations

import mmap
from collections.abc import Sequence


class Claims:
    """Which pieces somebody has begun, as all processes see it that are copied from the one that made this.

    Two that begin a piece in the same moment both do it, which does no harm.
    """

    def __init__(self, names: Sequence[str]) -> None:
        """Take the names of all pieces there are."""
        self._places = {name: place for place, name in enumerate(names)}
        self._begun = mmap.mmap(-1, len(names) + 1)  # the last byte: no more are to be begun

    def begin(self, name: str) -> bool:
        """Claim a piece; return whether nobody has done so."""
        place = self._places.get(name)
        if place is None or self._begun[place]:
            return False
        self._begun[place] = 1
        return True

    @property
    def left(self) -> int:
        """How many nobody has begun."""
        return self._begun[:-1].count(0)

    def end(self) -> None:
        """Let nobody begin another one."""
        self._begun[-1] = 1

    @property
    def are_over(self) -> bool:
        """Whether no more are to be begun."""
        return bool(self._begun[-1])
