"""What a reader returns as JSON and back: builtins, times and Pelican's names of tags, authors and categories.

JSON, since reading it makes nothing but builtins: a cache is a file that others may have written. Whatever has no
exact form here is refused, and so not remembered.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime, timezone
from typing import Any

from pelican.urlwrappers import Author, Category, Tag
from pelican.utils import SafeDatetime

_KIND = "!"
_WRAPPERS: dict[str, type] = {"author": Author, "category": Category, "tag": Tag}
_KINDS = {cls: kind for kind, cls in _WRAPPERS.items()}
_AS_THEY_ARE = frozenset([str, int, float, bool, type(None)])


class NotPlainError(TypeError):
    """A value that has no form here."""


def to_plain(value: Any) -> Any:
    """Return a value as JSON knows it. Raises `NotPlainError`."""
    kind = type(value)
    if kind in _AS_THEY_ARE:
        return value
    if kind is list:
        return [to_plain(item) for item in value]
    if kind is dict:
        if all(type(key) is str and key != _KIND for key in value):
            return {key: to_plain(item) for key, item in value.items()}
        return {_KIND: "map", "items": [[to_plain(key), to_plain(item)] for key, item in value.items()]}
    if kind is tuple:
        return {_KIND: "tuple", "items": [to_plain(item) for item in value]}
    if kind in _KINDS:
        return {_KIND: _KINDS[kind], "name": value.name}
    if kind in _TIMES and type(getattr(value, "tzinfo", None)) in _ZONES and not getattr(value, "fold", 0):
        return {_KIND: _TIMES[kind], "iso": value.isoformat()}
    raise NotPlainError(f"no plain form for {value!r}")


def from_plain(value: Any, settings: Mapping[str, Any]) -> Any:
    """Return what `to_plain` was given; `settings` are Pelican's, which its names know."""
    if type(value) is list:
        return [from_plain(item, settings) for item in value]
    if type(value) is not dict:
        return value
    kind = value.get(_KIND)
    if kind is None:
        return {key: from_plain(item, settings) for key, item in value.items()}
    return _MAKERS[kind](value, settings)


_ZONES = frozenset([type(None), timezone])
"""What `isoformat` says whole; a time in a zone of the map has its name besides."""
_TIMES: dict[type, str] = {SafeDatetime: "time", datetime: "datetime", date: "date"}
_MAKERS: dict[str, Callable[[Any, Mapping[str, Any]], Any]] = {
    "map": lambda value, settings: {
        from_plain(key, settings): from_plain(item, settings) for key, item in value["items"]
    },
    "tuple": lambda value, settings: tuple(from_plain(item, settings) for item in value["items"]),
    "time": lambda value, _: SafeDatetime.fromisoformat(value["iso"]),
    "datetime": lambda value, _: datetime.fromisoformat(value["iso"]),
    "date": lambda value, _: date.fromisoformat(value["iso"]),
    "author": lambda value, settings: Author(value["name"], settings),
    "category": lambda value, settings: Category(value["name"], settings),
    "tag": lambda value, settings: Tag(value["name"], settings),
}
