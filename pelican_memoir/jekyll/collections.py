"""Collections: which of them a file belongs to, and which of them Jekyll writes pages for.

Source of the rules: Jekyll's page "Collections", its class `Collection`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

POSTS = "posts"
SPECIAL = ("_posts", "_drafts")


@dataclass(frozen=True, slots=True)
class Home:
    """Where a file belongs: its collection (None: it is a page), and its path from where collections begin."""

    label: str | None
    path: str

    @property
    def inside(self) -> str:
        """The path within the collection, without the ending: what `:path` in a permalink means."""
        stem = os.path.splitext(self.path)[0] or self.path
        return stem.replace(f"_{self.label}", "", 1).rstrip(".")


@dataclass(frozen=True, slots=True)
class Collections:
    """The collections that a `_config.yml` names, with their options, and the folder that they lie in.

    Posts are always one of them, and lie below any folder.
    """

    options: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    folder: str = ""

    def home(self, path: str) -> Home:
        """Return where the file at `path` (from the blog's folder) belongs."""
        below = path.removeprefix(self.folder + "/") if self.folder else path
        parts = below.split("/")[:-1]
        if any(part in SPECIAL for part in parts):
            return Home(POSTS, below)
        if parts and parts[0].startswith("_") and parts[0][1:] in self.options:
            return Home(parts[0][1:], below)
        return Home(None, path)

    def is_written(self, label: str | None) -> bool:
        """Tell whether Jekyll writes pages for the files of a collection."""
        return label in (None, POSTS) or bool(self.options.get(label, {}).get("output"))

    def permalink(self, label: str) -> str | None:
        """Return the permalink that a collection gives its files, None where it leaves it to the site."""
        own = self.options.get(label, {}).get("permalink")
        return own if isinstance(own, str) else None


def read(found: object, folder: str = "") -> Collections:
    """Return the collections that the value of `collections:` names: a mapping with options, or a list of names."""
    if isinstance(found, Mapping):
        named = {
            str(label): options if isinstance(options, Mapping) else {} for label, options in found.items()
        }
    else:
        named = {str(label): {} for label in found} if isinstance(found, (list, tuple)) else {}
    return Collections(named, folder.strip("/"))
