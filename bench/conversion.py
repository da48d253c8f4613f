"""Full conversion of a post, file to HTML and metadata: this package's reader and Pelican's with `smarty`."""

from __future__ import annotations

import copy
from pathlib import Path
from typing import Any

from pelican.readers import MarkdownReader
from pelican.settings import DEFAULT_CONFIG

from bench.stopwatch import Contender, medians
from pelican_memoir.memoir import builder
from pelican_memoir.memoir.outline import read_outline
from pelican_memoir.memoir.placed import Placed
from pelican_memoir.memoir.splice import splice
from pelican_memoir.reader import JekyllReader

OURS, PELICAN, MEMOIR, SPLICED = "pelican_memoir", "pelican_smarty", "memoir", "memoir_spliced"
RUNS = 5
"""In a row, as a build reads post after post."""


def settings(folder: Path) -> dict[str, Any]:
    """Return Pelican's default settings for a folder of content, with smart quotes for its own Markdown."""
    found: dict[str, Any] = copy.deepcopy(DEFAULT_CONFIG)
    found["PATH"] = str(folder)
    found["MARKDOWN"]["extensions"] = ["markdown.extensions.smarty"]
    return found


def contenders(post: Path) -> dict[str, Contender]:
    """Return what is measured on one post: conversion by both, reading the memoir, and that with its splice."""
    ours, stock = JekyllReader(settings(post.parent)), MarkdownReader(settings(post.parent))
    html, metadata = ours.read(str(post))
    assert html

    def read_memoir() -> Placed | None:
        read_outline.cache_clear()  # in a build, too, each post is taken apart once and then spliced
        return builder.build(
            html,
            title=metadata["title"],
            date=metadata["date"].date() if "date" in metadata else None,
            language=metadata.get("lang"),
            front_matter=metadata["front_matter"],
        )

    def read_and_splice() -> object:
        placed = read_memoir()
        return splice(placed) if placed else None

    return {
        OURS: lambda: ours.read(str(post)),
        PELICAN: lambda: stock.read(str(post)),
        MEMOIR: read_memoir,
        SPLICED: read_and_splice,
    }


def measure(post: Path, rounds: int) -> dict[str, Any]:
    """Return the figures of one post: size in bytes, medians in milliseconds, and ratios."""
    found = medians(contenders(post), rounds, RUNS)
    return {
        "post": post.name,
        "bytes": post.stat().st_size,
        "milliseconds": {name: round(value, 3) for name, value in found.items()},
        "conversion_to_pelican": round(found[OURS] / found[PELICAN], 3),
        "memoir_to_conversion": round(found[MEMOIR] / found[OURS], 3),
        "memoir_spliced_to_conversion": round(found[SPLICED] / found[OURS], 3),
    }
