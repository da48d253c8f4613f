"""The texts of the interface in the language of the page."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from pelican_memoir.theming.catalogue import Catalogue, read
from pelican_memoir.theming.location import theme_path


def label(text: str, lang: str, *, context: str = "", **values: object) -> str:
    """`text` in `lang`, with `{name}` filled from `values`: `"Posts tagged {tag}"|label(lang, tag=tag)`.

    A language without a catalogue reads the English text. The result is plain text, to be escaped.
    """
    found = catalogue_of(lang).text(text, context)
    return found.format(**values) if values or "{" in found else found


def counted(count: int, lang: str, singular: str, plural: str) -> str:
    """`{count}` of something in `lang`: `posts|length|counted(lang, "{count} post", "{count} posts")`."""
    return catalogue_of(lang).counted(singular, plural, count).format(count=count)


def language_name(lang: str) -> str:
    """A language's name in that language: `한국어`; the tag itself where there is no catalogue."""
    return label("English", lang) if _path_of(lang) else lang


@lru_cache(maxsize=64)
def catalogue_of(lang: str) -> Catalogue:
    """The catalogue for a language tag, an empty one where the theme has none."""
    path = _path_of(lang)
    return Catalogue() if path is None else _read(path)


def _path_of(lang: str) -> Path | None:
    """The file for a language tag: `zh-Hant-TW`, `zh-hant`, `zh` are tried in this order."""
    parts = lang.replace("_", "-").lower().split("-")
    tags = ("-".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((_catalogues()[tag] for tag in tags if tag in _catalogues()), None)


@cache
def _catalogues() -> dict[str, Path]:
    """Language -> its catalogue file, of all that the theme ships."""
    found = Path(theme_path(), "translations").glob("*/LC_MESSAGES/messages.po")
    return {path.parent.parent.name.replace("_", "-").lower(): path for path in found}


@cache
def _read(path: Path) -> Catalogue:
    return read(path)
