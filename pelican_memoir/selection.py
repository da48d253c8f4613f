"""Which files of a site are Jekyll posts."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from fnmatch import fnmatch, fnmatchcase
from pathlib import Path
from typing import Any

from pelican_memoir.jekyll import post_path
from pelican_memoir.jekyll.endings import HTML, MARKDOWN

ENDINGS = tuple(form for ending in (*MARKDOWN, *HTML) for form in (ending, ending.upper()))
"""What our reader reads; Pelican takes capitals for others."""
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
    """Yield the paths, relative to the content, of all files that Pelican may read as articles through our reader."""
    return (path for path in files_of(settings, "ARTICLE") if path.rpartition(".")[2] in ENDINGS)


def page_files(settings: Mapping[str, Any]) -> Iterator[str]:
    """Yield the paths of all files that Pelican may read as pages through our reader."""
    return (path for path in files_of(settings, "PAGE") if path.rpartition(".")[2] in ENDINGS)


def files_of(settings: Mapping[str, Any], kind: str) -> Iterator[str]:
    """Yield the paths of all files below what `ARTICLE_PATHS`, `PAGE_PATHS` or `STATIC_PATHS` names, by the `kind`.

    Files with names that `IGNORE_FILES` has are none of them.
    """
    root, ignored = Path(settings["PATH"]), settings.get("IGNORE_FILES", ())
    excluded = {str(root / folder) for folder in settings[f"{kind}_EXCLUDES"]}
    for start in settings[f"{kind}_PATHS"]:
        found = [Path(start).as_posix()] if (root / start).is_file() else files_below(root, start, excluded)
        for path in found:
            if not _is_ignored(path.rpartition("/")[2], ignored):
                yield path


def _is_ignored(name: str, ignored: Iterable[str]) -> bool:
    return any(fnmatch(name, each) for each in ignored)


def files_below(root: Path, start: str, excluded: Collection[str] = ()) -> Iterator[str]:
    """Yield the paths, relative to `root`, of all files below a folder of it."""
    for folder, folders, names in os.walk(root / start, followlinks=True):
        folders[:] = [
            name
            for name in folders
            if not name.startswith(".")
            and os.path.join(folder, name) not in excluded
            and not leads_back(os.path.join(folder, name), str(root))
        ]
        below = Path(folder).relative_to(root).as_posix()
        for name in names:
            yield name if below == "." else f"{below}/{name}"


def endless_folders(settings: Mapping[str, Any], kind: str) -> Iterator[str]:
    """Yield the paths of links below `ARTICLE_PATHS` or the like, by the `kind`, that Pelican would follow for ever."""
    root, ignored = settings["PATH"], settings["IGNORE_FILES"]
    for start in settings[f"{kind}_PATHS"]:
        for folder, folders, _ in os.walk(os.path.join(root, start) if start else root, followlinks=True):
            endless = [name for name in folders if leads_back(os.path.join(folder, name), root)]
            # As Pelican puts them together, letter by letter, or it does not know them again.
            yield from (os.path.join(folder, name)[len(os.path.join(root, "")) :] for name in endless)
            folders[:] = [name for name in folders if name not in endless and not _is_ignored(name, ignored)]


def leads_back(folder: str, root: str) -> bool:
    """Tell whether a folder is a link to one that it lies in itself, by the way that leads to it from `root`."""
    if not os.path.islink(folder):
        return False
    to, above = os.path.realpath(folder), os.path.dirname(folder)
    while True:
        if Path(os.path.realpath(above)).is_relative_to(to):
            return True
        if above in (root, os.path.dirname(above)) or len(above) <= len(root):
            return False
        above = os.path.dirname(above)


def template_files(settings: Mapping[str, Any], patterns: Iterable[str]) -> Iterator[str]:
    """Yield the paths of all files that the patterns mean, each once."""
    root, found = Path(settings["PATH"]), set()
    for pattern in patterns:
        if (root / pattern).is_file():
            found.add(pattern)
        elif (root / pattern).is_dir() or "*" in pattern or "?" in pattern:
            found.update(path for path in files_below(root, "") if selected(path, (pattern,)))
    return iter(sorted(found))
