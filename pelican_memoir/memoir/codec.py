"""The JSON form of the model: dataclasses to plain values and back, driven by their own fields."""

from __future__ import annotations

import dataclasses
import functools
import operator
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
    readers = _readers(typing.cast(Hashable, cls))
    return cls(
        **{
            name: value if value is None or readers[name] is None else readers[name](value)
            for name, value in data.items()
            if name in readers
        }
    )


@functools.cache
def _readers(cls: Hashable) -> dict[str, Any]:
    """What makes a field's value from its plain form, by the field's name; None where that is the value."""
    hints = typing.get_type_hints(cls)
    return {field.name: _reader(hints[field.name]) for field in dataclasses.fields(cls)}  # type: ignore[arg-type]


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        return _reader(next(arg for arg in typing.get_args(hint) if arg is not type(None)))
    if origin is tuple:
        item = _reader(typing.get_args(hint)[0])
        return tuple if item is None else lambda value: tuple([item(each) for each in value])
    if dataclasses.is_dataclass(hint) and isinstance(hint, type):
        return functools.partial(from_plain, hint)
    return None


def changed(value: T, **changes: Any) -> T:
    """`dataclasses.replace` for the model's frozen values, of which a memoir has very many: it asks less of each."""
    cls = type(value)
    names, values_of = _fields(cls)  # type: ignore[arg-type]
    new, set_field = object.__new__(cls), object.__setattr__
    for name, old in zip(names, values_of(value), strict=True):
        set_field(new, name, changes.get(name, old))
    return new


@functools.cache
def _fields(cls: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]]:
    """The names of all fields, of which there have to be two or more, and what gets their values."""
    names = tuple(field.name for field in dataclasses.fields(cls))
    return names, operator.attrgetter(*names)


def map_texts(value: T, change: Callable[[str], str]) -> T:
    """The same dataclass with `change` applied to every text that may hold prose: not to anchors, URLs and kinds.

    The value itself is returned where nothing changes.
    """
    changes: dict[str, Any] = {}
    for name in _prose_fields(type(value)):  # type: ignore[arg-type]
        old = getattr(value, name)
        if old and (new := change(old) if type(old) is str else _mapped(old, change)) is not old:
            changes[name] = new
    return changed(value, **changes) if changes else value


@functools.cache
def _prose_fields(cls: type) -> tuple[str, ...]:
    """The fields that may hold texts, which neither those named here nor numbers and flags do."""
    hints = typing.get_type_hints(cls)
    return tuple(name for name, hint in hints.items() if name not in _NOT_PROSE and not _is_number(hint))


def _is_number(hint: Any) -> bool:
    inner = [each for each in typing.get_args(hint) if each not in (type(None), Ellipsis)]
    return all(map(_is_number, inner)) if inner else hint in (int, bool, float)


def _mapped(value: Any, change: Callable[[str], str]) -> Any:
    """A text, a tuple or a dataclass changed; itself where nothing in it changes."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        items = [change(item) if type(item) is str else _mapped(item, change) for item in value]
        return value if all(map(operator.is_, items, value)) else tuple(items)
    return map_texts(value, change)


_NOT_PROSE = frozenset({"anchor", "url", "repository", "kind", "level", "language", "label"})
