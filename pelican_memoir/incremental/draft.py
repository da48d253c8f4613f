"""A file of the output while it is written: it takes the place of the old one only where it differs."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from pelican_memoir.output_files import replace

AS_IT_LIES = "\0as it lies\0"
"""Written alone, it says that the file is known to be right."""


class Draft(io.TextIOBase):
    """Text for a file; `close` compares it with what lies there, and then calls `done` with the bytes."""

    def __init__(self, path: Path, encoding: str, done: Callable[[Path, bytes], None]) -> None:
        """Take the file's place, its encoding, and who wants to know what is in it in the end."""
        self._pieces: list[str] = []
        self._path, self._encoding, self._done = path, encoding, done

    def writable(self) -> bool:
        """It is there to be written to."""
        return True

    def write(self, text: str) -> int:
        """Take a text, whose lines then end as Python has them."""
        self._pieces.append(text if "\r" not in text else text.replace("\r\n", "\n").replace("\r", "\n"))
        return len(text)

    def getvalue(self) -> str:
        """Return all that was written; a page is written at one go."""
        return "".join(self._pieces)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Write the file, unless what was to be in it could not be made."""
        if kind is None:
            self._finish(self.getvalue())
        super().__exit__(kind, error, trace)

    def _finish(self, text: str) -> None:
        if text == AS_IT_LIES:
            return
        data = (text if os.linesep == "\n" else text.replace("\n", os.linesep)).encode(self._encoding)
        replace(self._path, data)
        self._done(self._path, data)
