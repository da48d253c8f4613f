"""The words of a post as a reader sees them, code and tables too, in one line to be searched."""

from __future__ import annotations

import html
import re
import unicodedata

_UNSEEN = re.compile(
    r"<(script|style|svg|template|annotation)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE
)
_TAG = re.compile(r"</?([a-zA-Z]\w*)[^>]*>")
_INLINE = frozenset(
    "a abbr b bdi cite code del dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr".split()
)
_MATH = re.compile("m[a-z]+")


class _Gaps(dict[str, str]):
    """What stands for a tag, by the element's name: nothing inside a line, a space where another one begins."""

    def __missing__(self, name: str) -> str:
        written = name.lower()
        gap = self[name] = "" if written in _INLINE or _MATH.fullmatch(written) else " "
        return gap


_GAPS = _Gaps()


def words_of(markup: str) -> str:
    """Return the words of HTML in one line; what begins a line of its own begins a word too."""
    pieces = _TAG.split(_UNSEEN.sub(" ", markup))
    pieces[1::2] = map(_GAPS.__getitem__, pieces[1::2])
    return comparable(" ".join(html.unescape("".join(pieces)).split()))


def comparable(text: str) -> str:
    """Return a text whose places stay the same when it is folded, as the page does to compare it with what is typed.

    Most texts are that already. Else it is given as compatibility characters have it (`①` is `1`, `㈱` is `(株)`).
    """
    if text.isascii() or _length(fold(text)) == _length(text):
        return text
    composed = unicodedata.normalize("NFKC", text)
    return composed if _length(fold(composed)) == _length(composed) else fold(composed)


def fold(text: str) -> str:
    """Return a text without differences of case and width."""
    return unicodedata.normalize("NFKC", text).lower()


def _length(text: str) -> int:
    """Return the length as JavaScript counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
