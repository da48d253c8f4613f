"""What one execution may cost: a second of processor time for each 10 KB, memory of 100 times the input."""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

Check = Callable[[bytes], None]

SECONDS = 1.0
"""For each 10 KB that have begun; processor time, since others use the machine."""

INSTRUMENTED = 4.0
"""How many times slower code runs that tells atheris of each branch, measured on texts of the dialect."""

TIMES_MEMORY = 100
MEMORY_AT_LEAST = 2_000_000
"""What small inputs may take at least, in bytes: tables and compiled expressions that are made once."""

GROWN = 10_000
"""Bytes that an input is repeated to, so that growth shows in small inputs too."""


class TooSlowError(AssertionError):
    """An input took more processor time than it may."""


class TooLargeError(AssertionError):
    """An input took more memory than it may."""


def timed(check: Check, data: bytes, slowed: float = 1.0) -> None:
    """Run a check in code `slowed` so many times; raises `TooSlowError` where it takes more than its share of time."""
    start = time.thread_time()
    check(data)
    took = time.thread_time() - start
    allowed = SECONDS * slowed * max(1, -(-len(data) // GROWN))
    if took > allowed:
        raise TooSlowError(f"{len(data)} bytes took {took:.1f} s")


def weighed(check: Check, data: bytes) -> None:
    """Run a check; raises `TooLargeError` where it takes more than its share of memory."""
    check(data)  # once before: what is made once does not count
    tracemalloc.start()
    try:
        check(data)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    if peak > max(MEMORY_AT_LEAST, TIMES_MEMORY * len(data)):
        raise TooLargeError(f"{len(data)} bytes took {peak} bytes of memory")


def grown(data: bytes) -> bytes:
    """Return the input, repeated to `GROWN` bytes."""
    return (data * (GROWN // len(data) + 1))[:GROWN] if data else b""
