"""Writes a planned site: beside its place first, then there at once; a stopped run leaves nothing half-written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path


class TargetError(Exception):
    """The place of the new site cannot be used; the message says why and what to do."""


def check_target(blog: Path, target: Path, force: bool) -> None:
    """Raise `TargetError` where the new site must not be written to `target`."""
    blog, target = blog.resolve(), target.resolve()
    if target == blog or blog in target.parents or target in blog.parents:
        raise TargetError(f"{target}: the new site must stand beside the blog, not in or around it")
    if target.exists() and not target.is_dir():
        raise TargetError(f"{target} is a file; name a folder")
    if target.is_dir() and any(target.iterdir()) and not force:
        raise TargetError(f"{target} is not empty; name another folder, or use --force to write into it")


def write(
    blog: Path,
    target: Path,
    copies: Mapping[str, str],
    texts: Mapping[str, str],
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> None:
    """Write the new site: `copies` byte for byte from the blog, `texts` as UTF-8, both by their path below `target`.

    An existing `target` keeps what is not written anew. Raises `OSError`; then `target` is as it was before, unless it
    existed and the last step, moving each file into it, was stopped: the next run ends that.
    """
    target = target.resolve()
    made = unfinished(target)
    shutil.rmtree(made, ignore_errors=True)  # a run that was killed may have left it
    made.mkdir(parents=True)
    try:
        total = len(copies) + len(texts)
        for number, (place, source) in enumerate(copies.items(), 1):
            (made / place).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(blog / source, made / place)
            progress(number, total)
        for place, text in texts.items():
            (made / place).parent.mkdir(parents=True, exist_ok=True)
            (made / place).write_text(text, encoding="utf-8", newline="\n")
        progress(total, total)
        move(made, target)
    finally:
        shutil.rmtree(made, ignore_errors=True)


def unfinished(target: Path) -> Path:
    """Return the folder that a site is written to before it stands at `target`."""
    return target.parent / f".{target.name[:100]}.unfinished"


def move(made: Path, target: Path) -> None:
    """Give a finished site its place: at once where there is none yet, else file by file."""
    if not target.exists():
        made.rename(target)
        return
    for place, _folders, names in os.walk(made):
        below = target / Path(place).relative_to(made)
        below.mkdir(parents=True, exist_ok=True)
        for name in names:
            os.replace(Path(place) / name, below / name)
