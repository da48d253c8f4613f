"""The command line, `pelican-memoir`.

Exit status: 0 when all went well, 1 when a file could not be read or has a problem that was told, 2 for a wrong call.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pelican_memoir import __version__
from pelican_memoir.check import command as check
from pelican_memoir.drafting import command as new
from pelican_memoir.migrate import command as migrate
from pelican_memoir.pictures import command as pictures

if TYPE_CHECKING:
    from pelican_memoir.original import Original

OK, PROBLEMS = 0, 1


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name, and return the exit status."""
    options = parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader of a pipe, `head` say, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    return status


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    root = argparse.ArgumentParser(
        prog="pelican-memoir",
        description="Years in review, written for Jekyll, read for Pelican.",
        epilog="Exit status: 0 all went well, 1 something is wrong with a file, 2 the call is wrong.",
    )
    root.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    commands = root.add_subparsers(title="commands", metavar="COMMAND", required=True)
    inspect = commands.add_parser(
        "inspect",
        help="print what is seen in posts: year, periods, achievements, goals",
        description="Print what the processor sees in each post: its year, periods, achievements and goals.",
    )
    inspect.add_argument("files", nargs="+", metavar="FILE", help="a post written for Jekyll")
    inspect.add_argument(
        "--json", action="store_true", help="print a JSON list with one object for each file"
    )
    inspect.set_defaults(run=run_inspect)
    migrate.add(commands)
    new.add(commands)
    check.add(commands)
    pictures.add(commands)
    return root


def run_inspect(options: argparse.Namespace) -> int:
    """Print what is seen in the files; what is wrong with them goes to standard error."""
    from pelican_memoir.inspection import inspect, outline  # late: --help needs none of it
    from pelican_memoir.migrate.plan import original_around

    blogs: dict[Path, Original] = {}
    found, wrong = [], False
    for file in options.files:
        folder = Path(file).parent
        if folder not in blogs:
            blogs[folder] = original_around(Path(file))
        report, problems = inspect(file, blogs[folder])
        found.append(report)
        wrong = wrong or bool(problems)
        for problem in problems:
            print(problem, file=sys.stderr)
    if options.json:
        json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
        print()
    else:
        print("\n\n".join(map(outline, found)))
    return PROBLEMS if wrong else OK
