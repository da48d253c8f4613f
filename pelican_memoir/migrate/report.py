"""What came of a move: for people on the screen, as a page, and as JSON."""

from __future__ import annotations

import json
from html import escape
from typing import Any

from pelican_memoir.migrate.plan import Plan
from pelican_memoir.migrate.texts import Text


def as_data(plan: Plan) -> dict[str, Any]:
    """Return the report as plain data; its JSON is `migration.json`."""
    return {
        "schema": 1,
        "posts": [_address(entry) for entry in plan.posts],
        "pages": [_address(entry) for entry in plan.pages],
        "files": [_address(entry) for entry in plan.files],
        "static_files": len(plan.tree.of("static")),
        "own_pages": [
            {
                "file": role.text.path,
                "url": role.text.url,
                "save_as": role.text.save_as,
                "reason": str(role),
            }
            for role in plan.giving_way
        ],
        "left_out": [{"file": path, "reason": reason} for path, reason in plan.left_out],
        "config_without_effect": [
            {"key": key, "reason": reason} for key, reason in sorted(plan.translation.unused.items())
        ],
        "front_matter_without_effect": [
            {"key": key, "files": files} for key, files in sorted(plan.unused_keys.items())
        ],
        "problems": [
            {
                "file": problem.location.file,
                "line": problem.location.line,
                "column": problem.location.column,
                "code": problem.code,
                "message": problem.message,
            }
            for problem in plan.problems
        ],
    }


def _address(entry: Text) -> dict[str, Any]:
    url = entry.url if entry.is_shown else None
    return {"file": entry.path, "title": entry.title, "old_url": url, "new_url": url}


def as_json(plan: Plan) -> str:
    """Return the report as JSON."""
    return json.dumps(as_data(plan), ensure_ascii=False, indent=1) + "\n"


def as_lines(plan: Plan) -> str:
    """Return the report for the screen: what was counted, then everything that needs a look."""
    data = as_data(plan)
    drafts = sum(1 for entry in plan.posts if not entry.is_shown)
    lines = [
        f"{len(plan.posts)} posts ({drafts} not published), {len(plan.pages)} pages, {len(plan.files)} files with"
        f" Liquid, {data['static_files']} static files keep their addresses."
    ]
    for title, rows in _sections(data):
        if rows:
            lines.extend(["", f"{title}:", *(f"  {row}" for row in rows)])
    return "\n".join(lines)


def _sections(data: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [
        ("Made by the site itself", [f"{row['file']}: {row['reason']}" for row in data["own_pages"]]),
        ("Not moved", [f"{row['file']}: {row['reason']}" for row in data["left_out"]]),
        (
            "Keys of _config.yml without effect",
            [f"{row['key']}: {row['reason']}" for row in data["config_without_effect"]],
        ),
        (
            "Front matter without effect",
            [f"{row['key']}: {_files(row['files'])}" for row in data["front_matter_without_effect"]],
        ),
        ("Problems", [_problem(row) for row in data["problems"]]),
    ]


def _files(files: list[str]) -> str:
    shown = ", ".join(files[:3])
    return shown if len(files) <= 3 else f"{shown} and {len(files) - 3} more"


def _problem(row: dict[str, Any]) -> str:
    place = ":".join(str(part) for part in (row["file"], row["line"], row["column"]) if part is not None)
    return f"{place}: {row['message']} [{row['code']}]"


def as_page(plan: Plan) -> str:
    """Return the report as a page of its own, `migration.html`."""
    data = as_data(plan)
    rows = "".join(
        f"<tr><td>{escape(row['file'])}</td><td>{escape(row['old_url'] or '–')}</td>"
        f"<td>{escape(row['new_url'] or 'not published')}</td></tr>\n"
        for row in (*data["posts"], *data["pages"], *data["files"])
    )
    parts = [
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<title>Migration</title>\n'
        "<style>body { font: 1rem/1.6 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem;"
        " color-scheme: light dark } td, th { padding: .2rem 1rem .2rem 0; text-align: start;"
        " overflow-wrap: anywhere }</style>\n</head>\n<body>\n<main>\n<h1>Migration</h1>\n"
    ]
    for title, lines in _sections(data):
        if lines:
            items = "".join(f"<li>{escape(line)}</li>\n" for line in lines)
            parts.append(f"<h2>{escape(title)}</h2>\n<ul>\n{items}</ul>\n")
    parts.append(
        "<h2>Addresses</h2>\n<table>\n<thead><tr><th>File</th><th>Old address</th><th>New address</th></tr></thead>\n"
        f"<tbody>\n{rows}</tbody>\n</table>\n</main>\n</body>\n</html>\n"
    )
    return "".join(parts)
