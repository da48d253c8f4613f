"""Entries in a file between builds: SQLite, written some at once, each transaction whole or not at all.

A build never fails for it. A file that is broken is thrown away with a line; one that cannot be written (a full disk,
another build that has it) is left as it is. Each entry holds its own checksum, so a half-written one is none.
"""

from __future__ import annotations

import logging
import sqlite3
import time
import weakref
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from pelican_memoir.errors import Location, Problem
from pelican_memoir.telling import shown, tell

logger = logging.getLogger(__name__)

CODE = "memoir.cache"
NAME = "memoir-cache.sqlite"
KEPT_FOR = 30
"""Days after which an entry that no build asked for is thrown away."""
_AT_ONCE = 100
PATIENCE = 2.0
"""Seconds to wait for another build."""
_PAGE = 32_768
"""Bytes of a page of a new file: most entries lie in one."""
_DAY = 86_400
_TABLE = "CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, text BLOB, seal INTEGER, used INTEGER)"

_NO_TABLE = "no such table: entries"
"""What is said of a file that another process has made in this moment: it is empty, not broken."""


class Store:
    """Texts by key. `get` looks among this build's own and then in the file; `save` writes what is new."""

    def __init__(self, file: Path | None) -> None:
        """Take the file, None for this build alone."""
        self.file = file
        self.patience = PATIENCE
        """Seconds to wait while others have the file."""
        self.is_blank = False
        """Whether nothing is in the file that this process could ask for; it is not looked into then."""
        self._new: dict[bytes, str] = {}
        self._used: set[bytes] = set()
        self._connection: sqlite3.Connection | None = None
        self._let_go: Callable[[], object] | None = None
        self._today = int(time.time() // _DAY)

    def __contains__(self, key: bytes) -> bool:
        """Tell whether there is an entry, without reading it."""
        return key in self._new or self._row(key) is not None

    def get(self, key: bytes) -> str | None:
        """Return an entry, None where there is none."""
        if key in self._new:
            return self._new[key]
        row = self._row(key)
        if row is None or zlib.crc32(row[0]) != row[1]:
            return None
        if row[2] < self._today:
            self._used.add(key)
        return row[0].decode("utf-8", "surrogatepass")

    def put(self, key: bytes, text: str) -> None:
        """Keep an entry; the file gets some at once, so that a large site does not lie in memory twice."""
        self._new[key] = text
        if len(self._new) >= _AT_ONCE:
            self.save()

    def save(self, *, sweep: bool = False) -> None:
        """Write what is new to the file; `sweep`: throw out what no build asked for in a long time, if that is due."""
        if self.file is None or not (self._new or self._used):
            self._new = {}
            return
        try:
            self.file.parent.mkdir(parents=True, exist_ok=True)
            self._write(sweep)
        except sqlite3.DatabaseError as error:
            self._give_up(error)
        except OSError as error:
            logger.info("What was read is not remembered: %s", error)

    def _write(self, sweep: bool) -> None:
        # As bytes: names of files may hold what is no character, and SQLite takes no text with such.
        encoded = {key: text.encode("utf-8", "surrogatepass") for key, text in self._new.items()}
        rows = [(key, data, zlib.crc32(data), self._today) for key, data in encoded.items()]
        used = [(self._today, key) for key in self._used]
        self.close()
        with closing(sqlite3.connect(self.file or "", timeout=self.patience)) as connection, connection:
            # A lost disk cache may break the file, which is found out; a build need not wait for the disk.
            connection.execute("PRAGMA synchronous = OFF")
            connection.execute(f"PRAGMA page_size = {_PAGE}")
            connection.execute(_TABLE)
            connection.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?)", rows)
            connection.executemany("UPDATE entries SET used = ? WHERE key = ?", used)
            if sweep:
                self._sweep(connection)
        self._new, self._used = {}, set()

    def _sweep(self, connection: sqlite3.Connection) -> None:
        """Throw out what is old, once a day: all of the file is read for it."""
        (swept,) = connection.execute("PRAGMA user_version").fetchone()
        if swept != self._today:
            connection.execute("DELETE FROM entries WHERE used < ?", (self._today - KEPT_FOR,))
            connection.execute(f"PRAGMA user_version = {self._today}")

    def close(self) -> None:
        """Let go of the file; the next `get` opens it again. A store that goes does so too, as where a build failed."""
        if self._let_go is not None:
            self._let_go()
        self._connection = self._let_go = None

    def rest(self) -> None:
        """Write what is new and let go of the file before the process is copied: no connection is for both sides."""
        self.save()
        self.close()

    def _row(self, key: bytes) -> tuple[bytes, int, int] | None:
        if self.file is None or self.is_blank:
            return None
        try:
            if self._connection is None:
                if not self.file.is_file():
                    return None
                self._connection = _open(self.file, self.patience)
                self._let_go = weakref.finalize(self, self._connection.close)
            found = self._connection.execute("SELECT text, seal, used FROM entries WHERE key = ?", (key,))
            row: tuple[bytes, int, int] | None = found.fetchone()
        except sqlite3.DatabaseError as error:
            if str(error) != _NO_TABLE:
                self._give_up(error)
            return None
        return row

    def _give_up(self, error: sqlite3.DatabaseError) -> None:
        """Do without the file in this build; one that is broken, or of another form, is thrown away."""
        self.close()
        file, self.file = self.file, None
        passing = getattr(error, "sqlite_errorcode", None) in (
            sqlite3.SQLITE_BUSY,
            sqlite3.SQLITE_LOCKED,
            sqlite3.SQLITE_FULL,
            sqlite3.SQLITE_READONLY,
            sqlite3.SQLITE_CANTOPEN,
            sqlite3.SQLITE_IOERR,
        )
        if file is None or passing:
            logger.info("What was read is not remembered: %s", error)
            return
        self._tell(file, f"{error}: it is thrown away, and all posts are read anew")
        try:
            file.unlink(missing_ok=True)
            self.file = file
        except OSError as reason:
            self._tell(file, f"it cannot be thrown away: {reason}")

    def _tell(self, file: Path, message: str) -> None:
        tell([Problem(Location(shown(str(file))), CODE, message)])


def _open(file: Path, patience: float) -> sqlite3.Connection:
    """Open a file for reading; the store may go, and close it, in another thread than the one that reads.

    Texts, as earlier versions wrote them, come as the bytes that their checksum is of.
    """
    connection = sqlite3.connect(
        f"{file.absolute().as_uri()}?mode=ro", uri=True, timeout=patience, check_same_thread=False
    )
    connection.text_factory = bytes
    return connection
