"""The golden pairs are still what Jekyll says, where Jekyll is installed."""

from __future__ import annotations

import json
import shutil
import subprocess

from lacking import lacking
from make_golden import HERE, by_jekyll, templates


def test_golden_pairs_are_jekylls() -> None:
    if shutil.which("ruby") is None:
        lacking("Ruby is not installed")
    try:
        made = by_jekyll(templates())
    except subprocess.CalledProcessError as error:
        lacking(f"Jekyll does not run: {error.stderr.strip().splitlines()[:1]}")
    golden = json.loads((HERE / "golden.json").read_text(encoding="utf-8"))
    assert [case["template"] for case in golden] == templates()
    assert [case.get("text") for case in golden] == [case.get("text") for case in made]
