"""Problems are logged, and can be listened to: what is remembered of a post is told again with it."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from functools import lru_cache

from pelican_memoir.errors import MemoirError, Problem
from pelican_memoir.jekyll import source_file

logger = logging.getLogger(__name__)


@dataclass(eq=False)
class Heard:
    """What was told while something was made; not `is_all` where others logged warnings that cannot be told again."""

    problems: list[Problem] = field(default_factory=list)
    is_all: bool = True


_heard: ContextVar[Heard | None] = ContextVar("heard", default=None)
_logged: ContextVar[bool] = ContextVar("logged", default=True)

IN_FULL = 5
"""Problems of a kind that are logged each by itself while a whole blog is gone through, as many as Pelican shows."""


@dataclass
class _Many:
    """What was told of one kind: how often so far, and what is to be logged together."""

    times: int = 0
    waiting: list[Problem] = field(default_factory=list)


_gathered: ContextVar[dict[str, _Many] | None] = ContextVar("gathered", default=None)


class _Others(logging.Handler):
    """Notices warnings that are not told by `tell`, for all who listen."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.listening: list[Heard] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name != __name__:
            for heard in self.listening:
                heard.is_all = False


_others = _Others()


def without_traceback(record: logging.LogRecord) -> bool:
    """Leave the traceback out of what Pelican logs of an error of ours, which says where it is and what to do.

    A filter of loggers: it lets every record through.
    """
    if record.exc_info and isinstance(record.exc_info[1], MemoirError):
        record.exc_info = record.exc_text = None
    return True


def tell(problems: Iterable[Problem]) -> None:
    """Log each problem as a message of its own, or together with others of its kind where `gathering` them."""
    heard, gathered = _heard.get(), _gathered.get()
    for problem in problems:
        if heard is not None:
            heard.problems.append(problem)
        if not _logged.get():
            continue
        if gathered is not None:
            many = gathered.setdefault(problem.code, _Many())
            many.times += 1
            if many.times > IN_FULL:
                many.waiting.append(problem)
                continue
        logger.log(_level(problem.code), "%s", problem)


def _level(code: str) -> int:
    return logging.ERROR if code == source_file.UNREADABLE else logging.WARNING


@contextmanager
def gathering() -> Iterator[None]:
    """Log what is told meanwhile in one message for each kind, but for the first `IN_FULL` of it.

    No place goes untold; but a message costs Pelican's log as much as a page costs the templates, and hundreds of them
    hide those that are rare.
    """
    gathered: dict[str, _Many] = {}
    token = _gathered.set(gathered)
    try:
        yield
    finally:
        _gathered.reset(token)
        for code, many in gathered.items():
            if many.waiting:
                lines = "\n".join(problem.in_short for problem in many.waiting)
                told = (len(many.waiting), lines, code)
                # Rich would look for numbers and paths in it to colour, which takes longer than all the rest.
                logger.log(_level(code), "%d more like these:\n%s\n[%s]", *told, extra={"highlighter": None})


@contextmanager
def listening() -> Iterator[Heard]:
    """Collect what is told meanwhile; it is logged all the same."""
    heard = Heard()
    token = _heard.set(heard)
    _others.listening.append(heard)
    logging.getLogger().addHandler(_others)
    try:
        yield heard
    finally:
        _others.listening.remove(heard)
        if not _others.listening:
            logging.getLogger().removeHandler(_others)
        _heard.reset(token)


@contextmanager
def unheard() -> Iterator[None]:
    """Log nothing of what is told meanwhile: it is told again in its time. Who listens hears it all the same."""
    token = _logged.set(False)
    try:
        yield
    finally:
        _logged.reset(token)


def shown(source_path: str) -> str:
    """Return a path as people know it: from the folder they are in, where the file is below it."""
    return _shown(source_path, os.getcwd())


@lru_cache(maxsize=10_000)
def _shown(source_path: str, folder: str) -> str:
    relative = relative_path(source_path, folder)
    return source_path if relative.startswith(os.pardir) else relative


def relative_path(path: str, folder: str) -> str:
    """Return the way from a folder to a file, with `/`; quickly for one below it by names that are in full."""
    below = os.path.join(folder, "")
    if path.startswith(below) and os.path.normpath(path) == path:
        return path[len(below) :].replace(os.sep, "/")
    return os.path.relpath(path, folder).replace(os.sep, "/")
