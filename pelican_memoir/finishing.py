"""A piece of content is finished once, after Pelican's cache: its memoir read, its HTML repaired and typeset."""

from __future__ import annotations

import functools
import json
import logging
from collections.abc import Callable
from typing import Any

from pelican.contents import Content

from pelican_memoir.errors import Location, Problem
from pelican_memoir.jekyll import front_matter, source_file
from pelican_memoir.memoir import builder
from pelican_memoir.memoir.model import Memoir
from pelican_memoir.memoir.splice import splice
from pelican_memoir.memory.build import Build
from pelican_memoir.memory.packed import PackedText
from pelican_memoir.memory.plain import NotPlainError, to_plain
from pelican_memoir.packed_texts import digest_of, hold, packed_of
from pelican_memoir.repair.local_pictures import Sizes
from pelican_memoir.repairing import repair_content
from pelican_memoir.telling import shown, tell
from pelican_memoir.typesetting import typeset_content

logger = logging.getLogger(__name__)

PROCESSOR = "memoir.processor"


def finish(content: Content, build: Build) -> None:
    """Give a piece of content its `memoir` (or None) and its `front_matter`, and make its HTML ready for pages.

    What was made of the same HTML, front matter and pictures before is taken from `build`. Other content than Jekyll
    posts is looked at for a memoir alone, which costs less than remembering.
    """
    content.memoir = None
    sizes = Sizes.around(content.settings, content.source_path, build.pictures)
    key = key_of(content, build) if hasattr(content, "front_matter") else None
    if key is None:
        make(content, sizes)
        return
    made = build.recall(key, is_valid=lambda made: sizes.agree(made["sizes"]))
    if made is None:
        build.make(key, lambda: remembered(make(content, sizes), content, build), again=True)
    else:
        put(content, made)


def make(content: Content, sizes: Sizes) -> dict[str, Any]:
    """Finish a piece of content, and return what `put` needs to do it again."""
    is_jekyll = hasattr(content, "front_matter")
    if not is_jekyll:
        content.front_matter = {}
    text = functools.cache(lambda: text_of(content))
    try:
        read_memoir(content, text)
    except Exception as error:  # one post must not take the site down with it
        warn(content, PROCESSOR, f"no memoir was read: {error!r}")
        logger.debug("the place of it", exc_info=True)
    if is_jekyll:
        try_to("repaired", lambda piece: repair_content(piece, sizes.of, text), content)
        try_to("typeset", lambda piece: typeset_content(piece, text), content)
    return {
        "html": content._content,
        "memoir": content.memoir and content.memoir.to_dict(),
        "summary": content.metadata.get("summary"),
        "sizes": [[address, size] for address, size in sizes.asked.items()],
    }


def remembered(made: dict[str, Any], content: Content, build: Build) -> dict[str, Any]:
    """Return what is remembered of a piece of content that was finished: on a large blog with its text packed."""
    return {**made, "html": packed_of(content, build.texts)} if build.packs_texts and made["html"] else made


def put(content: Content, made: dict[str, Any]) -> None:
    """Give a piece of content what was made of it before."""
    if isinstance(made["html"], PackedText):
        hold(content, made["html"])
    else:
        content._content = made["html"]
    content.memoir = made["memoir"] and Memoir.from_dict(made["memoir"])
    content.get_content.cache.pop((content, content.get_siteurl()), None)
    if made["summary"] is not None:
        content.metadata["summary"] = made["summary"]
        if hasattr(content, "_summary"):  # what Pelican writes back when all generators are done
            content._summary = made["summary"]
        content.get_summary.cache.pop((content, content.get_siteurl()), None)


def key_of(content: Content, build: Build) -> bytes | None:
    """Return the key of all that finishing looks at, None where that cannot be told."""
    if not build.remembers:
        return None
    try:
        known = to_plain(
            [content.front_matter, content.metadata.get("lang"), content.metadata.get("summary")]
        )
    except NotPlainError:
        return None
    path = content.source_path
    found = digest_of(content, build.texts)
    if not build.packs_texts:
        build.texts.forget(content._content or "")  # the finished one takes its place
    return build.key(
        "finished",
        found,
        str(getattr(content, "title", "")),
        str(content.date.date()) if hasattr(content, "date") else "",
        json.dumps(known, ensure_ascii=False),
        shown(path) if path else "",
        build.file_digest(path) if path else b"",
    )


def try_to(done: str, finishing: Callable[[Content], None], content: Content) -> None:
    """Finish a Jekyll post's HTML by a stage; the memoir has been read from what its author wrote."""
    try:
        finishing(content)
    except Exception as error:  # as above: the text stays as it is
        warn(content, PROCESSOR, f"the text was not {done}: {error!r}")
        logger.debug("the place of it", exc_info=True)


def warn(content: Content, code: str, message: str) -> None:
    """Log what is wrong with a piece of content."""
    tell([Problem(Location(shown(content.source_path)), code, message)])


def read_memoir(content: Content, text: Callable[[], str]) -> None:
    """Read the memoir from a piece of content, whose file has a `text`, and write what the page needs into its HTML."""
    # `.content` would resolve and freeze links that Pelican does not know yet.
    html = content._content
    date = getattr(content, "date", None)
    if not html:
        return
    placed = builder.build(
        html,
        title=getattr(content, "title", ""),
        date=date.date() if date else None,
        # The site's default language says nothing of a post that does not name its own.
        language=content.metadata.get("lang"),
        front_matter=content.front_matter,
        source=lambda: front_matter.body_of(text()) if content.front_matter and text() else None,
    )
    if placed is not None:
        content._content, content.memoir = splice(placed)
        # Pelican keeps a text that another plugin has looked at already.
        content.get_content.cache.pop((content, content.get_siteurl()), None)


def text_of(content: Content) -> str:
    """Return what is in the file of a post, which the cache does not keep; most posts have no need of it."""
    path = content.source_path
    held = Build.of(content.settings).data_of(path) if path else None
    return (source_file.load(path, "", held)[0] or "") if path else ""
