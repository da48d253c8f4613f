"""kramdown as Jekyll writes it: `markdown.markdown(text, extensions=["pelican_memoir.kramdown"])`.

The three passes are in `convert`, the order of all constructs in `grammar`, each construct in a file of its own, the
host's side in `host`. Options are those of `_config.yml`'s `kramdown:` block; see `options`.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from markdown import Markdown
from markdown.extensions import Extension

from pelican_memoir.kramdown.host import take_over
from pelican_memoir.kramdown.options import CHECKS, WITHOUT_EFFECT, OptionError, Options

__all__ = ["KramdownExtension", "makeExtension"]


class KramdownExtension(Extension):
    """Renders what Jekyll's kramdown renders.

    Keyword arguments are kramdown's options. Raises `KeyError` for an unknown one, `OptionError` (a `ValueError`) for a
    value it cannot take. After `convert`, `md.kramdown_problems` lists what is wrong with the text, with lines counted
    from 1.
    """

    def __init__(self, **options: Any) -> None:
        self.config = {
            entry.name: [getattr(Options(), entry.name), str(entry.metadata["help"])]
            for entry in fields(Options)
        }
        self._options = Options()
        self._md: Markdown | None = None
        super().__init__()
        for name, value in options.items():
            self.setConfig(name, value)

    def setConfig(self, key: str, value: Any) -> None:  # noqa: N802
        """Set one option."""
        if key in WITHOUT_EFFECT:
            return
        if key not in CHECKS:
            raise KeyError(key)
        try:
            self._options.set(key, value)
        except OptionError as error:
            raise OptionError(f"{key}: {error}") from None
        self.config[key][0] = getattr(self._options, key)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        """Register; the grammar is replaced in `reset`, which the host calls when all extensions are there."""
        self._md = md
        md.kramdown_problems = []  # type: ignore[attr-defined]
        md.registerExtension(self)

    def reset(self) -> None:
        """Get ready for the next document."""
        if self._md is not None:
            take_over(self._md, self._options.copy)
            self._md.kramdown_problems = []  # type: ignore[attr-defined]


def makeExtension(**options: Any) -> KramdownExtension:  # noqa: N802
    """The entry point of Python-Markdown."""
    return KramdownExtension(**options)
