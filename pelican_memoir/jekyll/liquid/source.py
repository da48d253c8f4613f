"""A template's source that knows its file, where its blocks end, and what was found wrong in it."""

from __future__ import annotations

from bisect import bisect_left

from pelican_memoir.errors import Location, Problem

CODE = "memoir.liquid"
MOST_PROBLEMS = 100


class Source(str):
    """A template's text. The engine's tokens carry it along, so that each node can say where it stands."""

    __slots__ = ("breaks", "ends", "file", "first_line", "problems")

    file: str
    first_line: int
    problems: dict[Problem, None]
    ends: dict[int, int]
    breaks: list[int]

    def __new__(cls, text: str, file: str, line: int, problems: dict[Problem, None]) -> Source:
        """Take the text and where it begins; `problems` is shared by all sources of one rendering."""
        source = super().__new__(cls, text)
        source.file, source.first_line, source.problems, source.ends = file, line, problems, {}
        source.breaks = [place for place, char in enumerate(text) if char == "\n"]
        return source

    def line_of(self, position: int) -> int:
        """Return the line of a position, from 1 where this source begins."""
        return bisect_left(self.breaks, position) + 1

    def tell(self, position: int, message: str) -> None:
        """Note what is wrong at a position, once; after the hundredth there is no more to be learnt."""
        if len(self.problems) >= MOST_PROBLEMS:
            return
        start = self.rfind("\n", 0, position) + 1
        place = Location(self.file, self.line_of(position) + self.first_line - 1, position - start + 1)
        self.problems[Problem(place, CODE, message)] = None

    def construct(self, position: int) -> str:
        """Return the whole construct that opens at a position: an output, a tag, or a block with its end."""
        return self[position : self.ends[position]]
