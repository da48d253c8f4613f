"""The property of an item that filters of arrays ask for, and how two of them compare."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from liquid.builtin.expressions.primitive import Blank, Empty
from liquid.exceptions import FilterArgumentError

from pelican_memoir.jekyll.liquid.values import is_array, to_text

INTEGER = re.compile(r"\s*-?\d+\s*", re.ASCII)
FLOAT = re.compile(r"\s*-?(?:\d+\.?\d*|\.\d+)\s*", re.ASCII)


def property_of(item: Any, name: str) -> Any:
    """Return an item's property, `a.b` being one inside another; a text that is a number becomes one."""
    value = item
    for key in str(name).split("."):
        value = value.get(key) if isinstance(value, Mapping) else None
    text = to_text(value) if isinstance(value, (str, int, float)) else ""
    if INTEGER.fullmatch(text):
        return int(text)
    return float(text) if FLOAT.fullmatch(text) else value


def matches(value: Any, target: Any) -> bool:
    """Tell whether a property is, or holds, the value that is looked for."""
    if target is None:
        return value is None
    if isinstance(target, (Empty, Blank)):
        return value in ("", None, []) or value == {}
    if isinstance(value, str):
        return value == to_text(target)
    items = value if is_array(value) else [] if value is None else [value]
    return any(to_text(item) == to_text(target) for item in items)


def compare(left: Any, right: Any) -> int:
    """Return -1, 0 or 1; raises `FilterArgumentError` for what cannot be compared."""
    if isinstance(left, date) and isinstance(right, date):
        left, right = moment(left), moment(right)
    elif isinstance(left, Mapping) and isinstance(right, Mapping) and "date" in left and "date" in right:
        return compare(left["date"], right["date"]) or compare(left.get("path"), right.get("path"))
    elif is_array(left) and is_array(right):
        return next((each for each in map(compare, left, right) if each), len(left) - len(right))
    try:
        return int(left > right) - int(left < right)
    except TypeError as error:
        raise FilterArgumentError("values of different kinds cannot be sorted", token=None) from error


def compare_or_texts(left: Any, right: Any) -> int:
    """Return -1, 0 or 1, by the texts of what cannot be compared otherwise."""
    try:
        return compare(left, right)
    except FilterArgumentError:
        return compare(to_text(left), to_text(right))


def moment(value: date) -> datetime:
    """Return a day or a time as a time that can be compared; without a zone it is taken for a local one."""
    found = value if isinstance(value, datetime) else datetime(value.year, value.month, value.day)
    return found if found.tzinfo else found.astimezone()
