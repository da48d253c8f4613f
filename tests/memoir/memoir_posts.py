"""Small posts for tests, in a notation of a few lines, and what the builder makes of them."""

from __future__ import annotations

import datetime
import re
from typing import Any

from pelican_memoir.memoir.builder import build
from pelican_memoir.memoir.model import Memoir
from pelican_memoir.memoir.placed import Placed


def html(lines: str) -> str:
    """Headings by `#`, items by `-`, quotes by `>`, bold paragraphs by `**…**`, raw lines by `<`; else paragraphs."""
    out: list[str] = []
    in_list = False
    for line in filter(None, map(str.strip, lines.splitlines())):
        if in_list and not line.startswith("- "):
            out.append("</ul>")
            in_list = False
        if line.startswith("- ") and not in_list:
            out.append("<ul>")
            in_list = True
        out.append(_element(line, len(out)))
    return "\n".join([*out, "</ul>"] if in_list else out)


def _element(line: str, index: int) -> str:
    heading = re.match(r"(#{1,6}) (.*)", line)
    if heading:
        level = len(heading[1])
        return f'<h{level} id="x{index}">{heading[2]}</h{level}>'
    if line.startswith("- "):
        return f"<li>{line[2:]}</li>"
    if line.startswith("> "):
        return f"<blockquote><p>{line[2:]}</p></blockquote>"
    if line.startswith("**") and line.endswith("**"):
        return f"<p><strong>{line[2:-2]}</strong></p>"
    return line if line.startswith("<") else f"<p>{line}</p>"


def placed(
    source: str, title: str = "2022년 회고", *, date: str = "2022-12-31", **front_matter: Any
) -> Placed:
    """The memoir of a post in HTML, with its places."""
    when = datetime.date.fromisoformat(date)
    found = build(source, title=title, date=when, language=None, front_matter=front_matter)
    assert found is not None, f"{title} was read as no memoir"
    return found


def read(
    lines: str, title: str = "2022년 회고", *, date: str = "2022-12-31", **front_matter: Any
) -> Memoir | None:
    """The memoir of a post in the notation."""
    when = datetime.date.fromisoformat(date)
    found = build(html(lines), title=title, date=when, language=None, front_matter=front_matter)
    return found.memoir if found else None


def memoir(
    lines: str, title: str = "2022년 회고", *, date: str = "2022-12-31", **front_matter: Any
) -> Memoir:
    """The memoir of a post that has to be one."""
    found = read(lines, title, date=date, **front_matter)
    assert found is not None, f"{title} was read as no memoir"
    return found


def periods(found: Memoir) -> list[str]:
    """The periods in short: "month 3", "quarter_range 1-2"."""
    return [
        f"{each.kind} {each.number}" + ("" if each.end_number is None else f"-{each.end_number}")
        for each in found.periods
    ]


def achievements(found: Memoir) -> list[list[str]]:
    """The texts of every period's achievements."""
    return [[each.text for each in period.achievements] for period in found.periods]
