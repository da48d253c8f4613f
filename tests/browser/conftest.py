"""What the browser tests share: Chromium as the system has it, and the sample site behind a strict server."""

from __future__ import annotations

import functools
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from lacking import lacking
from sample_build import Build

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
AXE = Path("axe-core") / "axe.min.js"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """The system's Chromium, driven by Playwright."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        lacking("Playwright for Python is not installed")
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    if executable is None:
        lacking(f"no Chromium: none of {', '.join(BROWSERS)} is on the PATH")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def home(sample_output: Build) -> Iterator[str]:
    """The address of the sample site on this machine."""
    from serving import serve

    assert sample_output.status == 0, sample_output.log
    with serve(sample_output.output) as address:
        yield address


@pytest.fixture(scope="session")
def opened(browser: Any, home: str) -> Callable[..., Any]:
    """Open a page: `with opened("/about/", width=390, scheme="dark") as visit`."""
    from visiting import visit

    return lambda path, **options: visit(browser, home, path, **options)


@pytest.fixture(scope="session")
def surveyed(browser: Any, home: str) -> Callable[[str, int], Any]:
    """Look at a page at a width, once for all tests: `surveyed("/about/", 390)`."""
    from survey import survey

    script = Path(os.environ.get("MEMOIR_NPM", "")) / "node_modules" / AXE
    axe = script.read_text(encoding="utf-8") if script.is_file() else None
    return functools.cache(lambda path, width: survey(browser, home, path, width, axe))


@pytest.fixture(scope="session")
def axe(npm_folder: Path) -> str:
    """The script of axe-core: a test that asks for it is skipped without it."""
    return (npm_folder / AXE).read_text(encoding="utf-8")


@pytest.fixture(scope="session")
def npm_folder() -> Path:
    """The `node_modules` folder below `MEMOIR_NPM`, where axe-core, vnu-jar and html-validate are installed."""
    folder = os.environ.get("MEMOIR_NPM")
    if not folder:
        lacking("MEMOIR_NPM is not set: npm install --prefix FOLDER axe-core vnu-jar html-validate")
    modules = Path(folder) / "node_modules"
    if not modules.is_dir():
        lacking(f"{modules} does not exist")
    return modules
