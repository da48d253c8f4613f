"""Faults in whole builds: a message that helps, the right exit status, and a next build that is right."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from lacking import lacking

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
TEMPLATE = """{% extends "!theme/article.html" %}
{% block content %}
{{ super() }}
MISTAKE
{% endblock %}
"""


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


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that has not been built."""
    return write(tmp_path)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same site, built where nothing is wrong."""
    whole = write(tmp_path_factory.mktemp("built"))
    assert pelican(whole).returncode == 0
    return whole


@pytest.fixture(scope="module")
def right(built: Path) -> dict[str, bytes]:
    """The output of the site where nothing is wrong."""
    return tree(built / "output")


def environment(**more: str) -> dict[str, str]:
    return {**os.environ, "COLUMNS": "300", "NO_COLOR": "1", **more}


def pelican(site: Path, *arguments: str, settings: str = "", **more: str) -> subprocess.CompletedProcess[str]:
    """Run Pelican in a process of its own; `settings` are added to the site's."""
    (site / "conf.py").write_text(CONFIGURATION + settings, encoding="utf-8")
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


def test_a_zone_without_data_stops_the_build_before_it_can_empty_the_site(
    built: Path, tmp_path: Path
) -> None:
    site = shutil.copytree(built, tmp_path / "site")
    before = tree(site / "output")
    done = pelican(site, settings='TIMEZONE = "Mars/Base"\n')
    assert done.returncode == 1
    assert "TIMEZONE: there is no data of the zone 'Mars/Base': write one such as Asia/Seoul" in said(done)
    assert tree(site / "output") == before


@pytest.mark.parametrize(
    ("mistake", "message"),
    [
        (
            "{{ article.title.nope.more }}",
            "UndefinedError: 'str object' has no attribute 'nope'; it was writing content/_posts/2022-",
        ),
        ("{{ article.title|nope }}", "TemplateAssertionError: No filter named 'nope'"),
        ("{% if %}", "TemplateSyntaxError: Expected an expression"),
        ("{{ 1 // 0 }}", "ZeroDivisionError: "),
    ],
)
def test_a_template_that_fails(site: Path, right: dict[str, bytes], mistake: str, message: str) -> None:
    (site / "templates" / "article.html").write_text(TEMPLATE.replace("MISTAKE", mistake), encoding="utf-8")
    done = pelican(site)
    assert done.returncode == 1
    assert f"templates/article.html:4: {message}" in said(done)
    assert "[memoir.template]" in said(done)
    (site / "templates" / "article.html").unlink()
    assert_right(site, right)


def test_one_broken_post_costs_no_other(site: Path) -> None:
    posts = site / "content" / "_posts"
    (posts / "2022-02-01-loop.md").symlink_to(posts / "2022-02-01-loop.md")
    (site / "content" / "undated.md").write_text("---\ntitle: x\ndate: soon\n---\ntext\n", encoding="utf-8")
    breaks = (
        "from pelican_memoir.reader import JekyllReader\n_convert = JekyllReader.convert\n"
        "def _broken(self, found, file, path):\n    if path.endswith('p3.md'):\n"
        "        raise RuntimeError('the reader broke')\n    return _convert(self, found, file, path)\n"
        "JekyllReader.convert = _broken\n"
    )
    done = pelican(site, settings=breaks)
    assert done.returncode == 0
    for number in range(1, POSTS):
        assert (site / "output" / f"p{number}.html").exists() == (number != 3)
    end = said(done).split("Writing", 1)[-1]
    assert (
        "content/_posts/2022-01-03-p3.md: not built: RuntimeError: the reader broke [memoir.not-built]" in end
    )
    assert "content/_posts/2022-02-01-loop.md: not built: the file cannot be read: " in end
    assert "content/undated.md: not built: Pelican could not use it, as is told above" in end
    assert pelican(site, "--fatal", "errors", settings=breaks).returncode == 1


def test_a_full_disk(site: Path, right: dict[str, bytes]) -> None:
    place = site / "small"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=60k", "tmpfs", str(place)], capture_output=True, check=False
    )
    if mounted.returncode:
        lacking("a small disk cannot be mounted")
    try:
        done = pelican(site, "-o", "small/output")
        assert done.returncode == 1
        assert "No space left on device" in said(done)
    finally:
        subprocess.run(["umount", str(place)], check=True)
    assert_right(site, right)


def test_files_that_may_not_grow(site: Path, right: dict[str, bytes]) -> None:
    limit = "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (3000, 3000))\n"
    done = pelican(site, settings=limit)
    assert done.returncode == 1
    assert "File too large" in said(done)
    assert_right(site, right)


def test_an_output_that_cannot_be_written(site: Path, right: dict[str, bytes]) -> None:
    (site / "output").write_text("a file", encoding="utf-8")
    done = pelican(site)
    assert done.returncode == 1
    assert str(site / "output") in said(done)
    (site / "output").unlink()
    assert_right(site, right)


@pytest.fixture(scope="module", params=["reader", "generator"])
def cached(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The site, built with one of Pelican's caches; and the settings of that."""
    site = write(tmp_path_factory.mktemp("cached"))
    settings = (
        "CACHE_CONTENT = LOAD_CONTENT_CACHE = True\n"
        f'CONTENT_CACHING_LAYER = "{request.param}"\nCACHE_PATH = "cache"\n'
    )
    assert pelican(site, settings=settings).returncode == 0
    return site, settings


@pytest.mark.parametrize("garbage", [b"", b"garbage", b"\x80\x04\x95\xff\xff"])
def test_a_broken_cache(
    cached: tuple[Path, str], garbage: bytes, right: dict[str, bytes], tmp_path: Path
) -> None:
    site = shutil.copytree(cached[0], tmp_path / "site")
    files = [path for path in (site / "cache").rglob("*") if path.is_file()]
    assert [path for path in files if "Generator" in path.name]
    for file in files:
        file.write_bytes(garbage)
    done = pelican(site, settings=cached[1])
    assert done.returncode == 0
    assert "Generator" in said(done).split("the cache breaks off")[0]
    assert tree(site / "output") == right


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_an_interrupted_build(site: Path, right: dict[str, bytes], number: int) -> None:
    (site / "conf.py").write_text(CONFIGURATION, encoding="utf-8")
    process = subprocess.Popen(
        [sys.executable, "-m", "pelican", "-s", "conf.py"],
        cwd=site,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment(),
    )
    deadline = time.monotonic() + 120
    while not (site / "output").exists() and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.002)
    process.send_signal(number)
    process.wait()
    assert_right(site, right)


@contextmanager
def neighbour(site: Path, text: str) -> Iterator[str]:
    (site / "neighbour.py").write_text(text, encoding="utf-8")
    yield 'PLUGINS = ["neighbour", "memoir"]\nPLUGIN_PATHS = ["."]\n'


def test_a_neighbour_that_cannot_be_registered(site: Path, right: dict[str, bytes]) -> None:
    with neighbour(site, "def register():\n    raise RuntimeError('no')\n") as settings:
        done = pelican(site, settings=settings)
    assert done.returncode == 0
    assert "neighbour" in said(done)
    assert_right(site, right)


def test_a_neighbour_that_raises_in_the_middle(site: Path, right: dict[str, bytes]) -> None:
    text = (
        "from pelican import signals\ndef fail(generators):\n    raise RuntimeError('the neighbour broke')\n"
        "def register():\n    signals.all_generators_finalized.connect(fail)\n"
    )
    with neighbour(site, text) as settings:
        done = pelican(site, settings=settings)
    assert done.returncode == 1
    assert "the neighbour broke" in said(done)
    assert_right(site, right)


def test_the_locale_of_old_machines_changes_nothing(site: Path, right: dict[str, bytes]) -> None:
    old = {
        "LC_ALL": "C",
        "LANG": "C",
        "PYTHONUTF8": "0",
        "PYTHONCOERCECLOCALE": "0",
        "PYTHONIOENCODING": "utf-8",
    }
    assert pelican(site, **old).returncode == 0
    assert tree(site / "output") == right
