"""The entries of the index, in files of a bounded size."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
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


def shards(entries: Iterable[str], size: int = SHARD) -> Iterator[str]:
    """Yield the index as texts of JSON, each a list of entries (JSON themselves) in the order given; one at least."""
    part: list[str] = []
    length = 0
    for entry in entries:
        if part and length + len(entry) > size:
            yield f"[{','.join(part)}]\n"
            part, length = [], 0
        part.append(entry)
        length += len(entry)
    yield f"[{','.join(part)}]\n"
