"""What a memoir's page weighs on its way to a reader: its HTML and all its style sheets, without pictures."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from markup import Markup
from sample_build import Build
from site_build import build

from pelican_memoir import cli
from pelican_memoir.theming import theme_path

MOST = 15_000
"""Bytes, compressed; the lightest of the themes that were measured sends 17 400."""

PUBLISHED = {
    "SITEURL": "https://blog.example",
    "MEMOIR_SHARE_LINKS_ACTIVE": {"twitter": True, "facebook": True, "linkedin": True},
}
"""What Beautiful Jekyll's sites usually have beside what follows; with a whole address, more is said in the head."""
USUAL = {
    **PUBLISHED,
    "MEMOIR_AVATAR": "/assets/img/avatar-icon.png",
    "MEMOIR_DISQUS": "a-blog",
    "MEMOIR_GTAG": "G-XXXXXXXXXX",
    "MEMOIR_NAVBAR_LINKS": {"About": "aboutme", "Posts": "tags"},
    "MEMOIR_SOCIAL_NETWORK_LINKS": {"email": "a@blog.example", "github": "a", "linkedin": "a", "rss": True},
    "MEMOIR_URL_PRETTY": "blog.example",
}


def weight(output: Path, page: Path) -> int:
    """The bytes of a page and of the site's sheets that it loads, as a host would send them."""
    links = Markup(page.read_text(encoding="utf-8")).all("link")
    sheets = [
        output / urlsplit(link["href"]).path.lstrip("/") for link in links if link["rel"] == "stylesheet"
    ]
    assert sheets
    return sum(len(gzip.compress(file.read_bytes())) for file in (page, *sheets))


@pytest.mark.parametrize(
    "name", ["2020-12-31-2020-memoir", "2021-12-31-2021-memoir", "2022-12-31-2022-memoir"]
)
def test_memoirs_of_the_sample_site_are_light(sample_output: Build, name: str) -> None:
    assert weight(sample_output.output, sample_output.page(f"/{name}/")) <= MOST


@pytest.fixture(scope="module")
def seeds(corpus: Path) -> dict[str, bytes]:
    """The memoirs that all figures are about."""
    return {path.name: path.read_bytes() for path in sorted((corpus / "seeds").glob("*.md"))}


@pytest.mark.parametrize("settings", [{}, USUAL], ids=["bare", "usual"])
def test_the_seeds_are_light(seeds: dict[str, bytes], tmp_path: Path, settings: dict[str, object]) -> None:
    done = build(tmp_path, seeds, THEME=theme_path(), SITENAME="Jerife", **settings)
    pages = [
        name for name in ("2022end.html", "2023end.html", "Retrospect.html") if (done.output / name).is_file()
    ]
    assert len(pages) == 3
    assert {name: size for name in pages if (size := weight(done.output, done.output / name)) > MOST} == {}


def test_what_is_usual_is_on_the_page_that_is_weighed(seeds: dict[str, bytes], tmp_path: Path) -> None:
    done = build(tmp_path, seeds, THEME=theme_path(), SITENAME="Jerife", **USUAL)
    page = done.page("2022end.html")
    for mark in (
        'class="avatar',
        "comments-open",
        "data-analytics",
        'class="share"',
        "github.com/jerife/jerife.github.io",
    ):
        assert mark in page


def test_what_is_not_read_lets_the_rest_go_first(tmp_path: Path) -> None:
    text = "---\ntitle: A\ndate: 2022-12-31\n---\nx\n"
    done = build(tmp_path, {"a.md": text}, THEME=theme_path(), **USUAL, MEMOIR_COMMENTS_LOAD="always")
    page = Markup(done.page("a.html"))
    scripts = [tag for tag in page.all("script") if tag.get("type") == "module"]
    avatars = [tag for tag in page.all("img") if "avatar" in tag.get("class", "")]
    assert (len(scripts), len(avatars)) == (2, 1)
    assert {tag.get("fetchpriority") for tag in (*scripts, *avatars)} == {"low"}


@pytest.mark.parametrize("name", ["jerife", "pebpung"])
def test_memoirs_of_migrated_blogs_are_light(corpus: Path, tmp_path: Path, name: str) -> None:
    site = tmp_path / name
    assert cli.main(["migrate", str(corpus / "blogs" / name), str(site)]) == 0
    lines = [f"{key} = {value!r}" for key, value in PUBLISHED.items()]
    (site / "weighed.py").write_text("\n".join(["from publishconf import *", *lines, ""]), encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "-s", "weighed.py", "-o", "output"]
    done = subprocess.run(
        command,
        cwd=site,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    output = site / "output"
    memoirs = [
        page
        for page in output.rglob("*.html")
        if 'class="h-entry memoir"' in page.read_text(encoding="utf-8")
    ]
    assert memoirs
    sizes = {page.relative_to(output).as_posix(): weight(output, page) for page in memoirs}
    assert {page: size for page, size in sizes.items() if size > MOST} == {}
