"""Permalinks: any pattern and post make an address, and a file that lies in the output folder."""

from __future__ import annotations

import posixpath
from datetime import datetime
from functools import partial

from pelican_memoir.jekyll import permalink, post_path

OUTPUT = "/blog/output"


def check(data: bytes) -> None:
    """Read lines as pattern, slug, path and categories."""
    text = data.decode("utf-8", errors="surrogateescape").replace("\0", "")
    pattern, slug, path, *categories = (text + "\n\n\n").split("\n")
    facts = post_path.read(path)
    date = datetime(2022, 12, 31) if len(slug) % 2 else None
    subject = permalink.Subject(date, slug, categories, facts.slug, path)
    of_post = partial(permalink.expand, pattern, subject)
    of_pages = [
        partial(permalink.of_page, pattern, path, ext, own) for ext, own in ((".html", ""), (".xml", slug))
    ]
    for make in (of_post, *of_pages):
        try:
            url = make()
        except permalink.PermalinkError:
            continue
        assert url.startswith("/")
        file = posixpath.normpath(posixpath.join(OUTPUT, permalink.destination(url)))
        assert file.startswith(OUTPUT + "/"), f"{url} is written to {file}"
