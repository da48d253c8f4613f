"""The scripts that look at a page from within, one a file in `probes/`."""

from __future__ import annotations

from pathlib import Path


def probe(name: str) -> str:
    """Return the script of that name."""
    return (Path(__file__).parent / "probes" / f"{name}.js").read_text(encoding="utf-8")
