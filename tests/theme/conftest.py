"""An environment that renders the theme as strictly as Jinja can."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from stand_ins import bare_site

from pelican_memoir.theming import FILTERS, theme_path


@pytest.fixture(scope="session")
def templates() -> Path:
    return Path(theme_path(), "templates")


@pytest.fixture(scope="session")
def environment(templates: Path) -> Environment:
    environment = Environment(
        loader=FileSystemLoader(templates), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters.update(FILTERS)
    return environment


@pytest.fixture(scope="session")
def render(environment: Environment) -> Callable[..., str]:
    """Render a template with what Pelican gives every page of a site without any settings, and `context`."""

    def render(template: str, **context: Any) -> str:
        return environment.get_template(template).render({**bare_site(), **context})

    return render
