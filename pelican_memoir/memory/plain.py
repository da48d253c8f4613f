"""What a reader returns as JSON and back: builtins, times and Pelican's names of tags, authors and categories.

JSON, since reading it makes nothing but builtins: a cache is a file that others may have written. Whatever has no
exact form here is refused, and so not remembered. Long texts stand behind it, where no character is escaped, and it
has their digests.
"""

from __future__ import annotations

import json
from base64 import b64decode, b64encode
from collections.abc import Callable, Mapping
from datetime import date, datetime, timezone
from typing import Any

from pelican.urlwrappers import Author, Category, Tag
from pelican.utils import SafeDatetime

from pelican_memoir.memory.packed import PackedText
from pelican_memoir.memory.texts import TextDigests

_KIND = "!"
_WRAPPERS: dict[str, type] = {"author": Author, "category": Category, "tag": Tag}
_KINDS = {cls: kind for kind, cls in _WRAPPERS.items()}
_AS_THEY_ARE = frozenset([str, int, float, bool, type(None)])
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_LONG = 400
"""Characters from which a text stands behind the JSON."""


class NotPlainError(TypeError):
    """A value that has no form here."""


class Behind:
    """The long texts behind the JSON of an entry, and the digests of those that are known."""

    def __init__(self, digests: TextDigests) -> None:
        """Take the digests of the build."""
        self._digests = digests
        self._texts: list[str] = []

    def put(self, text: str) -> dict[str, Any]:
        """Put a text behind the others; return what stands for it in the JSON."""
        start = sum(map(len, self._texts))
        self._texts.append(text)
        found = self._digests.of(text)
        self._digests.know(text, found)
        return {_KIND: "text", "from": start, "to": start + len(text), "digest": found.hex()}

    def __str__(self) -> str:
        """Return all of them."""
        return "".join(self._texts)


def dumps(value: Any, digests: TextDigests) -> str:
    """Return a value as text: JSON in a line, and behind it the long texts. Raises `NotPlainError`."""
    behind = Behind(digests)
    plain = _ENCODER.encode(to_plain(value, behind))
    return f"{plain}\n{behind}"


def to_plain(value: Any, behind: Behind | None = None) -> Any:
    """Return a value as JSON knows it; long texts go to `behind` where there is one. Raises `NotPlainError`."""
    kind = type(value)
    if kind is str and behind is not None and len(value) >= _LONG:
        return behind.put(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is list:
        return [to_plain(item, behind) for item in value]
    if kind is dict:
        if all(type(key) is str and key != _KIND for key in value):
            return {key: to_plain(item, behind) for key, item in value.items()}
        pairs = [[to_plain(key, behind), to_plain(item, behind)] for key, item in value.items()]
        return {_KIND: "map", "items": pairs}
    if kind is tuple:
        return {_KIND: "tuple", "items": [to_plain(item, behind) for item in value]}
    if kind in _KINDS:
        return {_KIND: _KINDS[kind], "name": value.name}
    if kind is PackedText:
        data = b64encode(value.data).decode("ascii")
        return {_KIND: "packed", "data": data, "digest": value.digest.hex()}
    if kind in _TIMES and type(getattr(value, "tzinfo", None)) in _ZONES and not getattr(value, "fold", 0):
        return {_KIND: _TIMES[kind], "iso": value.isoformat()}
    raise NotPlainError(f"no plain form for {value!r}")


class Names:
    """Pelican's tags, authors and categories of one build: each is made once, as each reckons its slug for itself."""

    def __init__(self, settings: Mapping[str, Any]) -> None:
        """Take Pelican's settings, which names know."""
        self._settings = settings
        self._made: dict[tuple[str, str], Any] = {}

    def of(self, kind: str, name: str) -> Any:
        """Return the tag, author or category of a name."""
        found = self._made.get((kind, name))
        if found is None:
            found = self._made[kind, name] = _WRAPPERS[kind](name, self._settings)
        return found


def loads(text: str, names: Names, digests: TextDigests) -> Any:
    """Return what `dumps` was given; the digests of long texts are known from then on."""
    plain, _, behind = text.partition("\n")

    def restored(value: dict[str, Any]) -> Any:
        kind = value.get(_KIND)
        if kind is None:
            return value
        if kind == "text":
            found = behind[value["from"] : value["to"]]
            digests.know(found, bytes.fromhex(value["digest"]))
            return found
        return _MAKERS[kind](value, names)

    # Objects come from the inside out: what one holds is restored already.
    return json.loads(plain, object_hook=restored)


_ZONES = frozenset([type(None), timezone])
"""What `isoformat` says whole; a time in a zone of the map has its name besides."""
_TIMES: dict[type, str] = {SafeDatetime: "time", datetime: "datetime", date: "date"}
_MAKERS: dict[str, Callable[[dict[str, Any], Names], Any]] = {
    "map": lambda value, _: dict(value["items"]),
    "tuple": lambda value, _: tuple(value["items"]),
    "packed": lambda value, _: PackedText(b64decode(value["data"]), bytes.fromhex(value["digest"])),
    "time": lambda value, _: SafeDatetime.fromisoformat(value["iso"]),
    "datetime": lambda value, _: datetime.fromisoformat(value["iso"]),
    "date": lambda value, _: date.fromisoformat(value["iso"]),
    **dict.fromkeys(_WRAPPERS, lambda value, names: names.of(value[_KIND], value["name"])),
}
