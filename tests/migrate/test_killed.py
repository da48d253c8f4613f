"""A move that is killed at any moment leaves the blog untouched and no half of a new site; the next run ends it."""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from small_blog import make as make_blog

from pelican_memoir.migrate.write import unfinished

FILES = 300


def tree(folder: Path) -> dict[str, str]:
    """Every file of a folder with what it holds."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def start(folder: Path) -> subprocess.Popen[bytes]:
    """Start a move in a process of its own."""
    command = [sys.executable, "-m", "pelican_memoir", "migrate", "blog", "site"]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kill(run: subprocess.Popen[bytes], made: Path, copied: int) -> None:
    """Kill a move as soon as it has copied so many files; one that has ended by then stays ended."""
    while run.poll() is None:
        if made.is_dir() and sum(len(names) for _, _, names in os.walk(made)) >= copied:
            run.send_signal(signal.SIGKILL)
        time.sleep(0.001)


@pytest.mark.slow
def test_a_killed_run_leaves_nothing_half_written(tmp_path: Path) -> None:
    blog = make_blog(tmp_path / "blog")
    for number in range(FILES):
        (blog / "assets" / f"{number}.bin").write_bytes(bytes([number % 256]) * 50_000)
    before = tree(blog)
    assert start(tmp_path).wait() == 0
    whole = tree(tmp_path / "site")
    (tmp_path / "site").rename(tmp_path / "first")
    for copied in (0, 1, 5, FILES // 2, FILES):
        shutil.rmtree(unfinished(tmp_path / "site"), ignore_errors=True)
        kill(start(tmp_path), unfinished(tmp_path / "site"), copied)
        assert tree(blog) == before
        if (tmp_path / "site").exists():  # the run was quicker
            assert tree(tmp_path / "site") == whole
            (tmp_path / "site").rename(tmp_path / f"whole-{copied}")
    assert start(tmp_path).wait() == 0
    assert tree(tmp_path / "site") == whole
    assert not unfinished(tmp_path / "site").exists()
