"""The JSON form of the model: dataclasses to plain values and back, driven by their own fields."""

from __future__ import annotations

import dataclasses
import functools
import types
import typing
from collections.abc import Callable, Hashable, Mapping
from typing import Any, TypeVar

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """A model value as JSON knows it: dicts and lists for dataclasses and tuples."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: to_plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, tuple):
        return [to_plain(item) for item in value]
    return value


def from_plain(cls: type[T], data: Mapping[str, Any]) -> T:
    """A dataclass from `to_plain`'s form. Keys it does not know are passed over, missing ones take the default.

    Raises `TypeError` where a field without a default is missing.
    """
    hints = _hints(typing.cast(Hashable, cls))
    fields = {field.name for field in dataclasses.fields(cls)}  # type: ignore[arg-type]
    return cls(**{name: _value(hints[name], value) for name, value in data.items() if name in fields})


@functools.cache
def _hints(cls: Hashable) -> dict[str, Any]:
    return typing.get_type_hints(cls)


def _value(hint: Any, value: Any) -> Any:
    if value is None:
        return None
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return _value(next(arg for arg in typing.get_args(hint) if arg is not type(None)), value)
    if origin is tuple:
        return tuple(_value(typing.get_args(hint)[0], item) for item in value)
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return from_plain(hint, value)
    return value


def map_texts(value: T, change: Callable[[str], str]) -> T:
    """The same dataclass with `change` applied to every text that may hold prose: not to anchors, URLs and kinds."""
    changed = {}
    for name in _prose_fields(type(value)):  # type: ignore[arg-type]
        old = getattr(value, name)
        if old and (new := _mapped(old, change)) != old:
            changed[name] = new
    return dataclasses.replace(value, **changed) if changed else value  # type: ignore[type-var]


@functools.cache
def _prose_fields(cls: type) -> tuple[str, ...]:
    return tuple(field.name for field in dataclasses.fields(cls) if field.name not in _NOT_PROSE)


_NOT_PROSE = frozenset({"anchor", "url", "repository", "kind", "level", "language", "label"})
_NO_TEXT = frozenset({int, bool, float})


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    kind = type(value)
    if kind is str:
        return change(value)
    if kind is tuple:
        first = type(value[0])
        return value if first in _NO_TEXT else tuple([_mapped(item, change) for item in value])
    return value if kind in _NO_TEXT else map_texts(value, change)
