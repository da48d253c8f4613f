"""The collector runs seldom during a build, and as before after it."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from site_build import build

from pelican_memoir.collecting import SELDOM, seldom


@pytest.fixture(autouse=True)
def thresholds() -> Iterator[None]:
    """Each test begins with Python's own thresholds, and leaves the collector as it was."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.unfreeze()
    gc.set_threshold(*before)


def test_it_runs_seldom_inside_alone() -> None:
    inside: list[tuple[int, int, int]] = []

    @seldom(stays=False)
    def failing() -> None:
        inside.append(gc.get_threshold())
        raise ValueError("a build that fails")

    with pytest.raises(ValueError, match="a build"):
        failing()
    assert inside == [(SELDOM, 10, 10)]
    assert gc.get_threshold() == (700, 10, 10)


@pytest.mark.parametrize("stays", [True, False])
def test_what_stays_is_not_looked_through_again(*, stays: bool) -> None:
    before = gc.get_freeze_count()
    with seldom(stays=stays):
        made = [[number] for number in range(1000)]
    assert (gc.get_freeze_count() - before >= len(made)) == stays


@pytest.mark.parametrize("owners", [0, 2 * SELDOM], ids=["off", "still less often"])
def test_what_the_owner_has_set_stays(owners: int) -> None:
    gc.set_threshold(owners, 5, 5)
    with seldom(stays=False):
        assert gc.get_threshold() == (owners, 5, 5)
    assert gc.get_threshold() == (owners, 5, 5)


def test_a_build_leaves_it_as_it_was(tmp_path: Path) -> None:
    build(tmp_path, {"2022-12-31-a.md": "---\ntitle: A\n---\nText.\n"})
    assert gc.get_threshold() == (700, 10, 10)
