"""Real posts fit a small screen too: nothing scrolls sideways at 320 px, and no Hangul word is broken."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from probing import probe
from serving import serve

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


def test_real_posts_fit_a_small_screen(browser: Any, real_site: Path) -> None:
    posts = sorted(real_site.glob("20*/index.html"))
    assert len(posts) > 70
    faults = {}
    with serve(real_site) as home:
        context = browser.new_context(viewport={"width": 320, "height": 800})
        page = context.new_page()
        # Their pictures lie elsewhere, and a test asks nobody else for anything.
        page.route(lambda url: not url.startswith(home), lambda route: route.abort())
        for file in posts:
            path = f"/{file.parent.name}/"
            page.goto(home + path, wait_until="load")
            if found := [*page.evaluate(probe("too_wide")), *page.evaluate(probe("broken_words"))]:
                faults[path] = found
        context.close()
    assert faults == {}
