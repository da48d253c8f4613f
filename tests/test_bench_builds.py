"""The benchmark of whole builds: its posts, its sites, its tables."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from lacking import lacking

from bench import builds, posts, report, sites
from bench.process import CommandFailedError, run


def test_the_same_number_gives_the_same_posts() -> None:
    assert list(posts.posts(45)) == list(posts.posts(45))


def test_posts_are_of_the_size_of_real_ones() -> None:
    sizes = [len(post.for_jekyll().encode()) for post in posts.posts(60)]
    assert min(sizes) >= 8_000
    assert max(sizes) <= 12_000


def test_most_posts_are_ordinary_and_some_are_years_in_review() -> None:
    made = list(posts.posts(60))
    assert sum("1분기" in post.body for post in made) == 3
    assert len({post.name for post in made}) == len({post.body for post in made}) == 60


@pytest.mark.parametrize(
    "site", [sites.STOCK, sites.JEKYLL, sites.JEKYLL_LAYOUTS, sites.HUGO], ids=lambda site: site.name
)
def test_peers_write_a_page_for_each_post(site: sites.Site, tmp_path: Path) -> None:
    if not site.is_there():
        lacking(f"{site.command[0]} is not installed")
    home = tmp_path / "site"
    site.make(home, 3)
    run(site.command, home)
    pages = [path.parent.name for path in (home / site.output).rglob("20*/index.html")]
    assert sorted(pages) == sorted(post.name for post in posts.posts(3))
    site.clear(home)
    assert not (home / site.output).exists()


def test_a_build_that_fails_says_why(tmp_path: Path) -> None:
    home = tmp_path / "site"
    sites.OURS.make(home, 1)
    (home / "pelicanconf.py").write_text("MEMOIR_PATHS = 3\nPLUGINS = ['memoir']\n", encoding="utf-8")
    with pytest.raises(CommandFailedError, match="MEMOIR_PATHS"):
        run(sites.OURS.command, home)


@pytest.mark.slow
def test_builds_are_measured_from_nothing_after_an_edit_and_under_autoreload(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(builds, "SITES", (sites.OURS,))
    monkeypatch.setattr(builds, "autoreload", partial(builds.autoreload, edits=1))
    figures = builds.measure([2, 3], rounds=1)
    ours = figures["posts"]["3"]["builds"][sites.OURS.name]
    assert ours["cold"]["wall"] > 0
    assert ours["after_one_edit"]["cpu"] > 0
    assert ours["autoreload"] > 0
    assert list(figures["growth"]) == [sites.OURS.name]


def _figures() -> dict[str, Any]:
    def size(times: float) -> dict[str, Any]:
        ours = {"wall": 2.0 * times, "cpu": 3.0 * times}
        hugo = {"wall": 1.0 * times, "cpu": 2.0 * times}
        found = {
            sites.OURS.name: {"cold": ours, "after_one_edit": hugo, "autoreload": 0.7, "peak_mib": 90},
            sites.HUGO.name: {"cold": hugo, "peak_mib": 300},
        }
        return {"builds": found, "ratios": builds._ratios(found)}

    growth = {sites.OURS.name: 5.0, sites.HUGO.name: 5.0}
    return {
        "missing": ["Jekyll"],
        "rounds": 3,
        "processors": 2,
        "posts": {"1000": size(1), "5000": size(5)},
        "growth": growth,
    }


def test_the_table_tells_ratios_growth_and_what_is_missing() -> None:
    table = report.as_table(_figures())
    assert "| Hugo, minimal layout | 5.00 | 10.00 | 300 | 2.00 |" in table
    assert "| – after one edit | 1.00 | 2.00 | | 1.00 (Hugo's whole build) |" in table
    assert "From 1,000 to 5,000 posts" in table
    assert "Not installed, so not measured: Jekyll." in table


def test_the_plot_has_a_line_for_each_contender() -> None:
    drawing = ElementTree.fromstring(report.plot(_figures()))
    assert len(drawing.findall("{http://www.w3.org/2000/svg}polyline")) == 2


def test_figures_are_kept_in_the_documentation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = tmp_path / "performance.md"
    page.write_text(report.PAGE.read_text("utf-8"), encoding="utf-8")
    monkeypatch.setattr(report, "PAGE", page)
    monkeypatch.setattr(report, "PLOT", tmp_path / "performance.svg")
    report.keep(_figures())
    assert report.as_table(_figures()) in page.read_text("utf-8")
    assert (tmp_path / "performance.svg").read_text("utf-8").startswith("<svg")
