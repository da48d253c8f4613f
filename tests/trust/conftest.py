"""The site that things are done to: not built, built, and what a build in a new folder makes of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from faulty_site import pelican, tree, write


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that has not been built."""
    return write(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site, built where nothing is wrong."""
    whole = write(tmp_path_factory.mktemp("built"))
    assert pelican(whole).returncode == 0
    return whole


@pytest.fixture(scope="module")
def right(built: Path) -> dict[str, bytes]:
    """The output of the site where nothing is wrong."""
    return tree(built / "output")
