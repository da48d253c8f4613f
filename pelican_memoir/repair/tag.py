"""Edits of one element's tags: another name, attributes set or dropped, classes added or dropped."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pelican_memoir.memoir.element import Element
from pelican_memoir.repair.edit import Edit

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


def attributes_of(element: Element) -> Iterator[Attribute]:
    """Yield the attributes of a start tag in order, a repeated one each time."""
    if element.is_bare:
        return
    start, end = element.start + 1 + len(element.name), element.inner - 1
    for match in _ATTRIBUTE.finditer(element.source, start, end):
        raw = match["raw"]
        value = raw[1:-1] if raw and raw[0] in "\"'" else raw
        yield Attribute(match["name"].lower(), value, *match.span())


def retag(
    element: Element,
    *,
    name: str | None = None,
    drop: Iterable[str] = (),
    put: Mapping[str, str] | None = None,
    classes: Iterable[str] = (),
    declassed: Iterable[str] = (),
) -> Iterator[Edit]:
    """Yield the edits of an element's tags; an attribute in `put` takes the place of the one there is."""
    put = dict(put or {})
    wanted = [entry for entry in element.attributes.get("class", "").split() if entry not in set(declassed)]
    wanted += [entry for entry in classes if entry not in wanted]
    if wanted != element.attributes.get("class", "").split():
        drop = (*drop, "class")
        if wanted:
            put["class"] = " ".join(wanted)
    dropped = {*drop, *put}
    behind = element.start + 1 + len(element.name)
    # One insertion: edits at one place would else depend on the order in which they were made.
    added = "".join(f' {key}="{html.escape(value)}"' for key, value in put.items())
    if name is not None or added:
        yield Edit(element.start + 1, behind, (name or element.source[element.start + 1 : behind]) + added)
    for attribute in attributes_of(element):
        if attribute.name in dropped:
            yield Edit(attribute.start, attribute.end)
    if name is not None and element.end > element.close:
        yield Edit(element.close + 2, element.close + 2 + len(element.name), name)


def is_whole(element: Element) -> bool:
    """Tell whether the element has an end tag of its own."""
    return element.end > element.close
