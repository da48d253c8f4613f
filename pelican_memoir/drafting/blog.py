"""Reads the blog that a draft is for, as its own site reads it: by Pelican, with its settings, and writing nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.generators import ArticlesGenerator
from pelican.settings import get_settings_from_file, read_settings

from pelican_memoir.content import attach, published_articles
from pelican_memoir.errors import MemoirError
from pelican_memoir.jekyll.front_matter import split
from pelican_memoir.memoir.builder import language_of
from pelican_memoir.memory.build import Build
from pelican_memoir.unbuilt_site import READING, in_silence
from pelican_memoir.unbuilt_site import read as read_unbuilt

DEFAULT = "DEFAULT_LANG"
PLUGIN = "pelican_memoir"
PLUGIN_NAMES = (PLUGIN, "memoir", "pelican.plugins.memoir")


class UnreadableBlogError(Exception):
    """A blog that Pelican cannot read, and why."""


@dataclass(frozen=True, slots=True)
class Blog:
    """`posts` are the published articles, `folder` that of the content, `lang` the tag that posts without one have.

    `language` is the one they are written in, which a site may have left unsaid. `author` is the site's, or ''.
    """

    posts: tuple[Any, ...]
    folder: Path
    lang: str
    language: str
    author: str


def read(settings_file: Path | None, content: Path | None) -> Blog:
    """Read the blog of a `pelicanconf.py`, of a folder of posts, or of both.

    Raises `SettingsError` for wrong settings of ours, and `UnreadableBlogError` for whatever else Pelican stops at.
    """
    file = str(settings_file) if settings_file else None
    try:
        said = dict(get_settings_from_file(file)) if file else {}
        with in_silence():
            pelican = Pelican(read_settings(path=file, override=override(said, content)))
            posts = tuple(articles(pelican))
    except MemoirError:
        raise
    except Exception as error:  # the settings are a program of the owner's, and so are the plugins
        raise UnreadableBlogError(
            f"{settings_file or content}: the blog cannot be read: {error!r}"
        ) from error
    folder = Path(pelican.path)
    lang = str(pelican.settings[DEFAULT]).lower()
    own = str(said.get(DEFAULT) or "") or jekyll_language(folder)
    return Blog(posts, folder, lang, own or spoken(posts, lang), str(said.get("AUTHOR") or ""))


def override(said: dict[str, Any], content: Path | None) -> dict[str, Any]:
    """Return the settings that reading needs beside those that the site has said."""
    own: dict[str, Any] = dict(READING)
    if content is not None:
        own["PATH"] = str(content.resolve())
        if (content / "_posts").is_dir() and "ARTICLE_PATHS" not in said:
            own["ARTICLE_PATHS"] = ["_posts"]
    plugins = said.get("PLUGINS", [] if not said else None)
    if plugins is not None and not any(name in plugins for name in PLUGIN_NAMES):
        own["PLUGINS"] = [*plugins, PLUGIN]
    return own


def articles(pelican: Pelican) -> list[Any]:
    """Return the published articles with their memoirs."""
    generator = read_unbuilt(pelican, ArticlesGenerator)
    attach(generator, Build())
    return published_articles([generator])


def jekyll_language(folder: Path) -> str:
    """Return the language that the `_config.yml` in a folder or above it names, else ''."""
    for place in (folder, *folder.parents[:2]):
        file = place / "_config.yml"
        if file.is_file():
            mapping = split(
                f"---\n{file.read_text(encoding='utf-8', errors='replace')}\n---\n", str(file)
            ).mapping
            found = mapping.get("lang") or mapping.get("language") or mapping.get("locale")
            return found if isinstance(found, str) and re.match(r"[a-zA-Z]{2}", found) else ""
    return ""


def spoken(posts: tuple[Any, ...], lang: str) -> str:
    """Return the language of the newest memoir among the posts of the site's tag, else of their titles."""
    own = [post for post in posts if post.lang == lang]
    memoirs = [post for post in own if post.memoir is not None and post.memoir.language]
    if memoirs:
        return str(max(memoirs, key=lambda post: post.date).memoir.language)
    return language_of(None, " ".join(post.title for post in own), "") or lang
