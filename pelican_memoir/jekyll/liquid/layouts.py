"""Layouts: a page without text is made by the blog's layout, which the theme puts into its frame."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from pelican_memoir.jekyll import front_matter, liquid, source_file
from pelican_memoir.jekyll.liquid.rendered import Rendered
from pelican_memoir.jekyll.liquid.scope import Scope

NAME = re.compile(r"[\w.\-]+")
FRAME = re.compile(r"<html\b|<!doctype\b|<head\b|<body\b", re.IGNORECASE)
ENDINGS = (".html", ".liquid", "")


def find(folders: tuple[Path, ...], name: object) -> Path | None:
    """Return the file of the layout called `name`, None where the folders hold none."""
    if not isinstance(name, str) or not NAME.fullmatch(name):
        return None
    candidates = (folder / f"{name}{ending}" for folder in folders for ending in ENDINGS)
    return next((path for path in candidates if path.is_file()), None)


def rendered(layout: Path, content: str, scope: Scope) -> Rendered | None:
    """Return what a layout makes of `content`; None for one that holds a whole document: that is the theme's part."""
    text, _ = source_file.load(layout, layout.name)
    source = front_matter.split(text or "", layout.name)
    if FRAME.search(source.body):
        return None
    around = replace(scope, variables={**scope.variables, "content": content, "layout": source.mapping})
    return liquid.render(
        source.body, around, file=f"{layout.parent.name}/{layout.name}", line=source.body_line
    )
