"""What the pictures of the sample blog show: charts, boats, buoys, certificates, rooms."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from .shapes import (
    DEEP,
    GOLD,
    INK,
    LEAF,
    PAPER,
    RED,
    SAND,
    SEA,
    SKY,
    circle,
    label,
    path,
    polyline,
    rect,
    svg,
    waves,
)


def chart(title: str, *series: tuple[str, Callable[[float], float]]) -> str:
    """Return a line chart; each series maps 0..1 to 0..1."""
    parts = [label(320, 40, title, 22), path("M60 60 V300 H600", stroke=INK, width=2)]
    for color, function in series:
        points = [(60 + 540 * i / 90, 300 - 220 * function(i / 90)) for i in range(91)]
        parts.append(path(polyline(points), stroke=color))
    return svg(640, 340, *parts)


def bars(title: str, *rows: tuple[str, float]) -> str:
    """Return horizontal bars; each row is a label and a length from 0 to 1."""
    parts = [label(320, 40, title, 22)]
    for index, (name, length) in enumerate(rows):
        y = 66 + 44 * index
        parts.append(label(190, y + 21, name, 16, anchor="end"))
        parts.append(rect(204, y, 400 * length, 30, RED if index == len(rows) - 1 else SEA, 4))
    return svg(640, 80 + 44 * len(rows), *parts)


def boxes(title: str, *names: str) -> str:
    """Return boxes joined by arrows, left to right."""
    width = 200 * len(names) + 40
    parts = [label(width / 2, 42, title, 22)]
    for index, name in enumerate(names):
        x = 40 + 200 * index
        parts += [rect(x, 80, 160, 90, SKY, 12), label(x + 80, 131, name, 18)]
        if index:
            parts.append(path(f"M{x - 36} 125 H{x - 8} m-10 -8 l10 8 l-10 8", stroke=INK, width=2))
    return svg(width, 210, *parts)


def buoy(title: str, color: str) -> str:
    """Return a buoy on the water."""
    return svg(
        560,
        340,
        rect(0, 0, 560, 340, SKY),
        circle(470, 70, 34, GOLD),
        waves(560, 220, 340, SEA),
        path("M230 232 L256 120 H304 L330 232 Z", color),
        rect(268, 70, 24, 50, INK),
        circle(280, 62, 12, GOLD),
        waves(560, 246, 340, DEEP, 2),
        label(280, 318, title, 20, PAPER),
    )


def ship(title: str) -> str:
    """Return a ship between two bands of water."""
    return svg(
        640,
        320,
        rect(0, 0, 640, 320, SKY),
        waves(640, 200, 320, SEA),
        path("M170 190 H480 L440 246 H214 Z", RED),
        rect(250, 140, 130, 50, PAPER),
        rect(330, 96, 26, 44, INK),
        *(circle(276 + 28 * i, 164, 8, DEEP) for i in range(3)),
        waves(640, 236, 320, DEEP, 1),
        label(320, 300, title, 20, PAPER),
    )


def certificate(title: str, line: str) -> str:
    """Return a certificate with a seal."""
    return svg(
        480,
        320,
        rect(24, 24, 432, 272, SAND, 10),
        rect(38, 38, 404, 244, PAPER, 6),
        label(240, 110, title, 28),
        label(240, 160, line, 18),
        path("M220 236 L206 284 L240 266 L274 284 L260 236 Z", RED),
        circle(240, 226, 34, GOLD),
    )


def route(title: str, points: Sequence[tuple[float, float]]) -> str:
    """Return a route over land with its stops."""
    stops = "".join(circle(x, y, 9, RED) for x, y in points)
    return svg(
        640,
        300,
        rect(0, 0, 640, 300, "#e4ecd9"),
        path("M0 250 Q160 220 320 255 T640 240 V300 H0 Z", SEA),
        path(polyline(points), stroke=DEEP, width=5),
        stops,
        label(320, 36, title, 22),
    )


def books(count: int) -> str:
    """Return the spines of so many books."""
    colors = (SEA, RED, GOLD, LEAF, DEEP)
    spines = []
    for i in range(count):
        lower = (i * i * 7) % 41
        spines.append(rect(20 + 18 * i, 60 + lower, 14, 180 - lower, colors[(i * 7) % 5], 2))
    return svg(40 + 18 * count, 280, *spines, rect(10, 240, 20 + 18 * count, 10, INK))


def room(title: str, people: int) -> str:
    """Return people in front of a board."""
    heads = [
        circle(90 + 92 * i, 232, 22, SAND) + rect(62 + 92 * i, 256, 56, 50, (SEA, RED, LEAF)[i % 3], 14)
        for i in range(people)
    ]
    return svg(640, 320, rect(90, 40, 460, 140, DEEP, 8), label(320, 120, title, 26, PAPER), *heads)


def lighthouse(title: str) -> str:
    """Return a lighthouse above a harbour."""
    return svg(
        640,
        360,
        rect(0, 0, 640, 360, SKY),
        path("M330 118 L640 40 V190 Z", "#f6e7b4"),
        path("M0 260 Q150 180 330 250 Q384 268 410 300 V360 H0 Z", LEAF),
        path("M270 250 L284 130 H336 L350 250 Z", PAPER),
        path("M277 190 H343 L346 220 H273 Z", RED),
        rect(288, 96, 44, 34, GOLD),
        path("M280 98 L310 66 L340 98 Z", INK),
        waves(640, 268, 360, SEA),
        label(320, 340, title, 20, PAPER),
    )


def squid() -> str:
    """Return a squid."""
    arms = [
        path(f"M{118 + 12 * i} 190 q{-14 + 6 * i} 40 {-6 + 3 * i} 84", stroke=RED, width=6) for i in range(6)
    ]
    body = path("M148 30 L196 96 H176 V190 H120 V96 H100 Z", RED)
    return svg(296, 300, *arms, body, circle(136, 168, 7, PAPER), circle(160, 168, 7, PAPER))


def network(title: str) -> str:
    """Return five buoys joined by lines."""
    spots = [(120, 110), (250, 190), (330, 90), (450, 180), (540, 100)]
    lines = [
        path(f"M{a[0]} {a[1]} L{b[0]} {b[1]}", stroke=PAPER, width=2)
        for i, a in enumerate(spots)
        for b in spots[i + 1 : i + 3]
    ]
    marks = [circle(x, y, 14, GOLD) for x, y in spots]
    return svg(640, 300, rect(0, 0, 640, 300, SEA), *lines, *marks, label(320, 270, title, 20, PAPER))


def planks() -> str:
    """Return a dinghy before and after."""
    boats = []
    for x, fill, flower in ((40, "#9aa3a5", True), (350, "#b5763a", False)):
        boats.append(path(f"M{x} 120 H{x + 250} Q{x + 230} 220 {x + 125} 220 Q{x + 20} 220 {x} 120 Z", fill))
        boats += [circle(x + 50 + 50 * i, 106, 16, RED) for i in range(4)] if flower else []
    return svg(640, 280, *boats, label(165, 260, "2013"), label(475, 260, "2023"))
