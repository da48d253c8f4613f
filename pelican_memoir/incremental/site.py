"""What all pages of a site have in common, as a digest: settings, code, templates, texts of the interface."""

from __future__ import annotations

import locale
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Any

from jinja2 import Environment, TemplateNotFound

from pelican_memoir.incremental.fingerprints import Fingerprints, UnknowableError, digest
from pelican_memoir.memory.inputs import code
from pelican_memoir.theming import theme_path

FORM = "2"
"""Of what is remembered of a page."""
_NO_PART = frozenset(
    [
        "MEMOIR",
        "MEMOIR_CACHE",
        "MEMOIR_WORKERS",
        "MEMOIR_PROFILE",
        "CACHE_PATH",
        "CACHE_CONTENT",
        "LOAD_CONTENT_CACHE",
        "DELETE_OUTPUT_DIRECTORY",
        "OUTPUT_RETENTION",
        "DEBUG",
        "LOG_FILTER",
        "BIND",
        "PORT",
    ]
)
"""Settings that no page shows unless a template looks at them itself; some differ from run to run."""


class SiteDigests:
    """The digests of the environments of one build, each with all templates that it could load."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        """Take Pelican's settings."""
        self._settings = settings
        self._known: dict[int, tuple[Environment, frozenset[str], str]] = {}

    def of(self, environment: Environment) -> str:
        """Return the digest of all that the pages of an environment have in common."""
        return self._read(environment)[2]

    def has_template(self, environment: Environment, name: str | None) -> bool:
        """Tell whether a template is one of those that take part in the digest."""
        return name in self._read(environment)[1]

    def _read(self, environment: Environment) -> tuple[Environment, frozenset[str], str]:
        found = self._known.get(id(environment))
        if found is None:
            sources = _sources(environment)
            told = (text for name, source in sources.items() for text in (name, source))
            found = (environment, frozenset(sources), digest((self.common, *told)))
            self._known[id(environment)] = found
        return found

    @cached_property
    def common(self) -> str:
        """The digest of what all environments share: settings, code, texts of the interface, locale."""
        settings = (
            f"{name}={_told(value)}" for name, value in sorted(self._settings.items()) if name not in _NO_PART
        )
        folders = (str(Path(theme_path(), "translations")), self._settings["MEMOIR_TRANSLATIONS"])
        files = (file for folder in folders if folder for file in sorted(Path(folder).rglob("*.po")))
        texts = (file.read_text("utf-8") for file in files)
        return digest((FORM, code().hex(), str(locale.setlocale(locale.LC_ALL)), *settings, "", *texts))


def _told(value: Any) -> str:
    """Return a setting's fingerprint; of an object its class, as a page that looks at it itself is never known."""
    try:
        return Fingerprints({}).of_value(value)
    except UnknowableError:
        return type(value).__qualname__


def _sources(environment: Environment) -> dict[str, str]:
    """Return name -> source of all templates; none where a loader cannot tell which it has."""
    found: dict[str, str] = {}
    try:
        names = environment.list_templates()
    except TypeError:
        return found
    for name in names:
        with suppress(TemplateNotFound, UnicodeDecodeError):
            found[name] = environment.loader.get_source(environment, name)[0]  # type: ignore[union-attr]
    return found
