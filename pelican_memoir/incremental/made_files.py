"""Files of our own generators, and feeds: left as they lie where nothing has changed that they are made from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from pelican.contents import Content

from pelican_memoir.incremental.fingerprints import UnknowableError, digest
from pelican_memoir.incremental.pages import Pages
from pelican_memoir.incremental.records import Ingredients, Record, Records, made
from pelican_memoir.output_files import replace


class MadeFiles:
    """What one build knows of files that are no pages; nothing without records, as where others write."""

    def __init__(self, records: Records | None = None, pages: Callable[[], Pages] | None = None) -> None:
        """Take what is remembered of files, and how the fingerprints of this build are got."""
        self._records, self._pages = records, pages

    def state_of(
        self, *told: str, wholes: Iterable[Content] = (), cards: Iterable[Content] = ()
    ) -> str | None:
        """Return the digest of what a file is made from; of `cards` the text does not count. None: nobody knows."""
        if self._pages is None:
            return None
        pages = self._pages()
        prints = pages.prints
        try:
            parts = (*told, "", *map(prints.of_content, wholes), "", *map(prints.of_card, cards))
            return digest((pages.site.common, prints.links, *parts))
        except UnknowableError:
            return None

    def is_as_it_was(self, path: Path, state: str | None) -> bool:
        """Tell whether a file lies there as it was made from the same."""
        record = self._record(path) if state is not None else None
        return record is not None and record.ingredients.digest == state and record.is_intact(path)

    def _record(self, path: Path) -> Record | None:
        return self._records.get(path) if self._records is not None else None

    def remember(self, path: Path, data: bytes, state: str | None, names: Sequence[str] = ()) -> None:
        """Remember a file that has just been written, with what else there is to know of it."""
        if self._records is not None and state is not None:
            self._records.put(path, made(path, data, Ingredients(list(names), [], [], state)))

    def count_of_part(self, path: Path, contents: Sequence[Content], *told: str) -> int:
        """Return how many pieces of content a file was made of that are still the first of these; 0: make it.

        One that holds all there were stays only where no others have come behind them.
        """
        record = self._record(path)
        count = int(record.ingredients.names[0]) if record and record.ingredients.names else 0
        if not 0 < count <= len(contents):
            return 0
        return count if self.is_as_it_was(path, self._state_of_part(contents, count, *told)) else 0

    def remember_part(
        self, path: Path, data: bytes, contents: Sequence[Content], count: int, *told: str
    ) -> None:
        """Remember a file that has just been made of the first `count` pieces of content."""
        self.remember(path, data, self._state_of_part(contents, count, *told), [str(count)])

    def _state_of_part(self, contents: Sequence[Content], count: int, *told: str) -> str | None:
        return self.state_of(*told, str(count == len(contents)), wholes=contents[:count])

    def write(self, path: Path, state: str | None, make: Callable[[], Iterable[str]]) -> None:
        """Write the pieces that `make` returns, as UTF-8, unless it is known that the file holds them."""
        if self.is_as_it_was(path, state):
            return
        whole = BytesIO()  # joined, the pieces and the whole would be there at once
        whole.writelines(map(str.encode, make()))
        data = whole.getvalue()
        replace(path, data)
        self.remember(path, data, state)


def made_files(writer: Any, context: Mapping[str, Any]) -> MadeFiles:
    """Return what a build's writer knows of files: nothing where it is another than ours."""
    found: MadeFiles = writer.files_of(context) if hasattr(writer, "files_of") else MadeFiles()
    return found
