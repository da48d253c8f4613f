"""Real blogs, built with the theme: all their pages fit a small screen, break no Hangul word, are valid and accessible.

Their authors' own markup is part of what is checked.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from checkers import html_validate, nu
from probing import probe
from serving import serve
from survey import RULES, objections

SETTINGS = """
PLUGINS = ["memoir"]
THEME = "memoir"
PATH = "content"
SITENAME = "Real posts"
TIMEZONE = "Asia/Seoul"
DEFAULT_LANG = "ko"
USE_FOLDER_AS_CATEGORY = False
MEMOIR_PERMALINK = "/:year-:month-:day-:title/"
"""
LOOKS = (("light", 390), ("dark", 1280))
"""Each colour scheme at one width: a page is visited once, and there are many."""


@dataclass
class Seen:
    """What was found on all pages, by page."""

    pages: int = 0
    unfit: dict[str, list[str]] = field(default_factory=dict)
    axe: dict[str, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module")
def real_site(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The corpus' blogs, the seeds among their posts, built with the theme as one site."""
    folder = tmp_path_factory.mktemp("real")
    for posts in sorted((corpus / "blogs").glob("*/_posts")):
        shutil.copytree(posts, folder / "content" / "_posts", dirs_exist_ok=True)
    (folder / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    command = [sys.executable, "-m", "pelican", "-s", "pelicanconf.py", "-o", "output"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "output"


@pytest.fixture(scope="module")
def seen(browser: Any, real_site: Path, axe: str) -> Seen:
    """What one visit to each page finds, in both schemes, at a small and a large width."""
    found = Seen()
    with serve(real_site) as home:
        context = browser.new_context(reduced_motion="reduce", bypass_csp=True)
        context.add_init_script(axe)
        page = context.new_page()
        # Their pictures lie elsewhere, and a test asks nobody else for anything.
        page.route(lambda url: not url.startswith(home), lambda route: route.abort())
        for path in addresses(real_site):
            page.goto(home + path, wait_until="load")
            look(page, path, found)
        context.close()
    return found


def addresses(site: Path) -> Iterator[str]:
    """The paths of all pages of a built site, in order."""
    for file in sorted(site.rglob("*.html")):
        yield "/" + file.relative_to(site).as_posix().removesuffix("index.html")


def look(page: Any, path: str, found: Seen) -> None:
    """Take down what is wrong with the page that is open."""
    found.pages += 1
    page.set_viewport_size({"width": 320, "height": 800})
    if unfit := [*page.evaluate(probe("too_wide")), *page.evaluate(probe("broken_words"))]:
        found.unfit[path] = unfit
    for scheme, width in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        result = page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
        if wrong := objections(result):
            found.axe[f"{path} {scheme}"] = wrong


@pytest.mark.slow
def test_real_pages_fit_a_small_screen(seen: Seen) -> None:
    assert seen.pages > 100
    assert seen.unfit == {}


@pytest.mark.slow
def test_axe_has_no_objection_to_real_pages(seen: Seen) -> None:
    assert seen.axe == {}


@pytest.mark.slow
def test_real_pages_are_valid(real_site: Path, npm_folder: Path) -> None:
    pages = sorted(real_site.rglob("*.html"))
    assert nu(npm_folder, pages) == []
    assert html_validate(npm_folder, pages) == []
