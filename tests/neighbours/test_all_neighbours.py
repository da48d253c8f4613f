"""All neighbours at once: in both orders, with both of Pelican's caches, cold and warm, and after ours is gone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from neighbour_site import Built, Site, write
from neighbours import NEIGHBOURS
from warm_pelican import WarmPelican

PAGE = "year-2022.html"
ORDERS = {"ours first": ["memoir", *NEIGHBOURS], "ours last": [*NEIGHBOURS, "memoir"]}
LAYERS = ("reader", "generator")


def together() -> dict[str, Any]:
    """Return the settings of all neighbours."""
    settings: dict[str, Any] = {}
    for own in NEIGHBOURS.values():
        settings |= own
    return settings


def cached(layer: str) -> dict[str, Any]:
    """Return the settings of one of Pelican's caches."""
    return {"CACHE_CONTENT": True, "LOAD_CONTENT_CACHE": True, "CONTENT_CACHING_LAYER": layer}


def pages(built: Built) -> dict[str, str]:
    """Return the words of every post, which a cache must not change."""
    return {name: built.words(name) for name in (PAGE, "year-2023.html", "tides.html")}


@pytest.fixture(scope="module", params=ORDERS)
def order(request: pytest.FixtureRequest) -> list[str]:
    """The plugins in one of the orders."""
    return ORDERS[request.param]


@pytest.fixture
def site(tmp_path: Path, warm: WarmPelican) -> Site:
    """A site of its own."""
    return write(tmp_path, warm)


def test_all_together(site: Site, order: list[str]) -> None:
    built = site.build(order, together())
    assert built.complaints() == []
    assert built.article("year-2022.ko")["memoir"].startswith("Memoir(year=2022,")
    assert "1) 자격증 취득" in built.words(PAGE)
    assert "{static}" not in built.page("index.html") + built.page(PAGE)


@pytest.mark.parametrize("layer", LAYERS)
def test_pelicans_caches_change_nothing(site: Site, order: list[str], layer: str) -> None:
    settings = together() | cached(layer)
    cold = site.build(order, settings)
    before = pages(cold)
    warm = site.build(order, settings)
    assert warm.complaints() == []
    assert pages(warm) == before


@pytest.mark.parametrize("layer", LAYERS)
def test_a_cache_outlives_our_package(site: Site, layer: str) -> None:
    """What Pelican pickled is of no class of ours: whoever takes the package away can still build."""
    settings = cached(layer)
    site.build(["memoir"], settings)
    left = site.build([], settings, uninstalled=True)
    assert "자격증 취득" in left.page(PAGE)
    assert not [line for line in left.complaints() if "pickle" in line.lower() or "cache" in line.lower()]
