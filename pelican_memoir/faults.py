"""What failed in a build, told so that it can be mended: a template with its post, posts that were not built."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from types import FrameType
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from jinja2 import Environment, Template, TemplateSyntaxError
from pelican.generators import Generator

from pelican_memoir.errors import Location, Problem, SettingsError
from pelican_memoir.jekyll import site_config
from pelican_memoir.reader import JekyllReader
from pelican_memoir.selection import endless_folders
from pelican_memoir.settings import problem
from pelican_memoir.telling import shown
from pelican_memoir.template_files import TemplateFilesGenerator

logger = logging.getLogger(__name__)

TEMPLATE = "memoir.template"
NOT_BUILT = "memoir.not-built"
LINK = "memoir.endless"
MOST_TOLD = 50
JEKYLLS = ("_includes", "_layouts", "_sass", "_data", "_plugins", "_site")
WHOLE_BLOG = "the content is a whole Jekyll blog; `pelican-memoir migrate` writes the settings that show its pages, too"


def check_zone(settings: Mapping[str, Any]) -> None:
    """Raise `SettingsError` for a time zone that Python has no data of: every post would be lost by it."""
    name = settings.get("TIMEZONE") or "UTC"
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        way_out = "write one such as Asia/Seoul, or install the package tzdata"
        raise SettingsError(
            problem("TIMEZONE", f"there is no data of the zone {name!r}: {way_out}")
        ) from error


def exclude_endless(settings: dict[str, Any]) -> None:
    """Leave out, and tell, links to a folder that they lie in: Pelican follows links, and these have no end."""
    told = set()
    for kind in ("ARTICLE", "PAGE", "STATIC"):
        settings[f"{kind}_PATHS"] = [path.rstrip("/") for path in settings[f"{kind}_PATHS"]]
        for path in endless_folders(settings, kind):
            settings[f"{kind}_EXCLUDES"] = [*settings[f"{kind}_EXCLUDES"], path]
            told.add(os.path.normpath(path))
    message = "this link leads to a folder that it lies in, so it has no end; it is left out, take it away"
    for path in sorted(told):
        logger.warning("%s", Problem(Location(shown(f"{settings['PATH']}/{path}")), LINK, message))


def exclude_jekylls(settings: dict[str, Any]) -> None:
    """Leave out, where the content is a whole Jekyll blog, the folders whose files are no texts to Jekyll."""
    if not is_blog(settings):
        return
    for kind in ("ARTICLE", "PAGE"):
        settings[f"{kind}_EXCLUDES"] = [*settings[f"{kind}_EXCLUDES"], *JEKYLLS]


def is_blog(settings: Mapping[str, Any]) -> bool:
    """Tell whether the content is a whole Jekyll blog."""
    return any(os.path.isfile(os.path.join(settings["PATH"], name)) for name in site_config.NAMES)


def watch(env: Environment) -> None:
    """Let an environment tell where a template failed, and for which post, before it raises."""
    raise_it = env.handle_exception

    def handle_exception(source: str | None = None) -> Any:
        error = sys.exc_info()[1]
        if error is not None:
            logger.error("%s", problem_of(error))
        raise_it(source)

    env.handle_exception = handle_exception  # type: ignore[method-assign]


def problem_of(error: BaseException) -> Problem:
    """Return a template's error with its file and line, and the post that was being written."""
    place, post = Location("a template"), None
    for frame, line in frames_of(error):
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            file = shown(template.filename) if template.filename else str(template.name)
            place = Location(file, template.get_corresponding_lineno(line))
            context = frame.f_locals.get("context") or {}
            post = context.get("article") or context.get("page") or post
    if isinstance(error, TemplateSyntaxError):
        place = Location(shown(error.filename) if error.filename else str(error.name), error.lineno)
    source = getattr(post, "source_path", None)
    where = f"; it was writing {shown(source)}" if source else ""
    return Problem(place, TEMPLATE, f"{type(error).__name__}: {error}{where}")


def frames_of(error: BaseException) -> Iterator[tuple[FrameType, int]]:
    """Yield the frames that an error came through with their lines, the innermost last."""
    trace = error.__traceback__
    while trace is not None:
        yield trace.tb_frame, trace.tb_lineno
        trace = trace.tb_next


def not_built(generators: Iterable[Any]) -> dict[str, str]:
    """Return the posts and pages that are missing from the site, by their path below the content, and why."""
    generators = list(generators)
    others = {path for each in generators if isinstance(each, TemplateFilesGenerator) for path in each.paths}
    found: dict[str, str] = {}
    for generator in generators:
        for path, content in generator.context["generated_content"].items():
            if content is None and path not in others:
                found.setdefault(path, "Pelican could not use it, as is told above")
        readers = getattr(getattr(generator, "readers", None), "readers", {})
        for reader in readers.values():
            if isinstance(reader, JekyllReader):
                found.update(reader.failures)
    return found


class NotBuiltGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Writes nothing: it comes last, and says what is missing from a site that is otherwise built."""

    def generate_output(self, writer: Any) -> None:
        """Tell each post that was not built, and why."""
        missing: dict[str, str] = self.context.get("memoir_not_built") or {}
        for path, reason in list(missing.items())[:MOST_TOLD]:
            file = shown(f"{self.settings['PATH']}/{path}")
            logger.error("%s", Problem(Location(file), NOT_BUILT, f"not built: {reason}"))
        if len(missing) > MOST_TOLD:
            logger.error("and %d more posts were not built", len(missing) - MOST_TOLD)
        if missing and is_blog(self.settings):
            logger.warning("%s", Problem(Location(shown(self.settings["PATH"])), NOT_BUILT, WHOLE_BLOG))
