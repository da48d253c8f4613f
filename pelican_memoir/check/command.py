"""`pelican-memoir check [PATH]`: one line for each thing that should be looked at.

Exit status: 0 nothing or warnings alone, 1 errors, 2 the call is wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from pelican_memoir.check import pelican_site
from pelican_memoir.check.codes import is_error
from pelican_memoir.check.pelican_site import SiteError
from pelican_memoir.errors import Problem, SettingsError, in_order
from pelican_memoir.migrate.command import bar


def find(folder: Path, now: datetime, progress: Callable[[int, int], None] | None = None) -> list[Problem]:
    """Return all problems of the blog or site in `folder`, by place. Raises `NotADirectoryError`, `SiteError`."""
    from pelican_memoir.check.rules import RULES, Blog, memoirs_of
    from pelican_memoir.jekyll import source_tree
    from pelican_memoir.migrate import plan as plans

    tree, said = (
        pelican_site.read(folder) if pelican_site.is_site(folder) else (source_tree.read(folder), None)
    )
    plan = plans.make(tree, progress or plans.unseen, said)
    looked_at = Blog(plan, memoirs_of(plan), now)
    return in_order((*plan.problems, *(problem for rule in RULES for problem in rule(looked_at))))


def run(options: argparse.Namespace) -> int:
    """Check the blog that the options name, and return the exit status."""
    folder = Path(options.path)
    try:
        found = find(folder, datetime.now(), bar("Reading"))
    except (OSError, SiteError, SettingsError) as error:
        print(f"pelican-memoir: {error}", file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps([_as_data(problem) for problem in found], ensure_ascii=False, indent=1))
    else:
        for problem in found:
            print(problem)
        errors = sum(is_error(problem.code) for problem in found)
        print(f"{counted(errors, 'error')}, {counted(len(found) - errors, 'warning')}", file=sys.stderr)
    return 1 if any(is_error(problem.code) for problem in found) else 0


def counted(count: int, what: str) -> str:
    """Return a number of things in words."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def _as_data(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.location.file,
        "line": problem.location.line,
        "column": problem.location.column,
        "code": problem.code,
        "severity": "error" if is_error(problem.code) else "warning",
        "message": problem.message,
    }


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "check",
        help="read a blog's posts and tell what should be looked at",
        description="Tell what a careful editor would find in a blog's posts: one line each, with file, line and code.",
    )
    parser.add_argument(
        "path", nargs="?", default=".", metavar="PATH", help="a blog's folder (default: here)"
    )
    parser.add_argument("--json", action="store_true", help="print a JSON list")
    parser.set_defaults(run=run)
