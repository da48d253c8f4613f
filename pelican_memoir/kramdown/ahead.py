"""What lies ahead in a text: a search that is not made again for what is known not to be there."""

from __future__ import annotations

import re


class Ahead:
    """Answers for one text whether something comes further on, so that marks without an end cost one search in all."""

    __slots__ = ("_missing", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._missing: dict[str | re.Pattern[str], int] = {}

    def has(self, what: str | re.Pattern[str], pos: int) -> bool:
        """Whether `what` occurs at or behind `pos`."""
        if pos >= self._missing.get(what, len(self.text) + 1):
            return False
        found = (
            self.text.find(what, pos) >= 0
            if isinstance(what, str)
            else what.search(self.text, pos) is not None
        )
        if not found:
            self._missing[what] = pos
        return found
