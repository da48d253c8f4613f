"""Which names of files stay below their folder, on every system that a site may be built on."""

from __future__ import annotations

import re

DRIVE = re.compile(r"[A-Za-z]:")


def escape_of(path: str) -> str | None:
    """Return how a path below a folder would leave it, as a phrase for a message; None where it stays inside."""
    if "\0" in path:
        return "holds a NUL"
    if "\\" in path:
        return "holds a backslash, which parts folders on some systems"
    if path.startswith("/"):
        return "begins at the root"
    if DRIVE.match(path):
        return "begins with a drive"
    if ".." in path.split("/"):
        return "climbs by '..'"
    return None
