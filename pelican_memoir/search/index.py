"""The entries of the index, in files of a bounded size."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass

SHARD = 1_000_000
"""Characters in a file: a blog of some years has one, and a large one is loaded over several connections."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A post as it is searched; `url` is its address from the search page, `date` as its language writes it."""

    title: str
    url: str
    date: str
    tags: tuple[str, ...]
    text: str

    def to_json(self) -> str:
        """Return the entry as JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, separators=(",", ":"))


def shard(entries: Iterable[str], size: int = SHARD) -> tuple[bytes, int]:
    """Return the entries (JSON themselves) that fill a file, as JSON in UTF-8, and how many they are.

    What is in a file says where it ends, and not what follows, so that it stays the same whatever becomes of that.
    """
    part: list[bytes] = []
    length = 0
    for entry in entries:
        part.append(entry.encode())
        length += len(entry)
        if length >= size:
            break
    return b"[%b]\n" % b",".join(part), len(part)
