"""The language that a blog is written in, guessed from its posts."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

POSTS, MOST = 200, 2000
"""How many posts, and how many characters of each, are looked at."""
NO_WORDS = re.compile(r"<[^>]*>|\]\([^)]*\)|https?://\S+|`[^`]*`")


def guess(bodies: Iterable[str]) -> str:
    """Return ko, ja, zh or en: what most of the beginnings of the posts are written in, addresses and tags left out."""
    return _of(" ".join(NO_WORDS.sub(" ", body[:MOST])[:MOST] for body in islice(bodies, POSTS)))


def _of(text: str) -> str:
    counts = {
        "ko": len(re.findall("[가-힣]", text)),
        "ja": len(re.findall("[ぁ-ヿ]", text)) * 2,
        "zh": len(re.findall("[一-鿿]", text)),
    }
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] * 3 > len(re.findall("[A-Za-z]", text)) else "en"
