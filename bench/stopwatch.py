"""Interleaved runs and their medians: what disturbs the machine disturbs every contender alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping

Contender = Callable[[], object]


def medians(contenders: Mapping[str, Contender], rounds: int, runs: int = 1) -> dict[str, float]:
    """Return the median time of a run of each contender in milliseconds, over `rounds` rounds of `runs` runs of each.

    One round before goes uncounted: it fills caches and imports what is imported late. What takes a millisecond or two
    needs several runs: a build does it post after post, and a single one pays for memory that others gave back.
    """
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(rounds + 1):
        for name, run in contenders.items():
            gc.collect()
            start = time.perf_counter()
            for _ in range(runs):
                run()
            if number:
                times[name].append((time.perf_counter() - start) * 1000 / runs)
    return {name: statistics.median(values) for name, values in times.items()}
