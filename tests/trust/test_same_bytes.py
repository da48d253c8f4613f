"""Builds give the same bytes: whatever the order of sets, the locale, the zone, the folder or the day."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sample_build import SAMPLE_SITE

from pelican_memoir.jekyll import liquid
from pelican_memoir.jekyll.liquid.scope import Scope

PLACES = ("site", "elsewhere/another name")
WORLDS = (
    {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "Asia/Seoul", "DAY": "2031-02-03 04:05"},
    {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "America/New_York", "DAY": "1971-06-07 08:09"},
)
CLOCK = (
    "import os, time_machine\nfrom pelicanconf import *\n"
    "time_machine.travel(os.environ['DAY'] + '+00:00', tick=True).start()\n"
)


def built(site: Path, world: dict[str, str]) -> dict[str, bytes]:
    """The files of the sample site, built by Pelican in a folder and a world of its own."""
    shutil.copytree(SAMPLE_SITE, site, ignore=shutil.ignore_patterns("output", "__pycache__"))
    (site / "clock.py").write_text(CLOCK, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "pelican", "-s", "clock.py"],
        cwd=site,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": str(site), "NO_COLOR": "1", **world},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    output = site / "output"
    return {
        file.relative_to(output).as_posix(): file.read_bytes() for file in output.rglob("*") if file.is_file()
    }


@pytest.mark.slow
def test_two_builds_in_different_worlds(tmp_path: Path) -> None:
    one, other = (built(tmp_path / place, world) for place, world in zip(PLACES, WORLDS, strict=True))
    assert set(one) == set(other)
    assert len(one) > 30
    assert [name for name in one if one[name] != other[name]] == []


@pytest.mark.parametrize("text", ["{{ 'now' | date: '%s' }}", "{{ 'today' | date: '%s' }}"])
def test_the_time_of_a_build_can_be_fixed(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1672444800")
    assert liquid.render(text, Scope(), file="a.md").text == "1672444800"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert int(liquid.render(text, Scope(), file="a.md").text) > 1672444800
