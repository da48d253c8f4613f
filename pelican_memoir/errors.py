"""What can be wrong, where it is, and the one form in which it is told.

A `Problem` in a post is a warning: the build goes on and the text is kept. A `MemoirError` carries one or more
problems and stops what is being done.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a source file. `line` and `column` count from 1; None means the whole file or line."""

    file: str
    line: int | None = None
    column: int | None = None

    def __str__(self) -> str:
        parts = [self.file]
        if self.line is not None:
            parts.append(str(self.line))
            if self.column is not None:
                parts.append(str(self.column))
        return ":".join(parts)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: `content/2022.md:7:3: tags: expected a list, got 3 [memoir.front-matter]`.

    `code` is stable and documented, `message` says what is wrong and, where it can, what to do. `lines` are all lines
    of the file where the same is wrong: enough to say behind others of the kind.
    """

    location: Location
    code: str
    message: str
    lines: tuple[int, ...] = ()

    def __str__(self) -> str:
        return f"{self.location}: {self.message} [{self.code}]"

    @property
    def in_short(self) -> str:
        """How it is told in a list of others of its kind."""
        return f"{self.location.file}:{', '.join(map(str, self.lines))}" if self.lines else str(self)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """The problems by file and place; what is said of a whole file comes before what has a line."""
    return sorted(
        problems, key=lambda each: (each.location.file, each.location.line or 0, each.location.column or 0)
    )


class MemoirError(Exception):
    """Base of every error that this package raises; `problems` holds what was found, in order of place."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class SettingsError(MemoirError):
    """One or more `MEMOIR_*` settings are wrong; all of them are told at once."""


class LanguageError(MemoirError):
    """A language file (`languages/*.toml`) is malformed."""
