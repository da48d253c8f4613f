"""Copies of this process, which read or render beside it: whether one is sure to work, and how one is made."""

from __future__ import annotations

import os
import sys
import threading
import warnings


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


def fork() -> int:
    """Return 0 in the copy, and its number in this process."""
    with warnings.catch_warnings():
        # Python 3.12 and newer warn of any thread, the spinner's as well.
        warnings.simplefilter("ignore", DeprecationWarning)
        return os.fork()


def _is_spinner(thread: threading.Thread) -> bool:
    return type(thread).__module__ == "rich.live"
