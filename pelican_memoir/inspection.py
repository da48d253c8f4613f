"""What the processor sees in a file, without Pelican: the JSON of `pelican-memoir inspect`."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from pelican_memoir.errors import Problem
from pelican_memoir.jekyll import endings
from pelican_memoir.memoir import builder
from pelican_memoir.memoir.marks import mark_problems
from pelican_memoir.memoir.model import SCHEMA, Memoir
from pelican_memoir.memoir.overrides import override_problems
from pelican_memoir.original import Original

Report = tuple[dict[str, Any], tuple[Problem, ...]]


def inspect(path: str, original: Original) -> Report:
    """Return what is seen in the Jekyll post at `path`, as plain JSON values, and what is wrong with the file.

    `original` is the blog that it belongs to. A file that cannot be read has a year of None and no periods, as a post
    that is no memoir.
    """
    within = Path(path).absolute().relative_to(original.tree.folder.absolute()).as_posix()
    read, problems = original.load(within, path)
    if read is None:
        return describe(path, None, None, ""), problems
    source = read.source
    html, more = original.html(read, _as_post(within), path)
    date = read.metadata.get("date")
    arguments: dict[str, Any] = {
        "title": read.metadata["title"],
        "date": date.date() if date else None,
        "language": read.metadata.get("lang"),
        "front_matter": source.mapping,
    }
    placed = builder.build(html, **arguments, source=source.body)
    memoir = placed.memoir if placed else None
    year = memoir.year if memoir else builder.year_of(html, **arguments)
    wrong = override_problems(source.mapping, partial(source.location, path))
    marks = mark_problems(source.body, path, source.body_line)
    return describe(path, memoir, year, arguments["title"]), (*problems, *wrong, *marks, *more)


def _as_post(path: str) -> str:
    """The path under which a text is read as a post: what is neither Markdown nor HTML by its name is Markdown."""
    known = endings.is_markdown(path) or endings.is_html(path)
    return path if known else f"{path}.md"


def describe(path: str, memoir: Memoir | None, year: int | None, title: str) -> dict[str, Any]:
    """Return the object of one file: the memoir, or as much of one as a post has that is none."""
    shown = memoir or Memoir(year=year, title=title, language="")
    return {"schema": SCHEMA, "file": path, "memoir": memoir is not None, **shown.to_dict()}


def outline(report: dict[str, Any]) -> str:
    """Return the object of one file as a few lines for people."""
    told = (str(report["year"] or "no year"), report["title"])
    lines = [f"{report['file']}: {', '.join(filter(None, told))}"]
    for period in report["periods"]:
        lines.append(f"  {period['heading']}")
        lines += [f"    - {achievement['text']}" for achievement in period["achievements"]]
    lines += [f"  {section['text']}" for section in report.get("sections", ()) if not report["periods"]]
    for goals in report["goals"]:
        lines.append(f"  {goals['heading']}")
        lines += [f"    - {item}" for item in goals["items"]]
    return "\n".join(lines)
