"""How much work something is, as a number that is the same on every machine: the lines of Python that it runs.

What runs inside C, as regular expressions do, is no line. `python -m bench --only growth` measures that.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from types import FrameType
from typing import Any


def lines_run(do: Callable[[], object]) -> int:
    """Return how many lines of Python `do` runs, in all modules; each round of a loop counts anew."""
    count = 0

    def trace(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        do()
    finally:
        sys.settrace(before)
    return count


def growth(do: Callable[[int], object], size: int) -> float:
    """Return how many times as much work the sizes from 2 to 4 times `size` add as those from 1 to 2 times.

    2 where each piece costs the same, 4 where each costs as much as all before it. What has a bound, as the depth that
    is looked into, should be beyond it at `size`.
    """
    do(size)  # what is compiled and imported once is no work of this text
    first, second, third = (lines_run(partial(do, times * size)) for times in (1, 2, 4))
    return (third - second) / (second - first)
