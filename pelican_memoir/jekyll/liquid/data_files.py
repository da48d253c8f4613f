"""`site.data`: the files of `_data`, each read when it is asked for."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from pelican_memoir.jekyll import ruby_yaml, source_file


def rows(text: str, mark: str) -> list[dict[str, str]]:
    """Return the rows of a table whose first line names its columns."""
    return list(csv.DictReader(io.StringIO(text), delimiter=mark))


READERS: dict[str, Callable[[str], Any]] = {
    ".yml": lambda text: ruby_yaml.load(text)[0],
    ".yaml": lambda text: ruby_yaml.load(text)[0],
    ".json": json.loads,
    ".csv": lambda text: rows(text, ","),
    ".tsv": lambda text: rows(text, "\t"),
}


class DataFolder(Mapping[str, Any]):
    """A folder of data: names are those of files without their ending, and of folders."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cache: dict[str, Any] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self.cache:
            path = self.paths[key]
            self.cache[key] = DataFolder(path) if path.is_dir() else read(path)
        return self.cache[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)

    @property
    def paths(self) -> dict[str, Path]:
        """The folder's entries by name; what leads out of the folder is none."""
        top = self.folder.resolve()
        entries = sorted(self.folder.iterdir()) if self.folder.is_dir() else []
        return {
            path.name if path.is_dir() else path.stem: path
            for path in entries
            if (path.is_dir() or path.suffix in READERS) and path.resolve().is_relative_to(top)
        }


def read(path: Path) -> Any:
    """Return what a file of data holds; None where it cannot be read."""
    text, _ = source_file.load(path, path.name)
    try:
        return None if text is None else READERS[path.suffix](text)
    except (ValueError, yaml.YAMLError):
        return None
