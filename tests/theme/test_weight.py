"""What a memoir's page weighs on its way to a reader: its HTML and all its style sheets, without pictures."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from markup import Markup
from sample_build import Build
from site_build import build

from pelican_memoir.theming import theme_path

MOST = 15_000
"""Bytes, compressed; the lightest of the themes that were measured sends 17 400."""


def weight(output: Path, page: Path) -> int:
    """The bytes of a page and of the site's sheets that it loads, as a host would send them."""
    links = Markup(page.read_text(encoding="utf-8")).all("link")
    sheets = [output / link["href"].lstrip("/") for link in links if link["rel"] == "stylesheet"]
    assert sheets
    return sum(len(gzip.compress(file.read_bytes())) for file in (page, *sheets))


@pytest.mark.parametrize(
    "name", ["2020-12-31-2020-memoir", "2021-12-31-2021-memoir", "2022-12-31-2022-memoir"]
)
def test_memoirs_of_the_sample_site_are_light(sample_output: Build, name: str) -> None:
    assert weight(sample_output.output, sample_output.page(f"/{name}/")) <= MOST


def test_the_seeds_are_light(corpus: Path, tmp_path: Path) -> None:
    files = {path.name: path.read_bytes() for path in sorted((corpus / "seeds").glob("*.md"))}
    done = build(tmp_path, files, THEME=theme_path(), SITENAME="Jerife")
    pages = [
        name for name in ("2022end.html", "2023end.html", "Retrospect.html") if (done.output / name).is_file()
    ]
    assert len(pages) == 3
    assert {name: size for name in pages if (size := weight(done.output, done.output / name)) > MOST} == {}
