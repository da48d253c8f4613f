"""What a draft says in each language: its headings, its notes, and the names of the year's parts."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass
from importlib import resources


class UnknownLanguageError(ValueError):
    """A language that drafts cannot be written in; the message names those that they can."""

    def __init__(self, language: str) -> None:
        super().__init__(f"no drafts in {language!r}; there are {', '.join(languages())}")


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one language; in some of them `{year}`, `{before}` and `{next}` are to be filled in."""

    title: str
    tag: str
    goals_before: str
    goals_next: str
    quarters: list[str]
    months: list[str]
    note: str
    posts: str


def texts(language: str) -> Texts:
    """Return the texts for a language tag: `zh-Hant` reads `zh`. Raises `UnknownLanguageError`."""
    base = language.replace("_", "-").split("-")[0].lower()
    if base not in _all():
        raise UnknownLanguageError(language)
    return _all()[base]


def languages() -> list[str]:
    """Return the codes of all languages that drafts can be written in."""
    return sorted(_all())


@functools.cache
def _all() -> dict[str, Texts]:
    text = (resources.files(__package__) / "texts.toml").read_text(encoding="utf-8")
    return {code: Texts(**table) for code, table in tomllib.loads(text).items()}
