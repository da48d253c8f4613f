"""The sample site built by Pelican itself, in a process of its own, as an owner would build it."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

SAMPLE_SITE = Path(__file__).parent.parent / "sample_site"
POSTS = SAMPLE_SITE / "blog" / "_posts"


@dataclass(frozen=True, slots=True)
class Build:
    """A built site: where it lies, how Pelican ended, and all that it said."""

    output: Path
    status: int
    log: str

    def page(self, address: str) -> Path:
        """Return the file that a server shows for a path such as `/about/`."""
        file = self.output / address.lstrip("/")
        return file / "index.html" if address.endswith("/") else file

    def pages(self) -> list[Path]:
        """Return every HTML file of the site in a fixed order."""
        return sorted(self.output.rglob("*.html"))


def build(output: Path, *, settings: str = "pelicanconf.py", hash_seed: str = "0") -> Build:
    """Build the sample site into `output`; `hash_seed` changes the order of Python's sets."""
    command = [sys.executable, "-m", "pelican", "-s", settings, "-o", str(output)]
    environment = {
        **os.environ,
        "PYTHONHASHSEED": hash_seed,
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONSAFEPATH": "1",  # modules beside the settings are not found, as by the command `pelican`
        "NO_COLOR": "1",
    }
    done = subprocess.run(
        command, cwd=SAMPLE_SITE, env=environment, capture_output=True, text=True, check=False, timeout=300
    )
    return Build(output, done.returncode, done.stdout + done.stderr)
