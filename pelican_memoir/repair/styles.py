"""Style attributes become classes: a strict policy (`style-src 'self'`) stops them, and reports each."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator, Sequence

from pelican_memoir.repair.edit import Guess, Retag
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.widths import width_class

_CELLS = ("td", "th", "tr")
_DRAWINGS = ("svg", "math")
_PAINT = re.compile(r"max-width|max-height|min-width|height|object-fit|margin.*|padding.*|border-collapse")


def styles(page: Page) -> Iterator[Retag]:
    """Yield the changes; a property that no class stands for is told to the author, but for mere measures."""
    has_drawings = not page.census.names.isdisjoint(_DRAWINGS)
    for element in page.named((), having={"style"}):
        if has_drawings and any(around.name in _DRAWINGS for around in (element, *element.ancestors())):
            continue
        style = element.attributes["style"]
        found, lost = read(style, element.name)
        guess = Guess(f"style: {', '.join(lost)}", style) if lost else None
        yield Retag(element, drop=["style"], classes=found, guess=guess)


@functools.lru_cache(maxsize=256)
def read(style: str, name: str) -> tuple[Sequence[str], Sequence[str]]:
    """Return the classes for a style attribute of an element, and the properties that have none; the last are kept."""
    classes: list[str] = []
    lost: list[str] = []
    for declaration in style.split(";"):
        key, _, value = (part.strip().lower() for part in declaration.partition(":"))
        value = value.removesuffix("!important").strip()
        if not key:
            continue
        if key in _READERS:
            classes += [entry for entry in _READERS[key](value, name) if entry not in classes]
        elif not _PAINT.fullmatch(key):
            lost.append(key)
        elif key == "margin" and "auto" in value.split():
            classes.append("mx-auto")
    return classes, lost


def _text_align(value: str, name: str) -> list[str]:
    if value in ("center", "-webkit-center") and name not in _CELLS:
        return ["text-center"]
    return [f"align-{value}"] if value in ("left", "right", "center") else []


def _width(value: str, name: str) -> list[str]:
    percent = re.fullmatch(r"(\d+(?:\.\d+)?)%", value)
    found = width_class(float(percent[1])) if percent and name in ("img", "figure", "div") else None
    return [] if found is None else [found]


def _zoom(value: str, name: str) -> list[str]:
    factor = re.fullmatch(r"(\d*\.\d+)", value)
    return _width(f"{float(factor[1]) * 100}%" if factor else value, name)


_READERS: dict[str, Callable[[str, str], list[str]]] = {
    "display": lambda value, _: {"none": ["hideme"], "block": ["d-block"]}.get(value, []),
    "float": lambda value, _: [f"float-{value}"] if value in ("left", "right") else [],
    "text-align": _text_align,
    "width": _width,
    "zoom": _zoom,
}
"""Property -> its classes, from the value and the name of the element."""
