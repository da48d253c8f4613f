"""Copies of this process, which read or render beside it: whether one is sure to work, and how one is made."""

from __future__ import annotations

import logging
import os
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress


def may_fork() -> bool:
    """Tell whether a copy of this process is sure to work: on Linux, and where no thread may hold a lock.

    The thread that turns Pelican's spinner (rich's, on every run of the command) holds none that a copy asks for: a
    copy logs nothing and writes nothing to the terminal.
    """
    if sys.platform != "linux":
        return False
    others = [thread for thread in threading.enumerate() if thread is not threading.current_thread()]
    try:
        running = count_of_threads()
    except OSError:
        return False
    return running == 1 + len(others) and all(_is_spinner(thread) for thread in others)


def count_of_threads() -> int:
    """Return how many threads this process has: libraries have some that Python knows nothing of.

    Raises `OSError` where nobody can tell.
    """
    return len(os.listdir("/proc/self/task"))


def processors() -> int:
    """Return how many processors this process may use; 1 where it cannot be copied."""
    return len(os.sched_getaffinity(0)) if may_fork() else 1


def count_of_processes(wished: int | None) -> int:
    """Return how many processes may work, this one among them, by `MEMOIR_WORKERS`; 1 where it cannot be copied.

    Where nothing is wished for (None) it is one for each processor.
    """
    if not may_fork():
        return 1
    return max(1, processors() if wished is None else wished)


def be_silent() -> None:
    """Log nothing in a copy: what there is to say is said by the process that it is a copy of."""
    for logger in map(logging.getLogger, list(logging.root.manager.loggerDict)):
        logger.handlers.clear()
    logging.root.handlers[:] = [logging.NullHandler()]  # without any, Python writes warnings itself


def fork() -> int:
    """Return 0 in the copy, and its number in this process."""
    with warnings.catch_warnings():
        # Python 3.12 and newer warn of any thread, the spinner's as well.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


@contextmanager
def beside(works: Iterable[Callable[[], object]]) -> Iterator[None]:
    """Let copies of this process do a work each, while what is inside is done here, and wait for them.

    A copy says nothing: what it has done is seen by what it has left, and what it has not is to be done here. Whatever
    happens, none is left behind.
    """
    started: list[int] = []
    try:
        for work in works:
            started.append(_copy(work))
        yield
        _wait(started)
    finally:
        for process in started:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGTERM)
        _wait(started)


def _copy(work: Callable[[], object]) -> int:
    # What ends a copy waits until the copy has done with the ways in which this process takes it.
    before = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
    process = fork()
    if process:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        return process
    status = 1
    try:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
        be_silent()
        work()
        status = 0
    finally:
        os._exit(status)


def _wait(started: list[int]) -> None:
    while started:
        with suppress(ChildProcessError):
            os.waitpid(started[0], 0)
        started.pop(0)


def _is_spinner(thread: threading.Thread) -> bool:
    return type(thread).__module__ == "rich.live"
