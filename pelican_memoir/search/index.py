"""The entries of the index, in files of a bounded size."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

SHARD = 1_000_000
"""Characters of text in a file: a blog of some years has one, and a large one is loaded over several connections."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A post as it is searched; `url` is its address from the search page, `date` as its language writes it."""

    title: str
    url: str
    date: str
    tags: tuple[str, ...]
    text: str


def shards(entries: Iterable[Entry], size: int = SHARD) -> Iterator[str]:
    """Yield the index as texts of JSON, each a list of entries in the order given; one at least."""
    part: list[dict[str, object]] = []
    length = 0
    for entry in entries:
        if part and length + len(entry.text) > size:
            yield _json(part)
            part, length = [], 0
        part.append(asdict(entry))
        length += len(entry.text)
    yield _json(part)


def _json(part: list[dict[str, object]]) -> str:
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")) + "\n"
