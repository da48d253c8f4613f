"""Front matter: bytes of a file become Pelican's metadata; never an exception, and the body is kept."""

from __future__ import annotations

from functools import partial
from posixpath import normpath
from zoneinfo import ZoneInfo

from pelican.settings import DEFAULT_CONFIG

from pelican_memoir.jekyll import front_matter, permalink, post, source_file
from pelican_memoir.jekyll.addresses import Permalinks
from pelican_memoir.jekyll.control_characters import stripped
from pelican_memoir.jekyll.values import Site
from pelican_memoir.memoir.overrides import override_problems, read_overrides
from pelican_memoir.memory.plain import Names
from pelican_memoir.metadata import as_pelican

PATH = "travel/_posts/2022-12-31-year.md"
SITE = Site(ZoneInfo("Asia/Seoul"), "ko")
PERMALINKS = Permalinks("date", "pretty")
SETTINGS = {**DEFAULT_CONFIG, "SLUGIFY_SOURCE": "title"}


def check(data: bytes) -> None:
    """Read a file's bytes as a post."""
    text, _ = source_file.decode(data, PATH)
    text, _ = stripped(text, PATH)
    found = post.read(text, PATH, PATH, SITE)
    assert text.endswith(found.source.body)
    assert front_matter.body_of(text) in (
        found.source.body,
        text[len(text) - len(front_matter.body_of(text)) :],
    )
    assert all(str(problem).startswith(PATH) for problem in found.problems)
    as_pelican(found, PATH, SETTINGS, Names(SETTINGS))
    override_problems(found.source.mapping, partial(found.source.location, PATH))
    read_overrides(found.source.mapping)
    told = ""
    try:
        address = PERMALINKS.address(found, PATH)
        assert address is not None
        assert normpath(f"/output/{address[1]}").startswith("/output/")
    except permalink.PermalinkError as error:  # the reader tells it, and the post lies elsewhere
        told = str(error)
    assert not told or "permalink" in found.metadata or "backslash" in told  # a category may hold one
