"""The words of a post as a reader sees them, code and tables too, in one line to be searched."""

from __future__ import annotations

import html
import re
import unicodedata

_UNSEEN = re.compile(
    r"<(script|style|svg|template|annotation)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE
)
_INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|cite|code|del|dfn|em|font|i|ins|kbd|m[a-z]+|mark|q|s|samp|small|span|strong|sub|sup|time|u|var"
    r"|wbr)\b[^>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[a-zA-Z][^>]*>")


def words_of(markup: str) -> str:
    """Return the words of HTML in one line; what begins a line of its own begins a word too."""
    text = _TAG.sub(" ", _INLINE.sub("", _UNSEEN.sub(" ", markup)))
    return comparable(" ".join(html.unescape(text).split()))


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
