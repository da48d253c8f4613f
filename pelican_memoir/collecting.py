"""Python's collector of garbage runs seldom while a build makes what stays: it would find next to nothing."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 50_000
"""New objects after which it runs, where Python takes 700. With 5,000 posts that holds 8 MiB more; 200,000 hold 35."""


@contextmanager
def seldom(*, stays: bool) -> Iterator[None]:
    """Let the collector run seldom inside; who has switched it off, or lets it run still less often, has it so.

    `stays`: all that is made inside lives as long as the process. It is not looked through again, neither when the
    process ends: there that takes a tenth of a build after an edit.
    """
    before = gc.get_threshold()
    if 0 < before[0] < SELDOM:
        gc.set_threshold(SELDOM, *before[1:])
    try:
        yield
    finally:
        if stays:
            gc.freeze()
        gc.set_threshold(*before)
