"""The settings that say which files are posts, pages and static files, and where those of collections are shown."""

from __future__ import annotations

from collections.abc import Iterable
from os.path import splitext

from pelican_memoir.jekyll.collections import SPECIAL
from pelican_memoir.jekyll.permalink import tidy
from pelican_memoir.jekyll.source_tree import SourceTree
from pelican_memoir.migrate.conf import Settings
from pelican_memoir.selection import ENDINGS

READ_AS_PAGES = (*ENDINGS, "rst")
"""Endings of files that Pelican takes for pages wherever it looks for them."""


def settle(
    settings: Settings, tree: SourceTree, pages: list[str], templates: list[str], static: list[str]
) -> None:
    """Set the paths of posts, pages, templates and static files, which are given as paths of the blog."""
    posts = {home_of(file.path) for file in tree.of("post", "draft")}
    settings["ARTICLE_PATHS"] = sorted(posts)
    settings["PAGE_PATHS"] = page_paths(
        pages, [*templates, *static, *(file.path for file in tree.of("unwritten"))]
    )
    if settings["PAGE_PATHS"] == [""]:
        tops = {path.split("/", 1)[0] for path in (*static, *templates) if "/" in path}
        pages_in = {path.split("/", 1)[0] for path in pages}
        unwritten = {file.path.split("/", 1)[0] for file in tree.of("unwritten")}
        settings["PAGE_EXCLUDES"] = sorted((tops - pages_in) | unwritten | posts)
    settings["STATIC_PATHS"] = sorted({path.split("/", 1)[0] for path in static})
    if templates:
        settings["MEMOIR_TEMPLATES"] = sorted(templates)
    moved = {
        path: static_address(settings, tree, path) for path in static if tree.collections.home(path).label
    }
    extra = {path: {"path": address} for path, address in moved.items()}
    if extra:
        settings["EXTRA_PATH_METADATA"] = extra


def page_paths(pages: list[str], others: list[str]) -> list[str]:
    """Return where Pelican finds the pages: everywhere, or, where it would take other files for pages, one by one."""
    mistaken = {path.split("/", 1)[0] for path in others if path.rpartition(".")[2] in READ_AS_PAGES}
    folders = {path.split("/", 1)[0] for path in pages if "/" in path}
    at_root = any("/" not in path for path in others if path.rpartition(".")[2] in READ_AS_PAGES)
    if not at_root and not mistaken & folders:
        return [""]
    whole = folders - mistaken
    return sorted({*whole, *(path for path in pages if path.split("/", 1)[0] not in whole)})


def home_of(path: str) -> str:
    """Return the path of the folder `_posts` or `_drafts` that a post lies in."""
    parts = path.split("/")
    return "/".join(parts[: next(i for i, part in enumerate(parts) if part in SPECIAL) + 1])


def static_address(settings: Settings, tree: SourceTree, path: str) -> str:
    """Return the file that Jekyll writes a collection's file without front matter to (its `StaticFile#url`)."""
    home = tree.collections.home(path)
    name, ending = splitext(home.path.rpartition("/")[2])
    template = tree.collections.permalink(home.label or "") or "/:collection/:path"
    values: Iterable[tuple[str, str]] = (
        (":collection", home.label or ""),
        (":path", home.inside),
        (":output_ext", ""),
        (":name", name),
        (":title", ""),
    )
    for placeholder, text in values:
        template = template.replace(placeholder, text)
    return tidy(template).rstrip("/").lstrip("/") + ending
