"""Comments that Staticman has put into the site's own files: `_data/comments/SLUG/*.yml`, oldest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import yaml
from jinja2 import pass_context
from jinja2.runtime import Context

from pelican_memoir.jekyll.liquid.data_files import DataFolder


@dataclass(frozen=True, slots=True)
class HeldComment:
    """A comment as its author sent it: plain text, to be escaped."""

    name: str
    message: str
    date: date | None


@pass_context
def held_comments(context: Context, content: object) -> list[HeldComment]:
    """The comments that the site holds for a post; a file that cannot be read, or says nothing, is none."""
    folder = DataFolder(Path(context.get("PATH") or ".", "_data", "comments"))
    slug = str(getattr(content, "slug", ""))
    if slug not in folder or not isinstance(folder[slug], DataFolder):
        return []
    return sorted(_read(folder[slug]), key=lambda each: each.date.isoformat() if each.date else "")


def _read(files: DataFolder) -> Iterator[HeldComment]:
    for name in files:
        try:
            entry = files[name]
        except (OSError, ValueError, yaml.YAMLError):
            continue
        if isinstance(entry, Mapping) and entry.get("message"):
            yield HeldComment(
                str(entry.get("name") or ""), str(entry["message"]).strip(), _date(entry.get("date"))
            )


def _date(value: object) -> date | None:
    """A date as Staticman writes it: seconds since 1970, or ISO 8601, which YAML may have read already."""
    try:
        if isinstance(value, (int, float)):
            return datetime.fromtimestamp(value, UTC)
        return value if isinstance(value, date) else datetime.fromisoformat(str(value))
    except (ValueError, OverflowError, OSError):
        return None
