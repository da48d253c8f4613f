"""Whole builds by Pelican, in this process, of sites that a test writes down as files."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pelican import Pelican, signals
from pelican.settings import read_settings

MINIMAL: dict[str, Any] = {
    "PLUGINS": ["pelican_memoir"],
    "SITENAME": "Tests",
    "TIMEZONE": "Asia/Seoul",
    "DEFAULT_LANG": "ko",
    "CACHE_CONTENT": False,
    "LOAD_CONTENT_CACHE": False,
    "FEED_ALL_ATOM": None,
    "CATEGORY_FEED_ATOM": None,
    "AUTHOR_FEED_ATOM": None,
    "AUTHOR_FEED_RSS": None,
    "TRANSLATION_FEED_ATOM": None,
    "WITH_FUTURE_DATES": True,
}


@dataclass(slots=True)
class Build:
    """A built site: its articles and pages by the name of their file, the context, the output, and what was said."""

    output: Path
    contents: dict[str, Any] = field(default_factory=dict)
    context: dict[str, Any] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)

    def page(self, name: str) -> str:
        """Return the text of an output file."""
        return (self.output / name).read_text(encoding="utf-8")


def write(root: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below `root/content` and return that folder."""
    content = root / "content"
    for name, text in files.items():
        file = content / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode() if isinstance(text, str) else text)
    content.mkdir(exist_ok=True)
    return content


def build(root: Path, files: Mapping[str, str | bytes], **settings: Any) -> Build:
    """Write the files and build them with the plugin and the theme "simple"; `settings` go before the minimal ones."""
    from pelican_memoir.content import contents_of

    content = write(root, files)
    done = Build(root / "output")
    override = {
        **MINIMAL,
        "PATH": str(content),
        "OUTPUT_PATH": str(done.output),
        "THEME": "simple",
        **settings,
    }
    override.setdefault("CACHE_PATH", str(root / "cache"))

    def gather(generators: list[Any]) -> None:
        done.context = generators[0].context
        for generator in generators:
            for piece in contents_of(generator):
                done.contents[Path(piece.source_path).name] = piece

    with listening(done.log), untouched_path():
        pelican = Pelican(read_settings(override=override))
        # Connected last, so that it is called when all plugins are done.
        with signals.all_generators_finalized.connected_to(gather):
            pelican.run()
    return done


@contextmanager
def listening(log: list[str]) -> Iterator[None]:
    """Collect warnings and errors as texts, one for each record."""

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            log.append(record.getMessage())

    handler = Collect(level=logging.WARNING)
    logging.getLogger().addHandler(handler)
    try:
        yield
    finally:
        logging.getLogger().removeHandler(handler)


@contextmanager
def untouched_path() -> Iterator[None]:
    """Undo what Pelican does to `sys.path`."""
    before = list(sys.path)
    try:
        yield
    finally:
        sys.path[:] = before
