"""Style attributes become classes: a strict policy (`style-src 'self'`) stops them, and reports each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from pelican_memoir.memoir.element import Element
from pelican_memoir.repair.edit import Guess, Retag
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.widths import width_class

_CELLS = ("td", "th", "tr")
_PAINT = re.compile(r"max-width|max-height|min-width|height|object-fit|margin.*|padding.*|border-collapse")


def styles(page: Page) -> Iterator[Retag]:
    """Yield the changes; a property that no class stands for is told to the author, but for mere measures."""
    for element in page.elements:
        style = element.attributes.get("style")
        if style is None or any(around.name in ("svg", "math") for around in (element, *element.ancestors())):
            continue
        found, lost = read(style, element)
        guess = Guess(f"style: {', '.join(lost)}", style) if lost else None
        yield Retag(element, drop=["style"], classes=found, guess=guess)


def read(style: str, element: Element) -> tuple[list[str], list[str]]:
    """Return the classes for a style attribute, and the properties that have none."""
    classes: list[str] = []
    lost: list[str] = []
    for declaration in style.split(";"):
        key, _, value = (part.strip().lower() for part in declaration.partition(":"))
        value = value.removesuffix("!important").strip()
        if not key:
            continue
        if key in _READERS:
            classes += [entry for entry in _READERS[key](value, element) if entry not in classes]
        elif not _PAINT.fullmatch(key):
            lost.append(key)
        elif key == "margin" and "auto" in value.split():
            classes.append("mx-auto")
    return classes, lost


def _text_align(value: str, element: Element) -> list[str]:
    if value in ("center", "-webkit-center") and element.name not in _CELLS:
        return ["text-center"]
    return [f"align-{value}"] if value in ("left", "right", "center") else []


def _width(value: str, element: Element) -> list[str]:
    percent = re.fullmatch(r"(\d+(?:\.\d+)?)%", value)
    found = width_class(float(percent[1])) if percent and element.name in ("img", "figure", "div") else None
    return [] if found is None else [found]


def _zoom(value: str, element: Element) -> list[str]:
    factor = re.fullmatch(r"(\d*\.\d+)", value)
    return _width(f"{float(factor[1]) * 100}%" if factor else value, element)


_READERS: dict[str, Callable[[str, Element], list[str]]] = {
    "display": lambda value, _: {"none": ["hideme"], "block": ["d-block"]}.get(value, []),
    "float": lambda value, _: [f"float-{value}"] if value in ("left", "right") else [],
    "text-align": _text_align,
    "width": _width,
    "zoom": _zoom,
}
"""Property -> its classes, from the value and the element."""
