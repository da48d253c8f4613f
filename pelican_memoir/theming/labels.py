"""The texts of the interface in the language of the page: the owner's own, else those that the theme ships."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType

from pelican_memoir.theming.catalogue import Catalogue, read
from pelican_memoir.theming.location import theme_path

Catalogues = Mapping[str, Catalogue]
"""Language tag in lower case -> its catalogue."""

_OWN: ContextVar[Catalogues] = ContextVar("own catalogues", default=MappingProxyType({}))


@contextmanager
def speaking(own: Catalogues) -> Iterator[None]:
    """Let what is called inside find an owner's texts before those of the theme; nothing of it stays behind."""
    before = _OWN.set(own)
    try:
        yield
    finally:
        _OWN.reset(before)


def catalogues(folder: Path) -> dict[str, Catalogue]:
    """Read the catalogues of a folder, `LANGUAGE/LC_MESSAGES/messages.po` in it.

    Raises ValueError, naming file and line, for one that is none, and OSError where a file cannot be read.
    """
    return {tag: read(path) for tag, path in _files(folder).items()}


def label(text: str, lang: str, *, context: str = "", **values: object) -> str:
    """`text` in `lang`, with `{name}` filled from `values`: `"Posts tagged {tag}"|label(lang, tag=tag)`.

    A language without a catalogue reads the English text. The result is plain text, to be escaped.
    """
    found = (
        _spoken(lang, text, context).text(text, context) if _OWN.get() else _shipped_text(text, lang, context)
    )
    return found.format(**values) if values or "{" in found else found


@lru_cache(maxsize=2048)
def _shipped_text(text: str, lang: str, context: str) -> str:
    return catalogue_of(lang).text(text, context)


def counted(count: int, lang: str, singular: str, plural: str) -> str:
    """`{count}` of something in `lang`: `posts|length|counted(lang, "{count} post", "{count} posts")`."""
    return _spoken(lang, singular, "").counted(singular, plural, count).format(count=count)


def language_name(lang: str) -> str:
    """A language's name in that language: `한국어`; the tag itself where there is no catalogue."""
    name = label("English", lang)
    return name if name != "English" or _tag(lang, _OWN.get()) or _tag(lang, _shipped()) else lang


def _spoken(lang: str, text: str, context: str) -> Catalogue:
    """The owner's catalogue for a language where it has the text, else the theme's."""
    own = _OWN.get()
    tag = _tag(lang, own) if own else ""
    return own[tag] if tag and (context, text) in own[tag].forms else catalogue_of(lang)


@lru_cache(maxsize=64)
def catalogue_of(lang: str) -> Catalogue:
    """The theme's catalogue for a language tag, an empty one where it has none."""
    tag = _tag(lang, _shipped())
    return _read(_shipped()[tag]) if tag else Catalogue()


def _tag(lang: str, known: Mapping[str, object]) -> str:
    """The tag by which a language is known: of `zh-Hant-TW`, `zh-hant`, `zh` the first; '' where there is none."""
    parts = lang.replace("_", "-").lower().split("-")
    tags = ("-".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((tag for tag in tags if tag in known), "")


def _files(folder: Path) -> dict[str, Path]:
    found = sorted(folder.glob("*/LC_MESSAGES/messages.po"))
    return {path.parent.parent.name.replace("_", "-").lower(): path for path in found}


@cache
def _shipped() -> dict[str, Path]:
    """Language tag -> the catalogue file that the theme ships."""
    return _files(Path(theme_path(), "translations"))


@cache
def _read(path: Path) -> Catalogue:
    return read(path)
