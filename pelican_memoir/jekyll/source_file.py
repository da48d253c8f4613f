"""A source file as text: decoded, without BOM, with `\\n` line ends; what stands in the way is told by place."""

from __future__ import annotations

from codecs import BOM_UTF8
from pathlib import Path

from pelican_memoir.errors import Location, Problem
from pelican_memoir.jekyll.control_characters import stripped

UNREADABLE = "memoir.unreadable"
ENCODING = "memoir.encoding"
EMPTY = "memoir.empty"


def load(path: str | Path, file: str, data: bytes | None = None) -> tuple[str | None, tuple[Problem, ...]]:
    """Return the text of the file at `path` and what is wrong with it; `file` is what problems call it.

    `data` is what the file holds, where it has been read already.

    Bytes that are no UTF-8 become U+FFFD, control characters go, with one problem at the first of either; None is a
    file without any text.
    """
    try:
        data = Path(path).read_bytes() if data is None else data
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        return None, (Problem(Location(file), UNREADABLE, f"the file cannot be read: {reason}"),)
    text, problems = decode(data, file)
    text, more = stripped(text, file)
    if not text.strip():
        return None, (Problem(Location(file, 1, 1), EMPTY, "the file is empty"),)
    return text, problems or more


def decode(data: bytes, file: str) -> tuple[str, tuple[Problem, ...]]:
    """Return bytes as text, and a problem where they are no UTF-8."""
    problems: tuple[Problem, ...] = ()
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        text = data.decode("utf-8", errors="replace")
        before = normalise(error.object[: error.start].decode("utf-8", errors="replace"))
        location = Location(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        byte = error.object[error.start]
        message = f"byte 0x{byte:02x} is no valid UTF-8: save the file as UTF-8"
        problems = (Problem(location, ENCODING, message),)
    return normalise(text), problems


def normalise(text: str) -> str:
    """Return text with every line end as `\\n`."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
