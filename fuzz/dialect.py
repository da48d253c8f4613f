"""The dialect: any text becomes HTML, through Python-Markdown as Pelican calls it."""

from __future__ import annotations

import markdown

from pelican_memoir.kramdown import KramdownExtension

CONVERTER = markdown.Markdown(extensions=[KramdownExtension()])


def check(data: bytes) -> None:
    """Convert a text; bytes that are no UTF-8 become lone surrogates."""
    CONVERTER.reset()
    html = CONVERTER.convert(data.decode("utf-8", errors="surrogateescape"))
    assert isinstance(html, str)
