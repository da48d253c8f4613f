"""The Markdown table of all settings, made from their fields."""

from __future__ import annotations

import json

from pelican_memoir.settings import FIELDS, Settings


def table() -> str:
    """Return the Markdown table of all settings."""
    rows = ["| Setting | Default | What it does |", "|---|---|---|"]
    for name, entry in FIELDS.items():
        default = getattr(Settings(), entry.name)
        shown = json.dumps(list(default) if isinstance(default, tuple) else default, ensure_ascii=False)
        rows.append(f"| `{name}` | `{shown}` | {entry.metadata['help']} |")
    return "\n".join(rows)


def with_table(document: str) -> str:
    """Return a Markdown document with its table of settings as the fields say it; the rest stays."""
    start = document.index(table().split("\n", 1)[0])
    end = document.index("\n\n", start)
    return document[:start] + table() + document[end:]
