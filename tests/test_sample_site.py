"""The sample site as a whole: what is built, what is found in it, and that every link leads somewhere."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import pytest
from html_pages import Page, broken_links
from sample_build import POSTS, SAMPLE_SITE, Build, build

QUARTERS = [("quarter", 1), ("quarter", 2), ("quarter", 3), ("quarter", 4)]
MONTHS = [("month", number) for number in range(1, 13)]

# file: (year, periods, achievements in each period)
MEMOIRS: dict[str, tuple[int, list[tuple[str, int]], list[int]]] = {
    "2020-12-31-2020-memoir.md": (
        2020,
        [*MONTHS[:6], ("month_range", 7), *MONTHS[8:]],
        [2, 2, 2, 2, 1, 1, 3, 1, 2, 2, 2],
    ),
    "2021-12-31-2021-memoir.md": (2021, QUARTERS, [3, 3, 2, 3]),
    "2022-12-31-2022-memoir.md": (2022, QUARTERS, [3, 3, 2, 3]),
    "2022-12-31-daon-retrospect.md": (2022, [], []),
    "2023-07-02-daon-first-half.md": (2023, [], []),
    "2023-12-31-2023-memoir.md": (2023, QUARTERS, [3, 2, 3, 4]),
    "en/2023-12-30-2023-in-review.md": (2023, QUARTERS, [2, 3, 3, 3]),
    "ja/2022-12-31-2022-matome.md": (2022, MONTHS, [2, 2, 2, 2, 2, 2, 1, 2, 1, 2, 1, 2]),
    "ja/2023-12-31-2023-furikaeri.md": (2023, QUARTERS, [2, 2, 2, 3]),
    "zh/2023-12-31-2023-zongjie.md": (2023, [("half", 1), ("half", 2)], [3, 4]),
}
GOALS = {
    "2020-12-31-2020-memoir.md": 4,
    "2021-12-31-2021-memoir.md": 5,
    "2022-12-31-2022-memoir.md": 5,
    "2023-12-31-2023-memoir.md": 4,
    "en/2023-12-30-2023-in-review.md": 4,
    "ja/2022-12-31-2022-matome.md": 3,
    "ja/2023-12-31-2023-furikaeri.md": 3,
    "zh/2023-12-31-2023-zongjie.md": 3,
}


def posts() -> list[Path]:
    return sorted(POSTS.rglob("*.md"))


def name(post: Path) -> str:
    return post.relative_to(POSTS).as_posix()


def address(post: Path) -> str:
    """The address that Jekyll gives the post by `permalink: /:year-:month-:day-:title/`."""
    folder = "" if post.parent == POSTS else f"{post.parent.name}/"
    return f"/{folder}{post.stem}/"


@pytest.fixture(scope="session")
def sample_pages(sample_output: Build) -> list[Page]:
    return [Page(file) for file in sample_output.pages()]


@pytest.fixture(scope="module")
def reports() -> dict[str, Any]:
    """What `pelican-memoir inspect` says about each post."""
    command = [sys.executable, "-m", "pelican_memoir", "inspect", "--json", *map(str, posts())]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    return {name(Path(report["file"])): report for report in json.loads(done.stdout)}


def warnings_but_guesses(site: Build) -> int:
    """Count the warnings but for what was guessed: the sample's authors leave out alternative texts, as many do."""
    return site.log.count("WARNING") - site.log.count("[memoir.repair]")


def test_builds_without_a_warning_but_for_guesses(sample_output: Build) -> None:
    assert sample_output.status == 0, sample_output.log
    assert "[memoir.repair]" in sample_output.log
    assert warnings_but_guesses(sample_output) == 0, sample_output.log
    assert "ERROR" not in sample_output.log


@pytest.mark.parametrize("post", posts(), ids=name)
def test_post_stays_at_its_jekyll_address(sample_output: Build, post: Path) -> None:
    assert sample_output.page(address(post)).is_file()


@pytest.mark.parametrize(
    "path",
    ["/", "/about/", "/kitchen-sink/", "/tags/", "/archives.html", "/categories.html", "/authors.html"],
)
def test_page_is_there(sample_output: Build, path: str) -> None:
    assert sample_output.page(path).is_file()


@pytest.mark.parametrize("file", MEMOIRS)
def test_memoir_is_read(reports: dict[str, Any], file: str) -> None:
    report = reports[file]
    year, periods, achievements = MEMOIRS[file]
    assert report["year"] == year
    assert [(period["kind"], period["number"]) for period in report["periods"]] == periods
    assert [len(period["achievements"]) for period in report["periods"]] == achievements


@pytest.mark.parametrize(("file", "count"), GOALS.items())
def test_goals_are_read(reports: dict[str, Any], file: str, count: int) -> None:
    assert len(reports[file]["goals"][-1]["items"]) == count


def test_memoir_by_topics_has_highlights(reports: dict[str, Any]) -> None:
    report = reports["2022-12-31-daon-retrospect.md"]
    assert len(report["highlights"]) == 5
    assert [section["number"] for section in report["sections"]] == [1, 2, 3, 4, 5, 6]


def test_memoir_of_half_a_year_says_which(reports: dict[str, Any]) -> None:
    period = reports["2023-07-02-daon-first-half.md"]["post_period"]
    assert (period["kind"], period["number"], period["months"]) == ("half", 1, [1, 2, 3, 4, 5, 6])


@pytest.mark.parametrize("post", [post for post in posts() if name(post) not in MEMOIRS], ids=name)
def test_ordinary_post_is_no_memoir(reports: dict[str, Any], post: Path) -> None:
    report = reports[name(post)]
    assert (report["periods"], report["highlights"], report["goals"]) == ([], [], [])


@pytest.mark.parametrize("file", [file for file, (_, periods, _) in MEMOIRS.items() if periods])
def test_memoir_page_has_its_periods(sample_output: Build, file: str) -> None:
    page = Page(sample_output.page(address(POSTS / file)))
    sections = [section["data-period"] for section in page.having("section", class_="memoir-period")]
    assert len(sections) == len(MEMOIRS[file][1])
    anchors = [section["aria-labelledby"] for section in page.having("section", class_="memoir-period")]
    targets = [link for tag, link in page.links if tag == "a" and link.startswith("#")]
    assert all(f"#{anchor}" in map(unquote, targets) for anchor in anchors)


def test_draft_is_written_but_nobody_leads_to_it(sample_output: Build, sample_pages: list[Page]) -> None:
    draft = sample_output.page("/drafts/buoy-v4.html")
    assert draft.is_file()
    assert [page.file for page in sample_pages if page.file != draft and "부표 4호기" in page.text] == []


def test_memoirs_of_one_blog_lead_to_each_other(sample_output: Build) -> None:
    years = [Page(sample_output.page(f"/{year}-12-31-{year}-memoir/")) for year in (2021, 2022, 2023)]
    links = [{unquote(link) for _, link in page.links} for page in years]
    assert any("2020-12-31-2020-memoir" in link for link in links[0])
    assert any("2022-12-31-2022-memoir" in link for link in links[0])
    assert any("2023-12-31-2023-memoir" in link for link in links[1])
    assert any("2022-12-31-2022-memoir" in link for link in links[2])


def test_no_word_of_the_dialect_is_left(sample_pages: list[Page]) -> None:
    left = [
        f"{page.file}: {mark}"
        for page in sample_pages
        for mark in ("{:", "{::", "{%", "<!--more")
        if mark in page.text
    ]
    assert left == []


def test_every_internal_link_and_anchor_resolves(sample_output: Build, sample_pages: list[Page]) -> None:
    assert broken_links(sample_output.output, sample_pages) == []


def test_no_id_twice_on_a_page(sample_pages: list[Page]) -> None:
    twice = [
        f"{page.file}: {identifier}"
        for page in sample_pages
        for identifier in set(page.ids)
        if page.ids.count(identifier) > 1
    ]
    assert twice == []


def test_nothing_but_pictures_comes_from_elsewhere(sample_pages: list[Page]) -> None:
    loaded = {"script", "link", "iframe", "img", "source", "video", "audio", "object", "embed"}
    foreign = [
        f"{page.file}: {link}"
        for page in sample_pages
        for tag, link in page.links
        if tag in loaded
        and link.startswith(("http:", "https:", "//"))
        and not any(
            found.get("href") == link and found.get("rel") in ("canonical", "alternate")
            for found in page.having("link")
        )
    ]
    assert foreign == []


def test_feeds_are_well_formed(sample_output: Build) -> None:
    feeds = sorted(sample_output.output.rglob("*.xml"))
    assert feeds
    for feed in feeds:
        ElementTree.parse(feed)


def test_pictures_are_drawn_and_used(sample_output: Build) -> None:
    drawn = {
        file.relative_to(SAMPLE_SITE / "blog").as_posix()
        for file in (SAMPLE_SITE / "blog/assets").rglob("*.*")
    }
    sources = "".join(file.read_text(encoding="utf-8") for file in (SAMPLE_SITE / "blog").rglob("*.md"))
    assert drawn
    assert [file for file in sorted(drawn) if f"/{file}" not in sources] == []
    assert all((sample_output.output / file).is_file() for file in drawn)


def test_same_site_at_each_build(sample_output: Build, tmp_path: Path) -> None:
    again = build(tmp_path / "again", hash_seed="1")
    first = {
        file.relative_to(sample_output.output): file.read_bytes() for file in files(sample_output.output)
    }
    second = {file.relative_to(again.output): file.read_bytes() for file in files(again.output)}
    assert sorted(first) == sorted(second)
    assert [str(file) for file in first if first[file] != second[file]] == []


def files(folder: Path) -> list[Path]:
    return sorted(file for file in folder.rglob("*") if file.is_file())


def test_published_site_names_its_public_address(tmp_path: Path) -> None:
    public = build(tmp_path / "public", settings="publishconf.py")
    assert public.status == 0, public.log
    assert warnings_but_guesses(public) == 0, public.log
    page = Page(public.page("/2022-12-31-2022-memoir/"))
    canonical = [link["href"] for link in page.having("link", rel="canonical")]
    assert canonical == ["https://tide-notes.example/2022-12-31-2022-memoir/"]
    feed = ElementTree.parse(public.page("/feeds/all.atom.xml"))
    links = [link.get("href", "") for link in feed.iter("{http://www.w3.org/2005/Atom}link")]
    assert all(link.startswith("https://tide-notes.example/") for link in links)
