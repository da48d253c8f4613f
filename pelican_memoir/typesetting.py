"""Sets the formulas in Pelican's content as MathML, and tells which could not be read, with file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from pelican.contents import Content

from pelican_memoir.errors import Location, Problem
from pelican_memoir.formulas import Unread, typeset
from pelican_memoir.repair.edit import Guess
from pelican_memoir.repairing import lines_of
from pelican_memoir.telling import shown, tell

CODE = "memoir.math"
ASKED_FOR_BY = ("use_math", "mathjax", "math", "katex")
"""Keys of front matter by which Jekyll's themes load a script that also reads `$…$`."""


def typeset_content(content: Content, text: Callable[[], str]) -> None:
    """Set the formulas of a piece of content and of its summary, behind Pelican's cache and before its templates.

    `text` is what is in its file.
    """
    if not content.settings["MEMOIR_MATH"]:
        return
    dollars = asks_for_math(content.front_matter)
    if content._content:
        done = typeset(content._content, dollars=dollars)
        tell(problems(done.unread, content.source_path, text))
        if done.html != content._content:
            content._content = done.html
            # Pelican keeps a text that another plugin has looked at already.
            content.get_content.cache.pop((content, content.get_siteurl()), None)
    summary = content.metadata.get("summary")
    if isinstance(summary, str):
        content.metadata["summary"] = typeset(summary, dollars=dollars).html
        if content.metadata["summary"] != summary:
            if hasattr(content, "_summary"):  # what Pelican writes back when all generators are done
                content._summary = content.metadata["summary"]
            content.get_summary.cache.pop((content, content.get_siteurl()), None)


def asks_for_math(front_matter: Mapping[str, Any]) -> bool:
    """Tell whether a post asks for MathJax or its like: then `$…$` is a formula too."""
    return any(front_matter.get(name) not in (None, False, "", "false") for name in ASKED_FOR_BY)


def problems(unread: Iterable[Unread], source_path: str | None, text: Callable[[], str]) -> list[Problem]:
    """Return a problem for each formula that could not be read."""
    unread = list(unread)
    if not unread or not source_path:
        return []
    lines = lines_of([Guess("", needle_of(each.written)) for each in unread], text())
    return [
        Problem(
            Location(shown(source_path), line),
            CODE,
            f"{' '.join(each.written.split())}: {each.reason.rstrip('.')}; it is shown as written",
        )
        for each, line in zip(unread, lines, strict=True)
    ]


def needle_of(written: str) -> str:
    """Return what of a formula stands in the source: kramdown wrote other delimiters, and typography other quotes."""
    inside = written[2:-2].strip() if written.startswith(("\\(", "\\[", "$$")) else written
    return inside.split("\n")[0].replace("’", "'")
