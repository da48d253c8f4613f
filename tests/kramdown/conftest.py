"""The oracle, where it is installed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from lacking import lacking
from oracle import Kramdown, available


@pytest.fixture(scope="session")
def kramdown() -> Iterator[Kramdown]:
    """kramdown under Jekyll's settings."""
    if not available():
        lacking("ruby with kramdown, kramdown-parser-gfm and rouge is not installed")
    process = Kramdown()
    yield process
    process.close()
