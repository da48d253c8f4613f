"""Interleaved runs and their medians: what disturbs the machine disturbs every contender alike."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Mapping

Contender = Callable[[], object]


def medians(contenders: Mapping[str, Contender], rounds: int) -> dict[str, float]:
    """Return the median time of each contender in milliseconds, over `rounds` rounds in which each runs once.

    One round before goes uncounted: it fills caches and imports what is imported late.
    """
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(rounds + 1):
        for name, run in contenders.items():
            gc.collect()
            start = time.perf_counter()
            run()
            if number:
                times[name].append((time.perf_counter() - start) * 1000)
    return {name: statistics.median(values) for name, values in times.items()}
