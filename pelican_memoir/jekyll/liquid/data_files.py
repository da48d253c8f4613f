"""`site.data`: the files of `_data`, each read when it is asked for."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Any

import yaml

from pelican_memoir.errors import Location, Problem
from pelican_memoir.jekyll import ruby_yaml, source_file, yaml_errors

CODE = "memoir.data"
_heard: ContextVar[dict[Problem, None] | None] = ContextVar("heard", default=None)


class TableError(ValueError):
    """A table that cannot be read on from one of its lines."""

    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


def rows(text: str, mark: str) -> list[dict[str, str]]:
    """Return the rows of a table whose first line names its columns. Raises `TableError`."""
    reader, found, line = csv.DictReader(io.StringIO(text), delimiter=mark, strict=True), [], 0
    try:
        for row in reader:
            found.append(row)
            line = reader.line_num
    except csv.Error as error:
        raise TableError(str(error), line + 1) from error
    return found


READERS: dict[str, Callable[[str], Any]] = {
    ".yml": lambda text: ruby_yaml.load(text)[0],
    ".yaml": lambda text: ruby_yaml.load(text)[0],
    ".json": json.loads,
    ".csv": lambda text: rows(text, ","),
    ".tsv": lambda text: rows(text, "\t"),
}


class DataFolder(Mapping[str, Any]):
    """A folder of data: names are those of files without their ending, and of folders.

    `shown` is what problems call the folder.
    """

    def __init__(self, folder: Path, shown: str = "") -> None:
        self.folder, self.shown = folder, shown or folder.name
        self.cache: dict[str, tuple[Any, tuple[Problem, ...]]] = {}

    def __getitem__(self, key: str) -> Any:
        if key not in self.cache:
            path = self.paths[key]
            shown = f"{self.shown}/{path.name}"
            self.cache[key] = (DataFolder(path, shown), ()) if path.is_dir() else read(path, shown)
        value, problems = self.cache[key]
        heard = _heard.get()
        if heard is not None:
            heard.update(dict.fromkeys(problems))
        return value

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


@contextmanager
def hearing(problems: dict[Problem, None]) -> Iterator[None]:
    """Add to `problems` what is wrong with the files that are asked for meanwhile, be they read now or before."""
    token = _heard.set(problems)
    try:
        yield
    finally:
        _heard.reset(token)


def read(path: Path, shown: str) -> tuple[Any, tuple[Problem, ...]]:
    """Return what a file of data holds, None where it cannot be read, and what is wrong with it."""
    text, problems = source_file.load(path, shown)
    if text is None:
        return None, tuple(problem for problem in problems if problem.code != source_file.EMPTY)
    try:
        return READERS[path.suffix](text), problems
    except yaml.YAMLError as error:
        place, cause = yaml_errors.read(error, shown)
        kind = "YAML"
    except json.JSONDecodeError as error:
        place, cause, kind = Location(shown, error.lineno, error.colno), error.msg, "JSON"
    except TableError as error:
        place, cause, kind = Location(shown, error.line), str(error), "table"
    except ValueError as error:
        place, cause, kind = Location(shown), str(error), "data"
    message = f"the file is no valid {kind}: {cause}; templates see nothing of it"
    return None, (*problems, Problem(place, CODE, message))
