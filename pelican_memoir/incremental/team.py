"""Other processes that render their share of the pages; the first writes down what they did, page after page.

Each is a copy of this process, made when all posts are read. It goes through the same pages in the same order, renders
its share of them, puts each file in its place and says so. What it cannot do as well, it leaves to the first process.
When the pages are done it may have other things to do, of which it says nothing.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from zlib import crc32

from pelican_memoir.incremental.records import Record
from pelican_memoir.processes import be_silent, count_of_processes, fork

FEWEST = 48
"""Pages that are still to be rendered where a copy pays."""
_AHEAD = 1 << 20
"""Bytes that a copy may say before they are heard: Linux allows each user so many for a pipe."""
MOST = 4
"""Processes that render at most, the first among them: each holds memory of its own."""


@dataclass(frozen=True, slots=True)
class Done:
    """What a process says of a page. `is_done` is False where the first process has to render it."""

    number: int
    output_file: str
    is_done: bool
    record: Record | None = None


def size_of_team(workers: int | None) -> int:
    """Return how many processes may render, the first among them, by `MEMOIR_WORKERS`; 1 where none can be copied."""
    return min(count_of_processes(workers), MOST)


def place_of(number: int, size: int) -> int:
    """Return which of the processes renders a page, from 0, by its number.

    Not one after the other: where each tenth post is a long memoir, one process would get all of them.
    """
    return crc32(number.to_bytes(4, "big")) % size


class Team:
    """The processes of one build, as the first sees them."""

    def __init__(
        self,
        size: int,
        work: Callable[[int, int, Callable[[Done], None]], None],
        then: Callable[[], None] = lambda: None,
    ) -> None:
        """Start `size` - 1 copies, each of which calls `work(place, size, say)`, then `then()`, and ends.

        `place` is 1, 2, …
        """
        self._size = size
        self._members: dict[int, Connection] = {}
        self._processes: dict[int, int] = {}
        gc.freeze()  # so that collecting garbage does not touch, and copy, what all share
        for place in range(1, size):
            self._processes[place], self._members[place] = _copy(partial(work, place, size), then)

    def take(self, number: int, output_file: str) -> Done | None:
        """Return what was done about a page; None where it is the first process's own, or nobody did it.

        A process that has ended, or is at another page than this, is done without from then on.
        """
        place = place_of(number, self._size)
        if place not in self._members:
            return None
        try:
            done: Done = self._members[place].recv()
        except (EOFError, OSError):
            self._dismiss(place)
            return None
        if (done.number, done.output_file) != (number, output_file):
            self._dismiss(place)
            return None
        return done

    def leave(self) -> None:
        """Wait until the others have done with the pages; what they do then they do by themselves."""
        while self._members:
            _, member = self._members.popitem()
            with member, suppress(EOFError, OSError):
                while True:
                    member.recv()

    def dissolve(self) -> None:
        """Let all processes end, and wait for them."""
        for place in list(self._processes):
            self._dismiss(place)
        gc.unfreeze()

    def _dismiss(self, place: int) -> None:
        if place in self._members:
            self._members.pop(place).close()  # the next that it says ends it
        os.waitpid(self._processes.pop(place), 0)


def _copy(work: Callable[[Callable[[Done], None]], None], then: Callable[[], None]) -> tuple[int, Connection]:
    ours, theirs = Pipe(duplex=False)
    _widen(theirs)
    process = fork()
    if process:
        theirs.close()
        return process, ours
    try:
        ours.close()
        be_silent()
        work(theirs.send)
        theirs.close()
        then()
    except BaseException:
        os._exit(1)  # the first process sees that nothing comes any more, and does the rest
    os._exit(0)


def _widen(connection: Connection) -> None:
    """Let a copy run ahead while the first process does other things; where it may not, it waits."""
    import fcntl  # is where copies can be made, and not everywhere

    with suppress(OSError, AttributeError):
        fcntl.fcntl(connection.fileno(), fcntl.F_SETPIPE_SZ, _AHEAD)
