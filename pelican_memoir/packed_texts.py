"""Large blogs: the texts of posts are held packed from when they are read to when their pages are written.

Pelican holds the HTML of every post until the last page is written, four bytes a character where there is an emoji.
Packed it takes about a tenth of that; a text is unpacked for as long as somebody looks at it.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

from pelican.contents import Article, Content

from pelican_memoir.memory.packed import PackedText, packed, unpacked
from pelican_memoir.memory.texts import TextDigests

MANY = 2000
"""Posts from which on packing pays: with fewer there is memory enough, and time counts for more."""
PACKED = "_memoir_packed"
"""The attribute of a post that holds its text."""
DIGEST = "_memoir_digest"
"""The attribute of such a post that holds the digest of its text, from when it is known."""


class _Packed:
    """What a class of content becomes: all that it was, but for where the text lies."""

    @property
    def _content(self) -> str:
        return unpacked(vars(self)[PACKED])

    @_content.setter
    def _content(self, text: str) -> None:
        vars(self)[PACKED] = packed(text)
        vars(self).pop(DIGEST, None)


def pays(count: int, settings: Mapping[str, Any]) -> bool:
    """Tell whether a site of so many posts should hold them packed. Pelican's own cache pickles posts as they are."""
    return count > MANY and not settings["CACHE_CONTENT"]


def pack(content: Content, digests: TextDigests) -> None:
    """Hold an article's text packed from now on; whoever asks for it, or sets it, sees no difference."""
    text = vars(content).get("_content")
    if isinstance(content, Article) and isinstance(text, str):
        kind: type = type(content)
        content.__class__ = _packing(kind)
        del vars(content)["_content"]
        content._content = text
        digest_of(content, digests)  # of most it is known: they have just been read


def digest_of(content: Any, digests: TextDigests) -> bytes:
    """Return the digest of a post's text, which has to be unpacked for it once at most."""
    if PACKED not in vars(content):
        return digests.of(content._content or "")
    found: bytes | None = vars(content).get(DIGEST)
    if found is None:
        found = vars(content)[DIGEST] = digests.of(content._content)
    return found


def packed_of(content: Any, digests: TextDigests) -> PackedText:
    """Return a post's text packed."""
    found = digest_of(content, digests)
    return PackedText(vars(content).get(PACKED) or packed(content._content or ""), found)


def hold(content: Any, text: PackedText) -> None:
    """Give a post a text that is packed; one that is not held so gets it unpacked."""
    if isinstance(content, _Packed):
        vars(content).update({PACKED: text.data, DIGEST: text.digest})
    else:
        content._content = unpacked(text.data)


def forget_shown(content: Any) -> None:
    """Let go of the text that Pelican keeps from when a packed post was shown: its page is written."""
    if isinstance(content, _Packed):
        content.get_content.cache.pop((content, content.get_siteurl()), None)  # type: ignore[attr-defined]


@functools.cache
def _packing(kind: type) -> type:
    return type(kind.__name__, (_Packed, kind), {"__module__": kind.__module__, "__doc__": kind.__doc__})
