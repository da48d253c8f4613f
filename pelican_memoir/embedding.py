"""The memoir's partials and their style sheet for other themes: both are lent, and no name of a theme is taken.

What is lent are the templates `partials/memoir_….html` and the file `memoir/memoir.css` in the theme's static folder.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, TemplateNotFound

from pelican_memoir.theming.location import theme_path

LENT = "partials/memoir_"


class PartialsLoader(FileSystemLoader):
    """Loads the memoir's own partials from our theme, and no other template of it."""

    def __init__(self) -> None:
        """Look where our theme is."""
        super().__init__(Path(theme_path(), "templates"))

    def get_source(self, environment: Environment, template: str) -> Any:
        """Return what `FileSystemLoader` does. Raises `TemplateNotFound` for templates that are not lent."""
        if not template.startswith(LENT):
            raise TemplateNotFound(template)
        return super().get_source(environment, template)

    def list_templates(self) -> list[str]:
        """Return the names of the partials."""
        return [name for name in super().list_templates() if name.startswith(LENT)]


def lend_templates(environment: Environment) -> None:
    """Let templates of another theme include the partials; the theme's own, and the site's overrides, go before."""
    loader = environment.loader
    if isinstance(loader, ChoiceLoader) and not any(
        isinstance(each, PartialsLoader) for each in loader.loaders
    ):
        loader.loaders = [*loader.loaders, PartialsLoader()]


def with_lent_files(static_paths: list[str]) -> list[str]:
    """Return `THEME_STATIC_PATHS` with the folder of the style sheet behind the theme's own."""
    folder = str(Path(theme_path(), "embed"))
    return [*static_paths, *([] if folder in static_paths else [folder])]
