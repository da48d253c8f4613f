"""What came of a move: as plain data, as JSON, and as lines for the screen."""

from __future__ import annotations

import json
from typing import Any

from pelican_memoir.errors import Problem
from pelican_memoir.jekyll.liquid import CODE as LIQUID
from pelican_memoir.migrate.links import LINK
from pelican_memoir.migrate.own_pages import further_page
from pelican_memoir.migrate.pictures_elsewhere import without_size
from pelican_memoir.migrate.plan import Plan
from pelican_memoir.migrate.plugins import archive_files
from pelican_memoir.migrate.texts import Text

Row = dict[str, Any]


def as_data(plan: Plan) -> Row:
    """Return the report as plain data; its JSON is `migration.json`."""
    return {
        "schema": 1,
        "posts": [_address(entry) for entry in plan.posts],
        "pages": [_address(entry) for entry in plan.pages],
        "files": [_address(entry) for entry in plan.files],
        "static_files": len(plan.tree.of("static")),
        "included": [{"file": path} for path in plan.included],
        "own_pages": [
            {
                "file": role.text.path,
                "url": role.text.url,
                "save_as": role.text.save_as,
                "kind": role.own.setting.lower(),
                "reason": str(role),
            }
            for role in plan.giving_way
        ],
        "further_pages": further_page(plan.translation.settings),
        "archives": archive_files(plan.translation.settings),
        "left_out": [{"file": path, "reason": reason} for path, reason in plan.left_out],
        "config_without_effect": [
            {"key": key, "reason": reason} for key, reason in sorted(plan.translation.unused.items())
        ],
        "waiting_for_your_word": [
            {"key": key, "reason": reason} for key, reason in plan.translation.waiting.items()
        ],
        "front_matter_without_effect": [
            {"key": key, "files": files} for key, files in sorted(plan.unused_keys.items())
        ],
        "liquid_left": [_problem(problem) for problem in plan.problems if problem.code == LIQUID],
        "dead_links": [_problem(problem) for problem in plan.problems if problem.code == LINK],
        "unnamed_pictures": [
            {"file": text.path, "count": text.unnamed_pictures}
            for text in plan.texts
            if text.unnamed_pictures
        ],
        "pictures_without_size": [
            {"file": text.path, "count": count}
            for text in plan.texts
            if (count := without_size(text, plan.site))
        ],
        "problems": [_problem(problem) for problem in plan.problems if problem.code not in (LIQUID, LINK)],
    }


def _address(entry: Text) -> Row:
    url = entry.url if entry.is_shown else None
    return {"file": entry.path, "title": entry.title, "old_url": url, "new_url": url}


def _problem(problem: Problem) -> Row:
    return {
        "file": problem.location.file,
        "line": problem.location.line,
        "column": problem.location.column,
        "code": problem.code,
        "message": problem.message,
    }


def as_json(plan: Plan) -> str:
    """Return the report as JSON."""
    return json.dumps(as_data(plan), ensure_ascii=False, indent=1) + "\n"


def as_lines(plan: Plan) -> str:
    """Return the report for the screen: what was counted, then everything that needs a look."""
    data = as_data(plan)
    lines = [summary(data)]
    for title, rows in sections(data):
        if rows:
            lines.extend(["", f"{title}:", *(f"  {row}" for row in rows)])
    return "\n".join(lines)


def summary(data: Row) -> str:
    """Return what was counted, as a sentence."""
    hidden = sum(1 for entry in data["posts"] if entry["new_url"] is None)
    posts = _counted(len(data["posts"]), "post") + (f" ({hidden} not published)" if hidden else "")
    parts = [posts, _counted(len(data["pages"]), "page")]
    if data["files"]:
        parts.append(_counted(len(data["files"]), "file") + " with Liquid")
    parts.append(_counted(data["static_files"], "static file"))
    return f"{', '.join(parts[:-1])} and {parts[-1]} keep their addresses."


def _counted(count: int, what: str) -> str:
    return f"{count} {what}" + ("" if count == 1 else "s")


def sections(data: Row) -> list[tuple[str, list[str]]]:
    """Return all that needs a look: a title, and a line for each thing."""
    return [
        ("Problems", [_line(row) for row in data["problems"]]),
        ("Links and images that lead nowhere", [_line(row) for row in data["dead_links"]]),
        ("Liquid that is left as text", [_line(row) for row in data["liquid_left"]]),
        (
            "Pictures without alternative text, which the build drafts from the headings above",
            [f"{row['file']}: {_counted(row['count'], 'picture')}" for row in data["unnamed_pictures"]],
        ),
        (
            "Pictures from elsewhere without a size, which pelican-memoir pictures asks their hosts for",
            [f"{row['file']}: {_counted(row['count'], 'picture')}" for row in data["pictures_without_size"]],
        ),
        ("Moved for the texts that include them", [row["file"] for row in data["included"]]),
        ("Not moved", [f"{row['file']}: {row['reason']}" for row in data["left_out"]]),
        ("Made by the site itself", [f"{row['file']}: {row['reason']}" for row in data["own_pages"]]),
        (
            "Waiting for your word",
            [f"{row['key']}: {row['reason']}" for row in data["waiting_for_your_word"]],
        ),
        (
            "Keys of _config.yml without effect",
            [f"{row['key']}: {row['reason']}" for row in data["config_without_effect"]],
        ),
        (
            "Front matter without effect",
            [f"{row['key']}: {_files(row['files'])}" for row in data["front_matter_without_effect"]],
        ),
    ]


def _files(files: list[str]) -> str:
    shown = ", ".join(files[:3])
    return shown if len(files) <= 3 else f"{shown} and {len(files) - 3} more"


def _line(row: Row) -> str:
    place = ":".join(str(part) for part in (row["file"], row["line"], row["column"]) if part is not None)
    return f"{place}: {row['message']} [{row['code']}]"
