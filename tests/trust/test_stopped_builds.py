"""Builds that are stopped: by Ctrl-C, by another plugin, by two pages in one place. What is said, and the status."""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from faulty_site import CONFIGURATION, YEAR, assert_right, environment, pelican, said
from site_build import build


@pytest.fixture(autouse=True)
def heard() -> Iterator[None]:
    """Let builds hear Ctrl-C: a shell has what it starts in the background ignore it, tests and their children too."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGKILL])
def test_a_build_that_ends_at_any_moment(site: Path, right: dict[str, bytes], number: int) -> None:
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


WAITS = """
import pathlib, time
from pelican import signals
pages = []
def wait(path, context):
    pages.append(path)
    if len(pages) == 3:
        pathlib.Path("here").touch()
        time.sleep(600)
def register():
    signals.content_written.connect(wait)
"""


@pytest.mark.parametrize("arguments", [(), ("--autoreload",)], ids=["one build", "autoreload"])
def test_ctrl_c_while_pages_are_written(
    site: Path, right: dict[str, bytes], arguments: tuple[str, ...]
) -> None:
    """As shells have it, the status is 130; to end what builds on every change is no failure."""
    with neighbour(site, WAITS) as settings:
        (site / "conf.py").write_text(CONFIGURATION + settings, encoding="utf-8")
        process = subprocess.Popen(
            [sys.executable, "-m", "pelican", "-s", "conf.py", *arguments],
            cwd=site,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            env=environment(),
        )
        while not (site / "here").exists():
            assert process.poll() is None, process.communicate()
            time.sleep(0.01)
        process.send_signal(signal.SIGINT)
        words = " ".join(process.communicate()[0].split())
    if arguments:
        assert process.returncode == 0
    else:
        assert "Interrupted: the output is not complete, the next build makes what is missing." in words
        assert process.returncode == 130
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


@pytest.mark.parametrize(
    ("slug", "cache", "said_of_it"),
    [
        ("tags", True, "where Pelican lists tags: give it another slug or permalink, or set TAGS_SAVE_AS"),
        (
            "index",
            False,
            "where Pelican lists index: give it another slug or permalink, or set INDEX_SAVE_AS",
        ),
        ("misc", True, "where another page of the site lies: give it another slug or permalink"),
    ],
)
def test_a_post_in_the_place_of_another_page_is_named(
    site: Path, right: dict[str, bytes], slug: str, cache: bool, said_of_it: str
) -> None:
    post = site / "content" / "_posts" / "2022-04-01-own.md"
    post.write_text(f"---\ntitle: 내 글\nslug: {slug}\n---\n본문\n", encoding="utf-8")
    done = pelican(site, settings=f'MEMOIR_CACHE = {cache}\nCATEGORY_SAVE_AS = "{{slug}}.html"\n')
    assert done.returncode == 1
    assert (
        f"content/_posts/2022-04-01-own.md: its page would be output/{slug}.html, {said_of_it} [memoir.output]"
        in said(done)
    )
    post.unlink()
    shutil.rmtree(site / "output")  # where pages lie that the settings put there, and Pelican leaves
    assert_right(site, right)


@pytest.mark.parametrize("where", ["slug: {}", "permalink: /{}.html"])
@pytest.mark.parametrize("name", ["timeline", "search"])
def test_pages_of_our_own_give_way_to_a_post(tmp_path: Path, name: str, where: str) -> None:
    files = {
        "_posts/2022-12-31-year.md": YEAR,
        "_posts/2022-04-01-own.md": f"---\ntitle: 내 글\n{where.format(name)}\n---\n본문\n",
    }
    done = build(tmp_path, files, THEME="memoir", SITEURL="https://blog.example")
    assert "본문" in done.page(f"{name}.html")
    assert [
        line
        for line in done.log
        if f"2022-04-01-own.md: its page is {name}.html, the place of MEMOIR_{name.upper()}_SAVE_AS, so"
        in line
    ]
    assert f'href="https://blog.example/{name}.html" class' not in done.page("year.html")
