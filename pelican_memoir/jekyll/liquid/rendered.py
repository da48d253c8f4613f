"""A rendered text, what was wrong with its source, and which of its lines came from where."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from pelican_memoir.errors import Location, Problem


@dataclass(frozen=True, slots=True)
class Piece:
    """From line `line` of the output on, lines come from `source`; only a `text` goes on line by line."""

    line: int
    source: int
    text: bool


@dataclass(frozen=True, slots=True)
class Rendered:
    """What Liquid made of a text; lines count from 1, both in the output and in the source."""

    text: str
    problems: tuple[Problem, ...] = ()
    pieces: tuple[Piece, ...] = ()

    def source_line(self, line: int) -> int:
        """Return the line of the source that an output line came from, or the nearest line that is known."""
        found = bisect_right(self.pieces, line, key=lambda piece: piece.line) - 1
        if found < 0:
            return line
        piece = self.pieces[found]
        return piece.source + (line - piece.line if piece.text else 0)

    def placed(self, problem: Problem, first: int) -> Problem:
        """Return a problem of the output as one of the source; `first` is the source's line in its file."""
        location = problem.location
        if location.line is None or not self.pieces:
            return problem
        line = self.source_line(location.line - first + 1) + first - 1
        return Problem(Location(location.file, line), problem.code, problem.message)
