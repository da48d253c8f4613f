"""Which files of a site are Jekyll posts."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from pelican_memoir.jekyll import post_path

ENDINGS = ("md", "markdown", "mkd", "mkdn", "mkdown", "mdown")
PELICAN_METADATA = re.compile(
    r"(title|date|modified|tags|keywords|category|slug|authors?|summary|lang|status|template|save_as|url):[ \t]",
    re.IGNORECASE,
)


def selected(path: str, patterns: Iterable[str]) -> bool:
    """Tell whether a path is, lies below, or matches one of the patterns; without patterns every path does."""
    patterns = tuple(patterns)
    return not patterns or any(
        path == pattern or path.startswith(pattern + "/") or fnmatchcase(path, pattern)
        for pattern in patterns
    )


def needs_no_front_matter(path: str, text: str) -> bool:
    """Tell whether a file without front matter is a post all the same: dated, below `_posts`, and not Pelican's own."""
    facts = post_path.read(path)
    dated = facts.date is not None or facts.wrong_date or facts.draft
    return bool(facts.in_posts and dated) and not PELICAN_METADATA.match(text)


def article_files(settings: Mapping[str, Any]) -> Iterator[str]:
    """Yield the paths, relative to the content, of all files that Pelican may read as articles in Markdown."""
    root = Path(settings["PATH"])
    excluded = {str(root / folder) for folder in settings["ARTICLE_EXCLUDES"]}
    for start in settings["ARTICLE_PATHS"]:
        for folder, folders, names in os.walk(root / start, followlinks=True):
            folders[:] = [
                name
                for name in folders
                if not name.startswith(".") and os.path.join(folder, name) not in excluded
            ]
            for name in names:
                if name.rpartition(".")[2] in ENDINGS:
                    yield Path(folder, name).relative_to(root).as_posix()
