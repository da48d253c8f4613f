"""How many pictures from elsewhere a text shows without a size: a page moves when they come."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import urlsplit

from pelican_memoir.jekyll import web_address
from pelican_memoir.migrate.texts import PICTURE, Text

_SOURCE = re.compile(r"""\ssrc=(?:"([^"]*)"|'([^']*)')""", re.IGNORECASE)
_SIDE = re.compile(r"""\s(width|height)=["']?\s*\d+(?:px)?\s*["'\s/>]""", re.IGNORECASE)


def without_size(text: Text, site: str) -> int:
    """Return the number of such pictures in a text; `site` is the blog's own address, which is not elsewhere."""
    own = web_address.split(site).netloc
    return sum(_is_unsized(picture, own) for picture in PICTURE.findall(text.html))


def _is_unsized(picture: str, own: str) -> bool:
    source = _SOURCE.search(picture)
    if source is None or len({side.lower() for side in _SIDE.findall(picture)}) == 2:
        return False
    try:
        parts = urlsplit(unescape(source[1] or source[2] or "").strip())
    except ValueError:
        return False
    return parts.scheme in ("http", "https", "") and parts.netloc not in ("", own)
