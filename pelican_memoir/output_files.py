"""A file of the output is written: where it may lie, with the folders it needs; what stops it names the file."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from pelican_memoir.errors import Location, MemoirError, Problem
from pelican_memoir.telling import shown

CODE = "memoir.output"
FULL = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG))
CLOSED = frozenset((errno.EROFS, errno.EACCES, errno.EPERM))
_IN_THE_WAY = (FileExistsError, NotADirectoryError, IsADirectoryError)


class OutputError(MemoirError):
    """A file of the output cannot be written: the disk is full, or its folder may not be written."""


class InTheWayError(OutputError):
    """A file stands where a folder has to be, or a folder where the file would; `file` is what stands there."""

    def __init__(self, problem: Problem, file: str) -> None:
        super().__init__(problem)
        self.file = file


def place_in(output: str | Path, name: str | Path) -> Path | None:
    """Return the place of a file in the output; None where the name, or a link on the way, leads outside."""
    folder = Path(output)
    file = Path(os.path.normpath(folder / name))
    inside = file.resolve().is_relative_to(folder.resolve())
    return file if inside and file != Path(os.path.normpath(folder)) else None


def file_in(output: str | Path, name: str | Path) -> Path:
    """Return the place of a file in the output. Raises `OutputError` where it would lie outside."""
    file = place_in(output, name)
    if file is None:
        raise OutputError(
            problem(Path(output, name), "it would lie outside the output; choose another place")
        )
    return file


def write(output: str | Path, name: str | Path, what: str | bytes) -> None:
    """Write a text, as UTF-8 with the line ends that it has, or bytes to a file of the output. Raises `OutputError`."""
    replace(file_in(output, name), what.encode() if isinstance(what, str) else what)


def replace(file: Path, data: bytes) -> None:
    """Write the bytes to a file unless they lie there, and make the folders that it needs. Raises `OutputError`."""
    if lies_there(file, data):
        return
    try:
        _put(file, data)
    except _IN_THE_WAY as error:
        raise InTheWayError(problem(file, reason(error)), str(error.filename)) from error
    except OSError as error:
        raise OutputError(problem(file, reason(error))) from error


def _put(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except (FileNotFoundError, NotADirectoryError):  # most folders are there
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)


def lies_there(file: Path, data: bytes) -> bool:
    """Tell whether a file holds these bytes already."""
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def problem(file: Path | str, message: str) -> Problem:
    """Return what is wrong with a file of the output."""
    return Problem(Location(shown(str(file))), CODE, f"it cannot be written: {message}")


def reason(error: OSError) -> str:
    """Return why a file cannot be written, and what to do."""
    why = error.strerror or str(error)
    if error.errno in FULL:
        return f"{why}; make room, and build again"
    if error.errno in CLOSED:
        return f"{why}; let the one who builds write there, or set OUTPUT_PATH, and build again"
    if isinstance(error, _IN_THE_WAY):
        return f"{why}: {shown(str(error.filename))} is in the way; take it away, and build again"
    return f"{why}; build again when that is mended"
