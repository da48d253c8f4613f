"""What ends a build before its time names the file and the post that it was about, and gives the process its status."""

from __future__ import annotations

import logging
import re
import signal
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from string import Formatter
from types import FrameType
from typing import Any

import pelican as host
from pelican.utils import sanitised_join

from pelican_memoir.collecting import seldom
from pelican_memoir.content import contents_of
from pelican_memoir.errors import Location, Problem
from pelican_memoir.faults import frames_of
from pelican_memoir.memory.build import Build
from pelican_memoir.output_files import CLOSED, CODE, FULL, OutputError, problem, reason
from pelican_memoir.telling import shown, tell

_KINDS = [
    f"{draft}{kind}{language}"
    for draft in ("", "DRAFT_")
    for kind in ("ARTICLE", "PAGE")
    for language in ("", "_LANG")
] + ["DRAFT", "DRAFT_LANG"]
"""How Pelican's settings call what there may be in the output."""
logger = logging.getLogger(__name__)

INTERRUPTED = 128 + signal.SIGINT
"""The status of a process that Ctrl-C ended, as shells have it."""
_NAMES = ("complete_path", "path")
"""How Pelican's writer calls the file that it writes."""


def watched(pelican: Any) -> Callable[[], None]:
    """Return Pelican's `run`, which tells more of what ends it, and raises where it lost a file.

    Pelican ends an interrupted build with status 0, and says of a full disk not which file it was writing.
    """
    run = pelican.run

    def whole() -> None:
        with seldom(stays=is_one_build()), lost_copies() as lost, Build.of(pelican.settings).others:
            try:
                run()
            except KeyboardInterrupt:
                if not is_one_build():
                    raise
                logger.warning(
                    "Interrupted: the output is not complete, the next build makes what is missing."
                )
                raise SystemExit(INTERRUPTED) from None
            except OSError as error:
                file = error.filename or file_of(error)
                if error.filename is not None or file is None:
                    raise
                raise OutputError(problem(file, reason(error))) from error
            except Exception as error:
                tell(shared_places(str(error), pelican.settings))
                raise
        if lost:
            raise OutputError(*lost)

    return whole


def is_one_build() -> bool:
    """Tell whether the command `pelican` is making one build: Ctrl-C is how `--autoreload` ends well."""
    running = set()
    frame: FrameType | None = sys._getframe()
    while frame is not None:
        running.add(frame.f_code)
        frame = frame.f_back
    return host.main.__code__ in running and host.autoreload.__code__ not in running


def file_of(error: OSError) -> str | None:
    """Return the file that Pelican's writer was at; what a full disk raises has no name in it."""
    for frame, _ in frames_of(error):
        if frame.f_globals.get("__name__") == "pelican.writers":
            for name in _NAMES:
                if isinstance(frame.f_locals.get(name), str):
                    return str(frame.f_locals[name])
    return None


def shared_places(said: str, settings: Mapping[str, Any]) -> list[Problem]:
    """Return a problem for each post whose page has the place that Pelican says to be taken."""
    if "overwrit" not in said:
        return []
    found = []
    for generator in Build.of(settings).generators:
        for content in contents_of(generator):
            file = sanitised_join(generator.output_path, content.save_as) if content.save_as else ""
            if file and file in said:
                found.append(
                    Problem(Location(shown(content.source_path)), CODE, shared(file, content, settings))
                )
    return found


def shared(file: str, content: Any, settings: Mapping[str, Any]) -> str:
    """Return what is said of a post whose page has the place of another one, and what to do."""
    way_out = "give it another slug or permalink"
    for name in settings["DIRECT_TEMPLATES"]:
        setting = f"{name.upper()}_SAVE_AS"
        if settings.get(setting, f"{name}.html") == content.save_as:
            return f"its page would be {shown(file)}, where Pelican lists {name}: {way_out}, or set {setting}"
    return f"its page would be {shown(file)}, where another page of the site lies: {way_out}"


def places_of(
    generators: Iterable[Any], settings: Mapping[str, Any], files: Collection[str]
) -> dict[str, Any]:
    """Return, of the posts and pages that may lie where one of these files does, place -> post or page."""
    return {content.save_as: content for content in possibly_at(generators, settings, files)}


def possibly_at(
    generators: Iterable[Any], settings: Mapping[str, Any], files: Collection[str]
) -> Iterator[Any]:
    """Yield the posts and pages that may lie where one of these files does.

    Most posts lie where a pattern of the settings puts them; what it cannot make of any post is not asked of each.
    """
    patterns = filter(None, (settings.get(f"{kind}_SAVE_AS") for kind in _KINDS))
    may = bool(files) and any(any(map(_made_by(str(pattern)).fullmatch, files)) for pattern in patterns)
    for generator in generators:
        for content in contents_of(generator):
            if may or hasattr(content, "override_save_as"):
                yield content


def _made_by(pattern: str) -> re.Pattern[str]:
    """Return what the names of files match that a pattern of Pelican's settings makes of any post's fields."""
    parts = Formatter().parse(pattern)
    made = [re.escape(text) + (".*" if name is not None else "") for text, name, *_ in parts]
    return re.compile("".join(made), re.DOTALL)


def giving_way(
    pages: Mapping[str, str], files: Mapping[str, str], places: Mapping[str, Any], setting: str
) -> dict[str, str]:
    """Return those of our own pages, by language, whose files are not the places of posts; tell the others.

    They would be written over the posts. `setting` says where the page of the first language lies.
    """
    taken = {language: places[file] for language, file in files.items() if file in places}
    for language, content in taken.items():
        message = (
            f"its page is {files[language]}, the place of {setting}, so the site does without what would be there;"
            f" give it another slug or permalink, or set {setting}"
        )
        tell([Problem(Location(shown(content.source_path)), CODE, message)])
    return {language: page for language, page in pages.items() if language not in taken}


@contextmanager
def lost_copies() -> Iterator[list[Problem]]:
    """Collect the pictures and other files that Pelican could not copy, for which it only warns."""
    lost: list[Problem] = []

    class Listening(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            arguments = record.args if isinstance(record.args, tuple) else ()
            error = arguments[-1] if arguments else None
            if isinstance(error, OSError) and error.errno in FULL | CLOSED and len(arguments) == 3:
                lost.append(problem(str(arguments[1]), reason(error)))

    handler = Listening(logging.WARNING)
    copying = logging.getLogger("pelican.utils")
    copying.addHandler(handler)
    try:
        yield lost
    finally:
        copying.removeHandler(handler)
