"""The index that a reader's browser searches: every post's words, in a few files for each language.

Measured against Pagefind in `docs/search.md`.
"""

from pelican_memoir.search.index import Entry, shard
from pelican_memoir.search.words import words_of

__all__ = ["Entry", "shard", "words_of"]
