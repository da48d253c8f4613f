"""The tags of one element as text: their attributes with places, and what a `Retag` makes of them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from pelican_memoir.memoir.element import Element
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
    put, drop = dict(change.put), set(change.drop)
    given = change.element.attributes.get("class", "").split()
    wanted = [entry for entry in given if entry not in change.declassed] if change.declassed else given
    wanted = wanted + [entry for entry in change.classes if entry not in wanted]
    if wanted != given:
        drop.add("class")
        if wanted:
            put["class"] = " ".join(wanted)
    drop.update(put)
    place = behind = 1 + len(change.element.name)
    parts = ["<", change.name or tag[1:behind]]
    parts += [f' {key}="{html.escape(value)}"' for key, value in put.items()]
    for attribute in attributes_of(tag, behind, len(tag) - 1) if drop else ():
        if attribute.name in drop:
            parts.append(tag[place : attribute.start])
            place = attribute.end
    return "".join([*parts, tag[place:]])


def is_whole(element: Element) -> bool:
    """Tell whether the element has an end tag of its own."""
    return element.end > element.close
