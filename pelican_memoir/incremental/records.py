"""What is remembered of each file of the output: what it was made from, and how it lay there afterwards."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from pelican_memoir.memory.inputs import digest as key_of
from pelican_memoir.memory.store import Store


@dataclass(frozen=True, slots=True)
class Ingredients:
    """What a file was made from: the names and the content that it looked at, and the digest of them all.

    Of `cards` the text does not count.
    """

    names: list[str]
    cards: list[str]
    contents: list[str]
    digest: str


@dataclass(frozen=True, slots=True)
class Record:
    """A file: what it was made from, and its own state."""

    ingredients: Ingredients
    data: str
    size: int
    changed: int
    """The file's time of change in nanoseconds."""

    def is_intact(self, path: Path) -> bool:
        """Tell whether the file lies there as it was written: by size and time, else by what is in it."""
        try:
            found = path.stat()
            if found.st_size != self.size:
                return False
            return found.st_mtime_ns == self.changed or data_digest(path.read_bytes()) == self.data
        except OSError:
            return False


class Records:
    """The records of one output folder, in the store of the site."""

    def __init__(self, store: Store, output: str) -> None:
        """Take the store, and the folder that the files lie in."""
        self._store, self._output = store, output

    def get(self, path: Path) -> Record | None:
        """Return what is remembered of a file, None where nothing is, or nothing that can be read."""
        text = self._store.get(self._key(path))
        try:
            if text is None:
                return None
            names, cards, contents, digest, data, size, changed = json.loads(text)
            return Record(Ingredients(names, cards, contents, digest), data, size, changed)
        except (TypeError, ValueError):
            return None

    def put(self, path: Path, record: Record) -> None:
        """Remember a file."""
        made_from = record.ingredients
        fields = [
            made_from.names,
            made_from.cards,
            made_from.contents,
            made_from.digest,
            record.data,
            record.size,
            record.changed,
        ]
        self._store.put(self._key(path), json.dumps(fields, ensure_ascii=False, separators=(",", ":")))

    def reopened(self) -> Records:
        """Return the same in another process, which must not share a connection."""
        return Records(Store(self._store.file), self._output)

    def _key(self, path: Path) -> bytes:
        return key_of("output", self._output, str(path))


def made(path: Path, data: bytes, ingredients: Ingredients) -> Record:
    """Return the record of a file that has just been written."""
    found = path.stat()
    return Record(ingredients, data_digest(data), found.st_size, found.st_mtime_ns)


def data_digest(data: bytes) -> str:
    """Return the digest of a file's bytes."""
    return blake2b(data, digest_size=16).hexdigest()
