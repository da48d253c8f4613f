"""A Pelican site as the check sees it: its content as a blog's source, by the settings of its `pelicanconf.py`."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from pelican_memoir.jekyll import collections, site_config, source_tree
from pelican_memoir.jekyll.source_tree import SourceTree
from pelican_memoir.migrate.conf import Translation
from pelican_memoir.settings import FIELDS

SETTINGS = "pelicanconf.py"
TAKEN = ("TIMEZONE", "DEFAULT_LANG", "SITEURL", *FIELDS)


class SiteError(Exception):
    """The settings of a site cannot be read; the message says why."""


def is_site(folder: Path) -> bool:
    """Tell whether a folder is that of a Pelican site."""
    return (folder / SETTINGS).is_file()


def read(folder: Path) -> tuple[SourceTree, Translation]:
    """Return the files of the site in `folder`, and what its settings say. Raises `SiteError`, `NotADirectoryError`."""
    said = settings_of(folder)
    content = folder / str(said.get("PATH") or "content")
    config, problems = site_config.read(folder)
    known = collections.read(said.get("MEMOIR_COLLECTIONS"), str(said.get("MEMOIR_COLLECTIONS_DIR") or ""))
    bare = SourceTree(folder, content, config, known, problems=problems)
    tree = source_tree.with_files(bare, folder / "output")
    settings = {name: said[name] for name in TAKEN if name in said}
    return tree, Translation(settings=settings, publish={"SITEURL": str(said.get("SITEURL") or "")})


def settings_of(folder: Path) -> dict[str, Any]:
    """Return what the site's settings set."""
    try:
        return runpy.run_path(str(folder / SETTINGS))
    except Exception as error:
        raise SiteError(f"{folder / SETTINGS} cannot be read: {error!r}") from error
