"""The benchmark runs, and its medians are medians."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.mark.slow
def test_measures_conversion_against_pelican() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "MEMOIR_CORPUS"}
    run = subprocess.run(
        [sys.executable, "-m", "bench", "--rounds", "5", "--only", "conversion", "--json"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    (row,) = json.loads(run.stdout)["posts"]
    times = row["milliseconds"]
    assert row["conversion_to_pelican"] == pytest.approx(
        times["pelican_memoir"] / times["pelican_smarty"], abs=0.01
    )
    assert row["memoir_to_conversion"] == pytest.approx(
        times["memoir"] / times["pelican_memoir"], rel=0.01, abs=0.01
    )
