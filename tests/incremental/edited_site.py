"""A site that is edited and built step by step, and built from nothing beside it: the outputs must be the same."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pelican.log import LimitFilter
from site_build import build

Change = Callable[["EditedSite"], None]


@dataclass
class EditedSite:
    """The files and settings of a site; `step` changes them, builds on what is there, and compares."""

    root: Path
    files: dict[str, str | bytes]
    settings: dict[str, Any] = field(default_factory=dict)
    templates: dict[str, str] = field(default_factory=dict)

    def step(self, change: Change | None = None) -> list[str]:
        """Make a change and build; return the paths whose bytes differ from those of a build from nothing.

        What either build says is compared as well.
        """
        if change is not None:
            change(self)
        edited, said = self._build(self.root / "kept")
        shutil.rmtree(self.root / "fresh", ignore_errors=True)
        fresh, said_fresh = self._build(self.root / "fresh")
        # What no page leads to any more stays in the output, as Pelican leaves it.
        differing = [path for path in sorted(fresh) if edited.get(path) != fresh[path]]
        return differing + sorted(set(said) ^ set(said_fresh))

    def _build(self, root: Path) -> tuple[dict[str, bytes], list[str]]:
        """Build in `root`; return the output, and what was said with the folder's name taken out."""
        LimitFilter._raised_messages.clear()
        LimitFilter._group_count.clear()
        self._write(root)
        done = build(root, self.files, **self.settings, THEME_TEMPLATES_OVERRIDES=[str(root / "templates")])
        output = {
            str(file.relative_to(done.output)): file.read_bytes()
            for file in done.output.rglob("*")
            if file.is_file()
        }
        return output, [line.replace(str(root), "") for line in done.log]

    def _write(self, root: Path) -> None:
        """Take away what the site no longer has, and write its templates."""
        content = root / "content"
        for file in sorted(content.rglob("*")):
            if file.is_file() and str(file.relative_to(content)) not in self.files:
                file.unlink()
        (root / "templates").mkdir(parents=True, exist_ok=True)
        for name in [file.name for file in (root / "templates").iterdir()]:
            (root / "templates" / name).unlink()
        for name, text in self.templates.items():
            (root / "templates" / name).write_text(text, encoding="utf-8")
