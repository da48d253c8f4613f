"""These tests want all neighbours installed: `make test-neighbours` makes an environment with them."""

from collections.abc import Iterator
from importlib.util import find_spec

import pytest
from neighbours import NEIGHBOURS
from warm_pelican import WarmPelican, started

collect_ignore_glob = (
    [] if all(find_spec(f"pelican.plugins.{name}") for name in NEIGHBOURS) else ["test_*.py"]
)


@pytest.fixture(scope="session")
def warm() -> Iterator[WarmPelican]:
    """The process that builds all sites."""
    with started() as process:
        yield process
