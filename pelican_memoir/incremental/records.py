"""What is remembered of each file of the output: what it was made from, and how it lay there afterwards."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path

from pelican_memoir.memory.inputs import digest as key_of
from pelican_memoir.memory.store import Store

_AT_ONCE = 200
"""New records with which all are saved at the latest, while they are few."""


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
    """The records of one output folder: one entry in the store of the site, read when the first is asked for.

    Most pages look at the same names and show the same posts: each of these is held and written once.
    """

    def __init__(self, store: Store, output: str) -> None:
        """Take the store, and the folder that the files lie in."""
        self._store, self._key = store, key_of("output", output)
        self._names: dict[tuple[str, ...], list[str]] = {}
        self._sources: dict[str, str] = {}
        self._asked: set[str] = set()
        self._unsaved = 0

    def get(self, path: Path) -> Record | None:
        """Return what is remembered of a file, None where nothing is."""
        file = str(path)
        self._asked.add(file)
        return self._records.get(file)

    def put(self, path: Path, record: Record) -> None:
        """Remember a file.

        Now and then all are saved, so that a build which is stopped loses few; the more there are, the less often.
        """
        file = str(path)
        self._asked.add(file)
        self._records[file] = replace(record, ingredients=self._shared(record.ingredients))
        self._unsaved += 1
        if self._unsaved >= max(_AT_ONCE, len(self._records) // 2):
            self.save()
            self._store.save()

    def load(self) -> None:
        """Read them now, for those who must not read the store, as copies of the process."""
        self._records  # noqa: B018  # read when asked for

    def forget_lost(self) -> None:
        """Let go of the files that this build did not ask for and that lie there no more."""
        lost = [file for file in self._records.keys() - self._asked if not Path(file).is_file()]
        for file in lost:
            del self._records[file]
        self._unsaved += len(lost)

    def save(self) -> None:
        """Put them into the store where any is new."""
        if self._unsaved:
            self._store.put(self._key, _written(self._records))
            self._unsaved = 0

    def _shared(self, made_from: Ingredients) -> Ingredients:
        """Return the same, of texts that others have too: what comes from another process has its own."""
        names = self._names.setdefault(tuple(made_from.names), made_from.names)
        cards, contents = (
            [self._sources.setdefault(source, source) for source in sources]
            for sources in (made_from.cards, made_from.contents)
        )
        return Ingredients(names, cards, contents, made_from.digest)

    @cached_property
    def _records(self) -> dict[str, Record]:
        text = self._store.get(self._key)
        try:
            return {} if text is None else _read(text)
        except (TypeError, ValueError, LookupError):
            return {}


def _written(records: Mapping[str, Record]) -> str:
    """Return records as JSON."""
    sources: dict[str, int] = {}
    names: dict[tuple[str, ...], int] = {}

    def places(found: Iterable[str]) -> list[int]:
        return [sources.setdefault(source, len(sources)) for source in found]

    rows = [
        [
            file,
            names.setdefault(tuple(record.ingredients.names), len(names)),
            places(record.ingredients.cards),
            places(record.ingredients.contents),
            record.ingredients.digest,
            record.data,
            record.size,
            record.changed,
        ]
        for file, record in records.items()
    ]
    return json.dumps([list(sources), list(names), rows], ensure_ascii=False, separators=(",", ":"))


def _read(text: str) -> dict[str, Record]:
    """Return the records that `_written` wrote. Raises `TypeError`, `ValueError` or `LookupError` for other texts."""
    sources, names, rows = json.loads(text)
    return {
        file: Record(
            Ingredients(
                names[asked], [sources[at] for at in cards], [sources[at] for at in contents], digest
            ),
            data,
            size,
            changed,
        )
        for file, asked, cards, contents, digest, data, size, changed in rows
    }


def made(path: Path, data: bytes, ingredients: Ingredients) -> Record:
    """Return the record of a file that has just been written."""
    found = path.stat()
    return Record(ingredients, data_digest(data), found.st_size, found.st_mtime_ns)


def data_digest(data: bytes) -> str:
    """Return the digest of a file's bytes."""
    return sha256(data).hexdigest()[:32]
