"""Runs a command and tells what it cost: seconds by the clock, seconds of the processors, memory at its peak."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

TEMPORARY = "temporary"
"""The folder beside a site's files that its builds have for `/tmp`: Jinja keeps compiled templates there."""
EVERY = 0.02
"""Seconds between two looks at the memory."""


class CommandFailedError(RuntimeError):
    """A command of the benchmark ended with an error; its output is the message."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a run cost: seconds by the clock, and seconds of all processors, its children's included."""

    wall: float
    cpu: float


def run(command: Sequence[str], folder: Path) -> Cost:
    """Run a command in a folder. Raises CommandFailedError where it ends with an error."""
    start = time.perf_counter()
    with open(os.devnull) as nothing, (folder / "output.log").open("w+") as log:
        process = subprocess.Popen(
            command, cwd=folder, stdin=nothing, stdout=log, stderr=log, env=environment(folder)
        )
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            log.seek(0)
            raise CommandFailedError(
                f"{' '.join(command)} ended with {process.returncode}:\n{log.read()[-2000:]}"
            )
    return Cost(wall, used.ru_utime + used.ru_stime)


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a site's commands: what they keep elsewhere than in the site is in its folder, too.

    Python keeps what it has compiled, as it does unless it is told not to.
    """
    temporary = folder / TEMPORARY
    temporary.mkdir(exist_ok=True)
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**own, "TMPDIR": str(temporary)}


def peak_memory(command: Sequence[str], folder: Path) -> float:
    """Return the most MiB that a command and all its children held at once, as Linux shares it out (PSS).

    Memory that several processes share counts once. Nothing can be told where there is no /proc: 0.
    Raises CommandFailedError as `run` does.
    """
    peak, ended = 0, threading.Event()

    def watch() -> None:
        nonlocal peak
        while not ended.wait(EVERY):
            peak = max(peak, sum(_pss(process) for process in _children(os.getpid())))

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        run(command, folder)
    finally:
        ended.set()
        watcher.join()
    return peak / 1024


def _children(process: int) -> list[int]:
    """Return the processes that descend from one; none where /proc does not tell."""
    found: list[int] = []
    waiting = [process]
    while waiting:
        for tasks in Path("/proc", str(waiting.pop()), "task").glob("*/children"):
            try:
                children = [int(child) for child in tasks.read_text().split()]
            except OSError:  # it has just ended
                continue
            found += children
            waiting += children
    return found


def _pss(process: int) -> int:
    """Return the KiB of a process in proportion to those it shares them with; 0 where it has just ended."""
    try:
        lines = Path("/proc", str(process), "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
