"""`python -m bench`: measure conversion, the dialect alone, how its time grows, and whole builds.

For conversion, posts of the sample site are measured, and those of the corpus where MEMOIR_CORPUS is set. Whole builds
are measured on posts that are made for it.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench import builds, dialect, growth
from bench import report as whole
from bench.conversion import measure

SAMPLES = Path(__file__).parent.parent / "sample_site" / "blog" / "_posts"


def posts() -> list[Path]:
    """Return the posts to measure: the sample site's longest memoir, and the seeds."""
    own = max(SAMPLES.glob("*-memoir.md"), key=lambda post: post.stat().st_size)
    corpus = os.environ.get("MEMOIR_CORPUS")
    return [own, *(sorted((Path(corpus) / "seeds").glob("*.md")) if corpus else ())]


def conversion(rounds: int) -> dict[str, Any]:
    """Return the figures of whole conversion and what they were measured with."""
    return {
        "python": platform.python_version(),
        "pelican": version("pelican"),
        "markdown": version("markdown"),
        "rounds": rounds,
        "posts": [measure(post, rounds) for post in posts()],
    }


def as_table(figures: dict[str, Any]) -> str:
    """Return the figures as lines for people."""
    columns = (
        f"{'ours':>9} {'Pelican':>9} {'ratio':>6} {'memoir':>9} {'ratio':>6} {'and spliced':>12} {'ratio':>6}"
    )
    rows = [f"{'post':34} {'KB':>6} {columns}"]
    for row in figures["posts"]:
        times = row["milliseconds"]
        rows.append(
            f"{row['post']:34} {row['bytes'] / 1000:6.1f} {times['pelican_memoir']:6.2f} ms"
            f" {times['pelican_smarty']:6.2f} ms {row['conversion_to_pelican']:6.2f}"
            f" {times['memoir']:6.2f} ms {row['memoir_to_conversion']:6.2f}"
            f" {times['memoir_spliced']:9.2f} ms {row['memoir_spliced_to_conversion']:6.2f}"
        )
    return "\n".join(rows)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--rounds", type=int, default=25, help="runs of each contender (default %(default)s)")
    parser.add_argument("--json", action="store_true", help="print the figures as JSON")
    parser.add_argument(
        "--only", choices=("conversion", "dialect", "growth", "builds"), help="measure this part alone"
    )
    parser.add_argument(
        "--posts", type=int, nargs="+", default=[1000], help="posts of the whole builds (default 1000)"
    )
    parser.add_argument("--builds", type=int, default=5, help="rounds of whole builds (default %(default)s)")
    parser.add_argument(
        "--keep", action="store_true", help="write what whole builds took into docs/performance.md"
    )
    options = parser.parse_args()
    logging.disable(logging.WARNING)
    figures: dict[str, Any] = {}
    tables: list[str] = []
    if options.only in (None, "conversion"):
        figures |= conversion(options.rounds)
        tables.append(as_table(figures))
    if options.only in (None, "dialect"):
        figures["dialect"] = dialect.measure(max(options.rounds // 5, 3))
        tables.append(dialect.as_table(figures["dialect"]))
    if options.only in (None, "growth"):
        figures["growth"] = growth.measure()
        tables.append(growth.as_table(figures["growth"]))
    if options.only in (None, "builds"):
        figures["builds"] = builds.measure(options.posts, options.builds)
        tables.append(whole.as_table(figures["builds"]))
        if options.keep:
            whole.keep(figures["builds"])
    print(json.dumps(figures, ensure_ascii=False, indent=1) if options.json else "\n\n".join(tables))


if __name__ == "__main__":
    main()
