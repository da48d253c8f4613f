"""The pen: colours and SVG shapes that every picture of the sample blog is made of."""

from __future__ import annotations

import math
from collections.abc import Sequence

SKY = "#dcecf2"
SEA = "#5d9db8"
DEEP = "#24506b"
SAND = "#efe2c6"
RED = "#c8553d"
GOLD = "#d9a441"
INK = "#22313a"
PAPER = "#fbfaf6"
LEAF = "#6f9a6a"


def svg(width: int, height: int, *parts: str) -> str:
    """Return an SVG document of the parts on a paper ground."""
    box = f'width="{width}" height="{height}" viewBox="0 0 {width} {height}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>'
    return "\n".join([head, rect(0, 0, width, height, PAPER), *parts, "</svg>", ""])


def rect(x: float, y: float, width: float, height: float, fill: str, radius: float = 0) -> str:
    """Return a filled rectangle."""
    return f'<rect x="{x:g}" y="{y:g}" width="{width:g}" height="{height:g}" rx="{radius:g}" fill="{fill}"/>'


def circle(x: float, y: float, radius: float, fill: str) -> str:
    """Return a filled circle."""
    return f'<circle cx="{x:g}" cy="{y:g}" r="{radius:g}" fill="{fill}"/>'


def path(data: str, fill: str = "none", stroke: str = "none", width: float = 3) -> str:
    """Return a path with round joins."""
    line = f' stroke="{stroke}" stroke-width="{width:g}" stroke-linejoin="round"' if stroke != "none" else ""
    return f'<path d="{data}" fill="{fill}"{line}/>'


def label(x: float, y: float, text: str, size: int = 18, fill: str = INK, anchor: str = "middle") -> str:
    """Return a line of text."""
    return (
        f'<text x="{x:g}" y="{y:g}" font-family="sans-serif" font-size="{size}" fill="{fill}" '
        f'text-anchor="{anchor}">{text}</text>'
    )


def polyline(points: Sequence[tuple[float, float]]) -> str:
    """Return path data through the points."""
    return "M" + " L".join(f"{x:.1f} {y:.1f}" for x, y in points)


def waves(width: int, top: float, bottom: float, fill: str, phase: float = 0) -> str:
    """Return a band of water with a waving surface."""
    surface = [(x, top + 6 * math.sin(x / 38 + phase)) for x in range(0, width + 12, 12)]
    return path(f"{polyline(surface)} L{width} {bottom:g} L0 {bottom:g} Z", fill)
