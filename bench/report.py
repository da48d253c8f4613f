"""The figures of whole builds for people: a table, and a plot of how builds grow with the number of posts."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path
from typing import Any

DOCS = Path(__file__).parent.parent / "docs"
PAGE, PLOT = DOCS / "performance.md", DOCS / "performance.svg"
BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"
COLOURS = ("#0a5fb4", "#c2410c", "#15803d", "#7e22ce", "#4b5563")
WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 640, 360, 56, 16, 96


def as_table(figures: dict[str, Any]) -> str:
    """Return the figures as tables in Markdown, one for each number of posts."""
    parts = [_size(int(count), found) for count, found in figures["posts"].items()]
    if figures["growth"]:
        first, *_, last = figures["posts"]
        told = ", ".join(f"{name} {times}" for name, times in figures["growth"].items())
        parts.append(
            f"From {int(first):,} to {int(last):,} posts a build takes so many times as long: {told}."
        )
    parts.append(
        f"Medians of {figures['rounds']} interleaved rounds on {figures['processors']} processors; Linux shares out "
        f"memory that processes have in common (PSS)."
    )
    if figures["missing"]:
        parts.append(f"Not installed, so not measured: {', '.join(figures['missing'])}.")
    return "\n\n".join(parts)


def _size(count: int, found: dict[str, Any]) -> str:
    rows = [
        f"| {count:,} posts | seconds | of all processors | MiB | ours to it |",
        "|---|---:|---:|---:|---:|",
    ]
    for name, row in found["builds"].items():
        cold, ratio = row["cold"], found["ratios"].get(name, {}).get("wall")
        told = "" if ratio is None else f"{ratio:.2f}"
        rows.append(f"| {name} | {cold['wall']:.2f} | {cold['cpu']:.2f} | {row['peak_mib']} | {told} |")
        if "after_one_edit" in row:
            edit = row["after_one_edit"]
            hugo = next(
                (r["after_one_edit"] for r in found["ratios"].values() if "after_one_edit" in r), None
            )
            told = "" if hugo is None else f"{hugo:.2f} (Hugo's whole build)"
            rows.append(f"| – after one edit | {edit['wall']:.2f} | {edit['cpu']:.2f} | | {told} |")
            rows.append(f"| – after one edit, under `pelican -r` | {row['autoreload']:.2f} | | | |")
    return "\n".join(rows)


def plot(figures: dict[str, Any]) -> str:
    """Return an SVG with a line for each contender: posts to the right, seconds of a build from nothing upwards."""
    counts = sorted(int(count) for count in figures["posts"])
    names = list(figures["posts"][str(counts[0])]["builds"])
    seconds = {
        name: [figures["posts"][str(count)]["builds"][name]["cold"]["wall"] for count in counts]
        for name in names
    }
    most = max(max(row) for row in seconds.values())
    across = (WIDTH - LEFT - 16) / max(counts[-1], 1)
    up = (HEIGHT - TOP - BOTTOM) / most
    floor = HEIGHT - BOTTOM
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
        'font-family="sans-serif" font-size="12">',
        "<title>Seconds of a build by number of posts</title>",
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<path d="M{LEFT} {TOP}V{floor}H{WIDTH - 16}" fill="none" stroke="#4b5563"/>',
    ]
    for part in range(5):
        value, y = most * part / 4, floor - most * part / 4 * up
        parts.append(f'<text x="{LEFT - 6}" y="{y + 4:.0f}" text-anchor="end">{value:.1f} s</text>')
    parts += [
        f'<text x="{LEFT + count * across:.0f}" y="{floor + 18}" text-anchor="middle">{count:,}</text>'
        for count in counts
    ]
    for place, (name, row) in enumerate(seconds.items()):
        colour = COLOURS[place % len(COLOURS)]
        points = " ".join(
            f"{LEFT + count * across:.1f},{floor - value * up:.1f}"
            for count, value in zip([0, *counts], [0.0, *row], strict=True)
        )
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"/>')
        x, y = LEFT + place % 2 * 290, floor + 40 + place // 2 * 18
        parts.append(f'<path d="M{x} {y - 4}h18" stroke="{colour}" stroke-width="2"/>')
        parts.append(f'<text x="{x + 24}" y="{y}">{escape(name)}</text>')
    return "\n".join([*parts, "</svg>", ""])


def keep(figures: dict[str, Any]) -> None:
    """Write the table and the plot into docs/."""
    text = PAGE.read_text("utf-8")
    table = f"{BEGIN}\n{as_table(figures)}\n{END}"
    PAGE.write_text(re.sub(f"{BEGIN}.*?{END}", lambda _: table, text, flags=re.S), encoding="utf-8")
    PLOT.write_text(plot(figures), encoding="utf-8")
