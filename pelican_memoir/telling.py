"""Problems are logged, a line each, and can be listened to: what is remembered of a post is told again with it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from pathlib import Path

from pelican_memoir.errors import Problem
from pelican_memoir.jekyll import source_file

logger = logging.getLogger(__name__)


@dataclass
class Heard:
    """What was told while something was made; not `is_all` where others logged warnings that cannot be told again."""

    problems: list[Problem] = field(default_factory=list)
    is_all: bool = True


_heard: ContextVar[Heard | None] = ContextVar("heard", default=None)


class _Others(logging.Handler):
    """Notices warnings that are not told by `tell`."""

    def __init__(self, heard: Heard) -> None:
        super().__init__(logging.WARNING)
        self.heard = heard

    def emit(self, record: logging.LogRecord) -> None:
        if record.name != __name__:
            self.heard.is_all = False


def tell(problems: Iterable[Problem]) -> None:
    """Log each problem as a line of its own."""
    heard = _heard.get()
    for problem in problems:
        if heard is not None:
            heard.problems.append(problem)
        level = logging.ERROR if problem.code == source_file.UNREADABLE else logging.WARNING
        logger.log(level, "%s", problem)


@contextmanager
def listening() -> Iterator[Heard]:
    """Collect what is told meanwhile; it is logged all the same."""
    heard = Heard()
    others = _Others(heard)
    token = _heard.set(heard)
    logging.getLogger().addHandler(others)
    try:
        yield heard
    finally:
        logging.getLogger().removeHandler(others)
        _heard.reset(token)


def shown(source_path: str) -> str:
    """Return a path as people know it: from the folder they are in, where the file is below it."""
    relative = os.path.relpath(source_path)
    return source_path if relative.startswith(os.pardir) else Path(relative).as_posix()
