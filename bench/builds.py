"""Whole builds, side by side on the same posts: from nothing, after one edit, under `--autoreload`; time and memory."""

from __future__ import annotations

import contextlib
import os
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from bench.process import CommandFailedError, Cost, environment, peak_memory, run
from bench.sites import EDITED, HUGO, OURS, PELICAN_COMMAND, SITES, Site

PATIENCE = 120
"""Seconds that a page may take to appear under `--autoreload`."""
RAM_DISK = Path("/dev/shm")


@contextlib.contextmanager
def workshop() -> Iterator[Path]:
    """Give a folder for all sites, on a RAM disk where there is one; it is gone afterwards."""
    ram = str(RAM_DISK) if os.access(RAM_DISK, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="memoir-bench-", dir=ram) as folder:
        yield Path(folder)


def measure(counts: list[int], rounds: int) -> dict[str, Any]:
    """Return the figures of all contenders that are installed, for each number of posts."""
    there = [site for site in SITES if site.is_there()]
    sizes = {count: _measure_size(there, count, rounds) for count in counts}
    least, most = sizes[min(counts)]["builds"], sizes[max(counts)]["builds"]
    return {
        "missing": [site.name for site in SITES if site not in there],
        "rounds": rounds,
        "processors": os.cpu_count(),
        "posts": {str(count): figures for count, figures in sizes.items()},
        "growth": {
            name: round(most[name]["cold"]["wall"] / least[name]["cold"]["wall"], 2)
            for name in least
            if len(sizes) > 1
        },
    }


def _measure_size(sites: list[Site], count: int, rounds: int) -> dict[str, Any]:
    with workshop() as folder:
        homes = {site.name: folder / str(place) for place, site in enumerate(sites)}
        for site in sites:
            site.make(homes[site.name], count)
        cold: dict[str, list[Cost]] = {site.name: [] for site in sites}
        again: list[Cost] = []
        for _ in range(rounds):
            for site in sites:
                home = homes[site.name]
                site.clear(home)
                cold[site.name].append(run(site.command, home))
                if site is OURS:
                    site.edit(home)
                    again.append(run(site.command, home))
        figures: dict[str, Any] = {name: {"cold": _medians(costs)} for name, costs in cold.items()}
        figures[OURS.name] |= {"after_one_edit": _medians(again), "autoreload": autoreload(homes[OURS.name])}
        for site in sites:
            site.clear(homes[site.name])
            figures[site.name]["peak_mib"] = round(peak_memory(site.command, homes[site.name]))
    return {"builds": figures, "ratios": _ratios(figures)}


def _medians(costs: list[Cost]) -> dict[str, float]:
    return {
        "wall": round(statistics.median(cost.wall for cost in costs), 3),
        "cpu": round(statistics.median(cost.cpu for cost in costs), 3),
    }


def _ratios(figures: dict[str, Any]) -> dict[str, dict[str, float]]:
    """Return what ours takes as a part of what each other takes; the edit is held against Hugo's whole build."""
    ours = figures[OURS.name]
    found = {
        name: {kind: round(ours["cold"][kind] / row["cold"][kind], 3) for kind in ("wall", "cpu")}
        for name, row in figures.items()
        if name != OURS.name
    }
    if HUGO.name in figures:
        hugo = figures[HUGO.name]["cold"]["wall"]
        found[HUGO.name]["after_one_edit"] = round(ours["after_one_edit"]["wall"] / hugo, 3)
    return found


def autoreload(home: Path, edits: int = 3) -> float:
    """Return the median of seconds from saving a post to its page being written, while `pelican -r` watches."""
    log = home / "autoreload.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            [*PELICAN_COMMAND, "-r"], cwd=home, stdout=output, stderr=output, env=environment(home)
        )
        try:
            seconds = []
            for number in range(edits):
                _wait(lambda: log.read_bytes().count(b"Done:") > number, process)  # noqa: B023
                seconds.append(_one_edit(home, process))
            return round(statistics.median(seconds), 3)
        finally:
            process.terminate()
            process.wait()


def _one_edit(home: Path, process: subprocess.Popen[bytes]) -> float:
    time.sleep(0.5)  # the watcher starts when the build before it has ended
    page = home / OURS.output / OURS.edited(home).stem / "index.html"
    before = page.read_text("utf-8").count(EDITED)
    start = time.perf_counter()
    OURS.edit(home)
    _wait(lambda: page.read_text("utf-8").count(EDITED) > before, process)
    return time.perf_counter() - start


def _wait(is_done: Callable[[], bool], process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + PATIENCE
    while not is_done():
        if process.poll() is not None or time.monotonic() > end:
            raise CommandFailedError(f"pelican -r ended, or wrote nothing within {PATIENCE} s")
        time.sleep(0.005)
