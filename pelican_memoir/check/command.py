"""`pelican-memoir check [PATH]`: one line for each thing that should be looked at.

Exit status: 0 nothing or warnings alone, 1 errors, 2 the call is wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from datetime import datetime
from pathlib import Path

from pelican_memoir.check.codes import is_error
from pelican_memoir.errors import Problem, in_order


def find(folder: Path, now: datetime) -> list[Problem]:
    """Return all problems of the blog in `folder`, by place. Raises `NotADirectoryError`."""
    from pelican_memoir.check.rules import RULES, Blog, memoirs_of
    from pelican_memoir.jekyll import source_tree
    from pelican_memoir.migrate import plan as plans

    plan = plans.make(source_tree.read(folder))
    looked_at = Blog(plan, memoirs_of(plan), now)
    return in_order((*plan.problems, *(problem for rule in RULES for problem in rule(looked_at))))


def run(options: argparse.Namespace) -> int:
    """Check the blog that the options name, and return the exit status."""
    folder = Path(options.path)
    if (folder / "pelicanconf.py").is_file() and (folder / "content").is_dir():
        folder /= "content"
    try:
        found = find(folder, datetime.now())
    except OSError as error:
        print(f"pelican-memoir: {error}", file=sys.stderr)
        return 1
    if options.json:
        print(json.dumps([_as_data(problem) for problem in found], ensure_ascii=False, indent=1))
    else:
        for problem in found:
            print(problem)
        errors = sum(is_error(problem.code) for problem in found)
        print(f"{errors} errors, {len(found) - errors} warnings", file=sys.stderr)
    return 1 if any(is_error(problem.code) for problem in found) else 0


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
