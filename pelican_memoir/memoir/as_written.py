"""Takes back what Markdown made of the author's quotes and dots, so that the model holds the text as written."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import Final

_MADE_OF: Final = {"“": '"', "”": '"', "‘": "'", "’": "'", "…": "...", "–": "--", "—": "---"}
_TYPOGRAPHIC: Final = re.compile(f"[{''.join(_MADE_OF)}]")
_REFERENCE: Final = re.compile("&(?!amp;|lt;|gt;|quot;)")
"""What may stand for a typographic character."""

_ALWAYS: Final = frozenset("“”‘’…")


class AsWritten:
    """Undoes smart punctuation in texts of one post.

    A typographic character that stands in the post's `source` was typed by its author and stays. Without the
    source, curly quotes and ellipses are taken back and dashes stay: authors type those more often than `--`.
    """

    def __init__(self, source: str | None):
        self._written = source
        self._plain = {
            made: plain if (made in _ALWAYS if source is None else made not in source) else made
            for made, plain in _MADE_OF.items()
        }

    def __call__(self, text: str) -> str:
        """`text` as the author wrote it."""
        if _TYPOGRAPHIC.search(text) is None:
            return text
        if self._written is not None and (straight := _replaced(text, _MADE_OF)) in self._source:
            return straight
        return _replaced(text, self._plain)

    @functools.cached_property
    def _source(self) -> str:
        """The source with its white space collapsed, as texts of the model have it."""
        return " ".join((self._written or "").split())


def _replaced(text: str, made_of: Mapping[str, str]) -> str:
    """Quicker than `str.translate`, which asks for every character, where most are not typographic."""
    return _TYPOGRAPHIC.sub(lambda match: made_of[match[0]], text)


def has_typography(html: str) -> bool:
    """Whether there is anything to take back in a post."""
    return _REFERENCE.search(html) is not None or _TYPOGRAPHIC.search(html) is not None
