"""The tags of one element as text: their attributes with places, and what a `Retag` makes of them."""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from pelican_memoir.memoir.element import Element, read_attributes
from pelican_memoir.repair.edit import Retag

_ATTRIBUTE = re.compile(
    r"""(?<!\s)\s*+(?P<name>[^\s"'<>/=]+)(?:\s*=\s*(?P<raw>"[^"]*"|'[^']*'|[^\s"'=<>`]+))?""",
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute with its place; `source[start:end]` has the white space before it. `value` is as written."""

    name: str
    value: str | None
    start: int
    end: int


def attributes_of(source: str, start: int, end: int) -> Iterator[Attribute]:
    """Yield the attributes of a start tag in order, a repeated one each time; they stand from `start` to `end`."""
    for match in _ATTRIBUTE.finditer(source, start, end):
        raw = match["raw"]
        value = raw[1:-1] if raw and raw[0] in "\"'" else raw
        yield Attribute(match["name"].lower(), value, *match.span())


def retagged(tag: str, change: Retag) -> str:
    """Return the start tag that a change makes of the one its element has."""
    return _retagged(
        tag,
        len(change.element.name),
        change.name,
        tuple(change.drop),
        tuple(change.put.items()),
        tuple(change.classes),
        tuple(change.declassed),
    )


@functools.lru_cache(maxsize=512)
def _retagged(
    tag: str,
    length: int,
    name: str | None,
    dropped: Collection[str],
    given: Collection[tuple[str, str]],
    classes: Collection[str],
    declassed: Collection[str],
) -> str:
    """Return what becomes of a start tag with a name of some length; kept, as in tables many tags are alike."""
    put, drop = dict(given), set(dropped)
    place = behind = 1 + length
    had = read_attributes(tag[behind:-1]).get("class", "").split() if classes or declassed else []
    has = [entry for entry in had if entry not in declassed]
    has += [entry for entry in classes if entry not in has]
    if has != had:
        drop.add("class")
        if has:
            put["class"] = " ".join(has)
    drop.update(put)
    parts = ["<", name or tag[1:behind]]
    parts += [f' {key}="{html.escape(value)}"' for key, value in put.items()]
    for attribute in attributes_of(tag, behind, len(tag) - 1) if drop else ():
        if attribute.name in drop:
            parts.append(tag[place : attribute.start])
            place = attribute.end
    return "".join([*parts, tag[place:]])


def is_whole(element: Element) -> bool:
    """Tell whether the element has an end tag of its own."""
    return element.end > element.close
