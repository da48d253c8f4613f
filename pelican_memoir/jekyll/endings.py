"""Endings of file names: what Jekyll takes for Markdown, and what a file with front matter becomes."""

from __future__ import annotations

import os

MARKDOWN = ("markdown", "mkdown", "mkdn", "mkd", "md", "mdown")
"""Jekyll's `markdown_ext`, and one that Pelican knows beside them; in upper case they mean the same."""
HTML = ("html", "htm", "xhtml")
SASS = ("scss", "sass")


def ending(path: str) -> str:
    """Return a file's ending in lower case, without the dot; '' where it has none."""
    return os.path.splitext(path)[1].lower().removeprefix(".")


def is_markdown(path: str) -> bool:
    """Tell whether a file is written in Markdown."""
    return ending(path) in MARKDOWN


def is_html(path: str) -> bool:
    """Tell whether a file is HTML as it stands."""
    return ending(path) in HTML


def output_ext(path: str) -> str:
    """Return the ending, with its dot, of what a file with front matter becomes: its own, unless it is converted."""
    if is_markdown(path):
        return ".html"
    return ".css" if ending(path) in SASS else os.path.splitext(path)[1]
