"""`pelican-memoir migrate JEKYLL_BLOG NEW_SITE`: plan, write, report; with `--verify`, compare two outputs.

Exit status: 0 the site was written (or planned, or nothing is lost), 1 it was not, 2 the call is wrong.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from dataclasses import asdict
from importlib.metadata import version
from pathlib import Path

from pelican_memoir.jekyll import source_tree
from pelican_memoir.migrate import plan as plans
from pelican_memoir.migrate import report, report_page
from pelican_memoir.migrate.conf_file import pelicanconf, publishconf
from pelican_memoir.migrate.write import TargetError, check_target, write

FAR = 50
"""Fewer files than this are moved without a progress bar."""


def run(options: argparse.Namespace) -> int:
    """Move the blog that the options name, and return the exit status."""
    source, target = Path(options.blog), Path(options.site)
    if options.verify:
        return run_verify(source, target, options.json)
    try:
        if not options.dry_run:
            check_target(source, target, options.force)
        found = source_tree.read(source)
        if not found.of("post", "draft", "page"):
            raise TargetError(f"{source} holds no posts and no pages; name the folder of the blog's source")
        plan = plans.make(found, bar("Reading"))
        texts = _texts(plan)
        if options.dry_run:
            print(report.as_json(plan) if options.json else report.as_lines(plan))
            return 0
        write(source, target, plan.copies, texts, bar("Writing"))
    except (OSError, TargetError) as error:
        print(f"pelican-memoir: {reason(error)}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("pelican-memoir: stopped; the new site is not written", file=sys.stderr)
        return 1
    print(report.as_json(plan) if options.json else _next(plan, target))
    return 0


def reason(error: Exception) -> str:
    """Return what an error says, without the system's number."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.filename2 or error.filename}: {error.strerror.lower()}"
    return str(error)


def run_verify(old: Path, site: Path, as_json: bool) -> int:
    """Print what the new site, or its output, has not of `old`, and return 1 where that is anything."""
    from pelican_memoir.migrate.verify import verify  # late: BeautifulSoup is needed here alone

    new = site / "output" if (site / "output").is_dir() else site
    try:
        told = site / "migration.json"
        known = json.loads(told.read_text(encoding="utf-8")) if told.is_file() else {}
        replaced = {row["save_as"]: row["kind"] for row in known.get("own_pages", ())}
        made = {"further": known.get("further_pages", ""), "archives": known.get("archives", ())}
        losses = verify(old, new, bar("Comparing"), replaced, **made)
    except (OSError, ValueError) as error:
        print(f"pelican-memoir: {error}", file=sys.stderr)
        return 1
    if as_json:
        print(json.dumps([asdict(loss) for loss in losses], ensure_ascii=False, indent=1))
    else:
        print("\n".join(map(str, losses)) or "Nothing is lost.")
    return 1 if losses else 0


def _texts(plan: plans.Plan) -> dict[str, str]:
    return {
        **plan.made,
        "pelicanconf.py": pelicanconf(plan.translation.settings),
        "publishconf.py": publishconf(plan.translation.publish),
        "requirements.txt": f"pelican-memoir=={version('pelican-memoir')}\n",
        "migration.html": report_page.as_page(plan),
        "migration.json": report.as_json(plan),
    }


def _next(plan: plans.Plan, target: Path) -> str:
    where = f"The site is in {target}: go there and run `pelican`. The report is in migration.html."
    return f"{report.as_lines(plan)}\n\n{where}"


def bar(title: str) -> Callable[[int, int], None]:
    """Return what draws a progress bar on a terminal's standard error."""

    def draw(done: int, total: int) -> None:
        if total < FAR or not sys.stderr.isatty():
            return
        width = 30 * done // total
        end = "\n" if done == total else ""
        print(
            f"\r{title} {'█' * width}{'·' * (30 - width)} {done}/{total}",
            end=end,
            file=sys.stderr,
            flush=True,
        )

    return draw


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = commands.add_parser(
        "migrate",
        help="move a Jekyll blog to a new Pelican site",
        description="Write a Pelican site that shows a Jekyll blog at the same addresses. The blog is not touched.",
    )
    parser.add_argument(
        "blog", metavar="JEKYLL_BLOG", help="the folder of the blog's source, with _config.yml"
    )
    parser.add_argument(
        "site", metavar="NEW_SITE", help="the folder of the new site: empty, or not there yet"
    )
    parser.add_argument("--dry-run", action="store_true", help="print what would be done, and write nothing")
    parser.add_argument("--force", action="store_true", help="write into a folder that is not empty")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument(
        "--verify",
        action="store_true",
        help="compare instead: JEKYLL_BLOG is Jekyll's _site, NEW_SITE the site built by Pelican, or its output",
    )
    parser.set_defaults(run=run)
