"""The contenders: how each generator's site is laid out on the same posts, and how it is built."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from bench.posts import Post, write, write_pictures
from bench.process import TEMPORARY

PEERS = Path(__file__).parent / "peers"
EDITED = "새로 덧붙인 문장입니다."

PELICAN = """\
SITENAME = "물때 노트"
SITEURL = "https://bench.example"
FEED_DOMAIN = SITEURL
TIMEZONE = "Asia/Seoul"
DEFAULT_LANG = "ko"
PATH = "content"
ARTICLE_PATHS = ["_posts"]
PAGE_PATHS = []
STATIC_PATHS = ["assets"]
OUTPUT_PATH = "output"
ARTICLE_URL = "{date:%Y-%m-%d}-{slug}/"
ARTICLE_SAVE_AS = "{date:%Y-%m-%d}-{slug}/index.html"
USE_FOLDER_AS_CATEGORY = False
PAGINATED_TEMPLATES = {"index": 10, "tag": 50, "category": 50, "author": 50}
"""


@dataclass(frozen=True, slots=True)
class Site:
    """A contender: its name, what must be installed, its command, and where its posts and pages lie."""

    name: str
    command: tuple[str, ...]
    posts: str
    output: str
    lay_out: Callable[[Path], None]
    text_of: Callable[[Post], str] = Post.for_jekyll

    def is_there(self) -> bool:
        """Tell whether the generator is installed."""
        return shutil.which(self.command[0]) is not None

    def make(self, folder: Path, count: int) -> None:
        """Write the site with `count` posts."""
        folder.mkdir(parents=True)
        self.lay_out(folder)
        write(folder / self.posts, count, self.text_of)

    def clear(self, folder: Path) -> None:
        """Take away all that a build has written: its output and its caches."""
        for name in (
            self.output,
            TEMPORARY,
            "cache",
            ".cache",
            ".jekyll-cache",
            "resources",
            ".hugo_build.lock",
        ):
            path = folder / name
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    def edited(self, folder: Path) -> Path:
        """Return the post that is edited: one in the middle of the blog."""
        files = sorted((folder / self.posts).glob("*.md"))
        return files[len(files) // 2]

    def edit(self, folder: Path) -> None:
        """Add a sentence to that post."""
        with self.edited(folder).open("a", encoding="utf-8") as text:
            text.write(f"\n\n{EDITED}\n")


def _peer(name: str, pictures: str = "assets") -> Callable[[Path], None]:
    def lay_out(folder: Path) -> None:
        shutil.copytree(PEERS / name, folder, dirs_exist_ok=True)
        write_pictures(folder / pictures)

    return lay_out


def _pelican(settings: str) -> Callable[[Path], None]:
    def lay_out(folder: Path) -> None:
        (folder / "pelicanconf.py").write_text(PELICAN + settings, encoding="utf-8")
        write_pictures(folder / "content" / "assets")

    return lay_out


PYTHON = os.path.abspath(os.environ.get("MEMOIR_BENCH_PYTHON") or sys.executable)
"""What builds Pelican's sites: Pelican imports every plugin of its namespace that is installed, and tests have many."""
PELICAN_COMMAND = (PYTHON, "-m", "pelican")
OURS = Site(
    "pelican-memoir",
    PELICAN_COMMAND,
    "content/_posts",
    "output",
    _pelican('PLUGINS = ["memoir"]\nTHEME = "memoir"\n'),
)
STOCK = Site(
    "Pelican, own reader, simple theme",
    PELICAN_COMMAND,
    "content/_posts",
    "output",
    _pelican('PLUGINS = []\nTHEME = "simple"\n'),
    Post.for_pelican,
)
JEKYLL = Site("Jekyll, minimal layout", ("jekyll", "build"), "_posts", "_site", _peer("jekyll_minimal"))
JEKYLL_LAYOUTS = Site(
    "Jekyll, layouts of a full theme", ("jekyll", "build"), "_posts", "_site", _peer("jekyll_layouts")
)
HUGO = Site("Hugo, minimal layout", ("hugo",), "content/posts", "public", _peer("hugo", "static/assets"))

SITES = (OURS, STOCK, JEKYLL, JEKYLL_LAYOUTS, HUGO)
