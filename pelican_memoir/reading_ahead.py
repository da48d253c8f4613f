"""Many posts are read ahead by processes of their own, before Pelican asks for them.

What they make goes where what was read in earlier builds lies, so Pelican's own pass finds it there, tells its problems
in its own order, and reads for itself what is missing: a worker that dies costs time and nothing else.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Sequence
from functools import partial
from types import SimpleNamespace
from typing import Any

from pelican_memoir.finishing import finish
from pelican_memoir.memory.build import Build
from pelican_memoir.memory.texts import TextDigests
from pelican_memoir.processes import beside, count_of_processes
from pelican_memoir.reader import JekyllReader

logger = logging.getLogger(__name__)

ENOUGH = 60
"""Posts to read for which processes of their own pay."""
_SAMPLE = 40
_PATIENCE = 60.0
"""Seconds to wait for the other workers: they need the file for moments, but on a busy machine those may be long."""


def read_ahead(reader: JekyllReader, build: Build, files: Iterable[str]) -> None:
    """Let workers read a site's posts where there are many that are not known from earlier builds.

    `files` are their paths relative to the content.
    """
    workers = count_of_processes(reader.settings["MEMOIR_WORKERS"])
    if workers < 2 or build.store.file is None or not build.remembers:
        return
    paths = sorted(os.path.join(reader.settings["PATH"], path) for path in files)
    # The site's slugs are known once, and not by each worker.
    if len(paths) < ENOUGH or share_of_unknown(paths, reader) * len(paths) < ENOUGH:
        return
    build.store.save()
    build.store.close()  # a connection must not be used on both sides
    with beside(partial(read_all, paths[number::workers], reader, build) for number in range(workers)):
        pass  # all processors are busy


def share_of_unknown(paths: Sequence[str], reader: JekyllReader) -> float:
    """Return the share of posts that are not known, by a sample of them spread over the site.

    A single one in it says nothing: after an edit it may be the only one of the site.
    """
    sample = paths[:: max(1, len(paths) // _SAMPLE)]
    unknown = sum(not reader.knows(path) for path in sample)
    return unknown / len(sample) if unknown > 1 or len(sample) == len(paths) else 0.0


def read_all(paths: Sequence[str], reader: JekyllReader, build: Build) -> None:
    """Read some posts in a process of its own. What is wrong is told by Pelican's own pass, in its order."""
    build.store.patience = _PATIENCE
    build.texts = TextDigests()  # a digest is held from when its post is read to when it is finished
    for path in paths:
        read_one(path, reader, build)
        build.texts.clear()
    build.store.save()


def read_one(path: str, reader: JekyllReader, build: Build) -> None:
    """Read and finish a post as Pelican will, so that it finds both remembered."""
    try:
        html, metadata = reader.read(path)
        if html and "front_matter" in metadata:
            finish(stand_in(path, html, metadata, reader.settings), build)
    except Exception:  # it is read again, and told, where a user can see it
        logger.debug("%s was not read ahead", path, exc_info=True)


def stand_in(path: str, html: str, metadata: dict[str, Any], settings: dict[str, Any]) -> Any:
    """Return what finishing looks at of a piece of content, without the signals that Pelican's own sends to plugins."""
    known = {name: metadata[name] for name in ("title", "date") if name in metadata}
    return SimpleNamespace(
        **known,
        settings=settings,
        source_path=path,
        metadata=dict(metadata),
        front_matter=metadata["front_matter"],
        _content=html,
        get_content=SimpleNamespace(cache={}),
        get_summary=SimpleNamespace(cache={}),
        get_siteurl=lambda: "",
    )
