"""The dialect alone, text to HTML: against kramdown in one warm Ruby process, and against other Markdown in Python."""

from __future__ import annotations

import json
import os
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import markdown

from bench.stopwatch import Contender, medians
from pelican_memoir.jekyll.front_matter import body_of
from pelican_memoir.kramdown.highlight import colour

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT / "tests" / "kramdown"))


def texts() -> tuple[str, list[str]]:
    """Return what is converted, and its name: the posts of the corpus' blogs, else those of the sample site."""
    corpus = os.environ.get("MEMOIR_CORPUS")
    if corpus:
        lines = [
            line
            for path in sorted(Path(corpus, "blogs").glob("*.jsonl"))
            for line in path.read_text("utf-8").splitlines()
        ]
        return "posts of the corpus' blogs", [json.loads(line)["body"] for line in lines]
    posts = sorted((ROOT / "sample_site" / "blog" / "_posts").rglob("*.md"))
    return "posts of the sample site", [body_of(post.read_text("utf-8")) for post in posts]


def _ours(bodies: list[str]) -> Contender:
    md = markdown.Markdown(extensions=["pelican_memoir.kramdown"])

    def run() -> None:
        colour.cache_clear()
        for body in bodies:
            md.reset().convert(body)

    return run


def _stock(bodies: list[str], *more: str) -> Contender:
    md = markdown.Markdown(extensions=["extra", "codehilite", "toc", *more])

    def run() -> None:
        for body in bodies:
            md.reset().convert(body)

    return run


def _others(bodies: list[str]) -> dict[str, Contender]:
    """Markdown libraries with other dialects, for scale, where they are installed."""
    found: dict[str, Contender] = {}

    def each(convert: Callable[[str], object]) -> Contender:
        return lambda: [convert(body) for body in bodies]

    try:
        import mistune

        found["mistune"] = each(mistune.html)
    except ImportError:
        pass
    try:
        from markdown_it import MarkdownIt

        found["markdown-it-py"] = each(MarkdownIt("commonmark").enable("table").render)
    except ImportError:
        pass
    return found


def measure(rounds: int) -> dict[str, Any]:
    """Return the medians in milliseconds and, where Ruby has kramdown, the ratios to it; all in interleaved runs."""
    from oracle import Kramdown, available  # lives with the tests

    name, bodies = texts()
    contenders = {
        "pelican_memoir.kramdown": _ours(bodies),
        "python-markdown": _stock(bodies),
        "python-markdown smarty": _stock(bodies, "smarty"),
        **_others(bodies),
    }
    ruby: list[float] = []
    if available():
        kramdown = Kramdown()
        contenders["kramdown (round trip)"] = lambda: ruby.append(
            sum(kramdown.seconds(body) for body in bodies)
        )
    found = medians(contenders, rounds)
    figures: dict[str, Any] = {
        "texts": name,
        "count": len(bodies),
        "bytes": sum(len(body.encode()) for body in bodies),
        "milliseconds": {key: round(value, 2) for key, value in found.items() if "round trip" not in key},
    }
    if ruby:
        reference = statistics.median(ruby[1:]) * 1000
        figures["milliseconds"]["kramdown"] = round(reference, 2)
        figures["to_kramdown"] = {
            key: round(value / reference, 3) for key, value in found.items() if "round trip" not in key
        }
    return figures


def as_table(figures: dict[str, Any]) -> str:
    """Return the figures as lines for people."""
    rows = [
        f"{figures['count']} {figures['texts']}, {figures['bytes'] / 1000:.0f} KB{'':14} ms   to kramdown"
    ]
    for key, value in figures["milliseconds"].items():
        ratio = figures.get("to_kramdown", {}).get(key)
        rows.append(f"  {key:40} {value:9.1f}   {'' if ratio is None else f'{ratio:.2f}'}")
    return "\n".join(rows)
