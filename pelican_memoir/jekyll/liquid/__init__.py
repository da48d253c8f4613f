"""Liquid as Jekyll has it: templates in posts become text before kramdown reads them.

`render` imports the engine only for a text that holds markup, so that other posts pay nothing.
"""

from __future__ import annotations

from pelican_memoir.jekyll.liquid.rendered import Rendered
from pelican_memoir.jekyll.liquid.scope import Scope
from pelican_memoir.jekyll.liquid.source import CODE

__all__ = ["CODE", "Rendered", "Scope", "holds_liquid", "render"]


def holds_liquid(text: str) -> bool:
    """Tell whether a text holds anything that Liquid reads."""
    return "{%" in text or "{{" in text


def render(text: str, scope: Scope, *, file: str, line: int = 1) -> Rendered:
    """Return what Liquid makes of `text`, which begins at `line` of `file`.

    Never raises: what cannot be rendered is kept as written, with a problem of the code `memoir.liquid`.
    """
    if not holds_liquid(text):
        return Rendered(text)
    from pelican_memoir.jekyll.liquid.environment import JekyllEnvironment

    return JekyllEnvironment(scope).render_text(text, file, line)
