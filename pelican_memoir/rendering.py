"""A post's body as HTML, by the dialect that the settings name, and what the dialect found wrong."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import Any

import markdown

from pelican_memoir.errors import Location, Problem
from pelican_memoir.jekyll.ruby_scalars import to_text
from pelican_memoir.kramdown import KramdownExtension
from pelican_memoir.settings import Settings

logger = logging.getLogger(__name__)

CODE = "memoir.rendering"
# Stock extensions whose grammar kramdown has itself; beside it they would read a text twice.
REPLACED = {
    *(
        "abbr",
        "attr_list",
        "codehilite",
        "def_list",
        "extra",
        "fenced_code",
        "footnotes",
        "legacy_attrs",
        "legacy_em",
    ),
    *("md_in_html", "nl2br", "sane_lists", "smarty", "tables", "toc"),
}
STOCK = "markdown.extensions."


class Renderer:
    """Turns bodies into HTML, one after the other, with one `Markdown` object."""

    def __init__(self, settings: Settings, configuration: Mapping[str, Any] | None = None) -> None:
        """Take the plugin's settings and Pelican's `MARKDOWN`, whose other extensions keep working."""
        arguments = dict(configuration or {})
        extensions = [
            extension
            for extension in arguments.pop("extensions", ())
            if not is_left_out(extension, replaced=settings.dialect == "kramdown")
        ]
        arguments["extension_configs"] = {
            name: value
            for name, value in arguments.get("extension_configs", {}).items()
            if name in extensions
        }
        self._tells_meta = bool(extensions)  # the dialect itself does not look at it
        if settings.dialect == "kramdown":
            extensions.insert(0, KramdownExtension(**settings.kramdown))
        self.markdown = markdown.Markdown(extensions=extensions, **arguments)

    def render(
        self, text: str, *, file: str, line: int = 1, front_matter: Mapping[str, Any] | None = None
    ) -> tuple[str, tuple[Problem, ...]]:
        """Return the HTML of `text`, which begins at `line` of `file`, and the problems that were found in it."""
        self.markdown.reset()
        if self._tells_meta:
            self.markdown.Meta = as_meta(front_matter or {})  # type: ignore[attr-defined]
        try:
            html = self.markdown.convert(text)
        except Exception as error:  # a mistake of the dialect or of another extension must not cost the post
            logger.debug("the place of it", exc_info=True)
            message = f"the text is shown as plain Markdown, since reading it failed: {error!r}"
            return markdown.markdown(text), (Problem(Location(file, line), CODE, message),)
        found = getattr(self.markdown, "kramdown_problems", ())
        return html, tuple(placed(problem, file, line) for problem in found)


def is_left_out(extension: object, *, replaced: bool) -> bool:
    """Tell whether a stock extension has no place: `meta` would read the body's first lines as metadata."""
    name = extension.removeprefix(STOCK) if isinstance(extension, str) else ""
    return name == "meta" or (replaced and name in REPLACED)


def as_meta(front_matter: Mapping[str, Any]) -> dict[str, list[str]]:
    """Return front matter in the form that Python-Markdown's `meta` gives other extensions: lists of lines."""
    return {
        key.lower(): [to_text(item) for item in (value if isinstance(value, list) else [value])]
        for key, value in front_matter.items()
    }


def placed(problem: Problem, file: str, line: int) -> Problem:
    """Return a problem of a body with its place in the whole file."""
    location = problem.location
    shifted = None if location.line is None else location.line + line - 1
    return Problem(Location(file, shifted, location.column), problem.code, problem.message)
