"""The tags of one element as text: their attributes with places, and what a `Retag` makes of them."""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass

from pelican_memoir.memoir.element import Element, read_attributes
from pelican_memoir.repair.edit import Retag
from pelican_memoir.repair.scan import Tag

_ATTRIBUTE = re.compile(
    r"""(?<!\s)\s*+(?P<name>[^\s"'<>/=]+)(?:\s*=\s*(?P<raw>"[^"]*"|'[^']*'|[^\s"'=<>`]+))?""",
)

_USUAL = re.compile(r"""<[a-z][a-z0-9]*+(?:\s++[a-z][a-z0-9:_-]*+(?:="[^"<>]*+")?)*+\s*+/?>""")


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


class StartTag(Tag):
    """A start tag with the changes that it is to get: it is written when all are known.

    `source` is what is there, with a name of some `length`, and `is_usual` where it is spelled so that attributes may
    come and go in any order; `put` comes first in it, and `drop` goes. `written` is the
    name to write where it is another.
    """

    __slots__ = ("_text", "drop", "is_usual", "length", "put", "source", "written")

    def __init__(self, source: str, name: str, attributes: Mapping[str, str]) -> None:
        super().__init__(name, attributes=attributes)
        self.source = source
        self.is_usual = _USUAL.fullmatch(source) is not None
        self.length = len(name)
        self.written: str | None = None
        self.put: Mapping[str, str] = {}
        self.drop: Set[str] = frozenset()
        self._text: str | None = None

    def changed(self, change: Retag) -> StartTag:
        """Return what a change makes of it."""
        put, drop = tuple(change.put.items()), tuple(change.drop)
        return _changed(self, change.name, put, drop, tuple(change.classes), tuple(change.declassed))

    def __str__(self) -> str:
        if self._text is None:
            name, inside = self.source[1 : 1 + self.length], self.source[1 + self.length : -1]
            if self.drop:
                inside = _ATTRIBUTE.sub(lambda it: "" if it["name"].lower() in self.drop else it[0], inside)
            put = [f' {key}="{html.escape(value)}"' for key, value in self.put.items()]
            self._text = f"<{self.written or name}{''.join(put)}{inside}>"
        return self._text


@functools.lru_cache(maxsize=512)
def as_written(source: str, name: str) -> StartTag:
    """Return a start tag as it is; the last ones are kept, since many are alike."""
    return StartTag(source, name, read_attributes(source[1 + len(name) : -1]))


@functools.lru_cache(maxsize=512)
def _changed(
    tag: StartTag,
    name: str | None,
    given: Iterable[tuple[str, str]],
    dropped: Iterable[str],
    classes: Collection[str],
    declassed: Collection[str],
) -> StartTag:
    """Return what a change makes of a tag; the last are kept, since in tables and galleries many are alike."""
    put, drop = dict(given), set(dropped)
    if classes or declassed:
        had = tag.attributes.get("class", "").split()
        has = [entry for entry in had if entry not in declassed]
        has += [entry for entry in classes if entry not in has]
        if has != had:
            drop.add("class")
            put |= {"class": " ".join(has)} if has else {}
    drop.update(put)
    left = {key: value for key, value in tag.attributes.items() if key not in drop}
    made = StartTag(tag.source, name or tag.name, {**put, **left})
    made.length = tag.length
    made.written = name or tag.written
    made.put = {**put, **{key: value for key, value in tag.put.items() if key not in drop}}
    made.drop = tag.drop | drop
    return made if tag.is_usual else as_written(str(made), made.name)


def is_whole(element: Element) -> bool:
    """Tell whether the element has an end tag of its own."""
    return element.end > element.close
