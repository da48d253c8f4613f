"""The language that a blog is written in, guessed from its posts."""

from __future__ import annotations

import re

from pelican_memoir.jekyll import front_matter, source_file
from pelican_memoir.migrate.blog import Blog

NO_WORDS = re.compile(r"<[^>]*>|\]\([^)]*\)|https?://\S+|`[^`]*`")


def guess(blog: Blog) -> str:
    """Return ko, ja, zh or en: what most of the beginnings of the posts are written in."""
    return _of(_texts(blog))


def _texts(blog: Blog) -> str:
    """The beginnings of the posts, without front matter, addresses and tags."""
    texts = []
    for file in blog.of("post")[:200]:
        text, _ = source_file.load(blog.folder / file.path, file.path)
        texts.append(NO_WORDS.sub(" ", front_matter.body_of(text or ""))[:2000])
    return " ".join(texts)


def _of(text: str) -> str:
    counts = {
        "ko": len(re.findall("[가-힣]", text)),
        "ja": len(re.findall("[ぁ-ヿ]", text)) * 2,
        "zh": len(re.findall("[一-鿿]", text)),
    }
    best = max(counts, key=lambda name: counts[name])
    return best if counts[best] * 3 > len(re.findall("[A-Za-z]", text)) else "en"
