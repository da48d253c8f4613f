"""What a build spends its time on, stage by stage: a table for a bug report."""

from __future__ import annotations

import os
import platform
import sys
import time
from dataclasses import dataclass, field
from importlib.metadata import version

PACKAGES = ("pelican", "markdown", "pygments", "python-liquid", "jinja2")


@dataclass
class Profile:
    """The seconds of each stage, in the order in which they were reached, and how many results were known or made."""

    stages: dict[str, float] = field(default_factory=dict)
    known: int = 0
    made: int = 0
    _since: float = field(default_factory=time.perf_counter)

    def done(self, stage: str) -> None:
        """Count the time since the last stage to this one."""
        now = time.perf_counter()
        self.stages[stage] = self.stages.get(stage, 0.0) + now - self._since
        self._since = now

    def table(self) -> str:
        """Return the table, and what a reader of it must know of the machine."""
        whole = sum(self.stages.values()) or 1.0
        rows = [
            f"| {stage:42} | {took:8.3f} s | {took / whole:4.0%} |" for stage, took in self.stages.items()
        ]
        return "\n".join(
            [
                f"| {'stage':42} | {'time':>10} | part |",
                f"|{'-' * 44}|{'-' * 12}|------|",
                *rows,
                f"| {'all':42} | {whole:8.3f} s | 100% |",
                "",
                f"{self.known} results known from before, {self.made} made here; {os.cpu_count()} processors,"
                f" {platform.system()}, Python {platform.python_version()}, "
                + ", ".join(f"{name} {version(name)}" for name in ("pelican-memoir", *PACKAGES)),
            ]
        )

    def show(self) -> None:
        """Print the table where messages go."""
        print(f"\n{self.table()}", file=sys.stderr)


def is_wished(setting: bool) -> bool:
    """Tell whether a table is wished for, by the setting or by the environment."""
    return setting or os.environ.get("MEMOIR_PROFILE", "") not in ("", "0")
