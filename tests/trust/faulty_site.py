"""A small site on disk that things are done to, and the command `pelican` in a process of its own."""

from __future__ import annotations

import atexit
import os
import subprocess
import sys
from contextlib import ExitStack
from functools import cache
from pathlib import Path

from warm_pelican import WarmPelican, started

POSTS = 12
CONFIGURATION = """
SITENAME = "Faults"
TIMEZONE = "Asia/Seoul"
DEFAULT_LANG = "ko"
PLUGINS = ["memoir"]
THEME = "memoir"
PATH = "content"
SITEURL = "https://blog.example"
FEED_ALL_ATOM = "feeds/all.atom.xml"
THEME_TEMPLATES_OVERRIDES = ["templates"]
"""
YEAR = "---\ntitle: 2022년 회고\n---\n## 1분기\n\n### 1) 하나\n\n## 2분기\n\n### 1) 둘\n"


def write(root: Path) -> Path:
    """A site of a memoir and some posts."""
    posts = root / "content" / "_posts"
    posts.mkdir(parents=True)
    (root / "templates").mkdir()
    (root / "pelicanconf.py").write_text(CONFIGURATION, encoding="utf-8")
    (posts / "2022-12-31-year.md").write_text(YEAR, encoding="utf-8")
    for number in range(1, POSTS):
        text = f"---\ntitle: 글 {number}\n---\n본문 {number}\n"
        (posts / f"2022-01-{number:02}-p{number}.md").write_text(text, encoding="utf-8")
    return root


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "COLUMNS": "300", "NO_COLOR": "1", **more}


@cache
def warm() -> WarmPelican:
    """Give what the builds are copies of."""
    stack = ExitStack()
    atexit.register(stack.close)
    return stack.enter_context(started())


def pelican(site: Path, *arguments: str, settings: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run Pelican in a process of its own; `settings` are added to the site's, `more` is its environment's."""
    (site / "conf.py").write_text(CONFIGURATION + settings, encoding="utf-8")
    if not more and sys.platform != "win32":
        status, said = warm().run(site, "-s", "conf.py", *arguments)
        return subprocess.CompletedProcess(arguments, status, said, "")
    command = [sys.executable, "-m", "pelican", "-s", "conf.py", *arguments]
    return subprocess.run(
        command, cwd=site, capture_output=True, encoding="utf-8", check=False, env=environment(**more)
    )


def said(done: subprocess.CompletedProcess[str]) -> str:
    """What a build said, in one line, whatever the width of a terminal made of it."""
    return " ".join((done.stdout + done.stderr).split())


def tree(folder: Path) -> dict[str, bytes]:
    """The files of a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def assert_right(site: Path, right: dict[str, bytes]) -> None:
    """The next build of the site is what a build in a new folder is."""
    assert pelican(site).returncode == 0
    assert tree(site / "output") == right
