"""Filters of arrays: their order, their ends, their items."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from functools import cmp_to_key
from typing import Any

from liquid.exceptions import FilterArgumentError

from pelican_memoir.jekyll.liquid.filters.properties import compare, compare_or_texts, property_of
from pelican_memoir.jekyll.liquid.values import is_array, to_integer, to_list, to_text


def joined(items: Any, glue: Any = " ") -> str:
    """Return the items' texts with something between them."""
    return to_text(glue).join(to_text(item) for item in to_list(items))


def size(value: Any) -> int:
    """Return how many characters or items a value has; 8 for a number, as Ruby has it."""
    if isinstance(value, int) and not isinstance(value, bool):
        return 8
    return len(value) if hasattr(value, "__len__") else 0


def end(value: Any, place: int) -> Any:
    """Return an array's first or last item."""
    items = list(value) if is_array(value) or isinstance(value, range) else []
    return items[place] if items else None


def sort(items: Any, name: Any = None, nils: Any = "first") -> list[Any]:
    """Return items in order, by themselves or a property; those without it come first or last."""
    if items is None:
        raise FilterArgumentError("there is nothing to sort", token=None)
    if nils not in ("first", "last"):
        raise FilterArgumentError("sort: nils stand 'first' or 'last'", token=None)
    if isinstance(items, Mapping):
        items = list(map(list, items.items()))
    if not is_array(items) and not isinstance(items, range):
        raise FilterArgumentError("sort: expected an array", token=None)
    if name is None:
        return sorted(items, key=cmp_to_key(compare))
    found = [(property_of(item, name), item) for item in items]
    with_it = sorted((pair for pair in found if pair[0] is not None), key=by_first)
    without = [pair for pair in found if pair[0] is None]
    return [item for _, item in (without + with_it if nils == "first" else with_it + without)]


def by_first(pair: tuple[Any, Any]) -> Any:
    """Return the key that sorts pairs by what is first in them."""
    return cmp_to_key(compare_or_texts)(pair[0])


def sort_natural(items: Any, name: Any = None) -> list[Any]:
    """Return items in order without regard to case; those without a value come last."""

    def key(item: Any) -> tuple[bool, str]:
        value = item if name is None else property_of(item, name)
        return value is None, to_text(value).lower()

    return sorted(to_list(items), key=key)


def unique(items: Any, name: Any = None) -> list[Any]:
    """Return items, each once; by a property where one is named."""
    found: list[Any] = []
    seen: list[Any] = []
    for item in to_list(items):
        key = item if name is None else property_of(item, name)
        if key not in seen:
            seen.append(key)
            found.append(item)
    return found


def compact(items: Any, name: Any = None) -> list[Any]:
    """Return the items that are something, or whose property is."""
    return [
        item for item in to_list(items) if (item if name is None else property_of(item, name)) is not None
    ]


def mapped(items: Any, name: Any) -> list[Any]:
    """Return each item's property."""
    return [item.get(name) if isinstance(item, Mapping) else None for item in to_list(items)]


def concat(items: Any, others: Any) -> list[Any]:
    """Return both arrays as one."""
    if not is_array(others):
        raise FilterArgumentError("concat: expected an array", token=None)
    return [*to_list(items), *others]


def without(items: Any, count: Any, *, first: bool) -> Any:
    """Return an array without so many of its first or last items."""
    if not is_array(items):
        return items
    number = to_integer(count)
    return items[number:] if first else items[: max(len(items) - number, 0)]


def sample(items: Any, count: Any = 1) -> Any:
    """Return an item by chance, or several."""
    if not is_array(items):
        return items
    number = to_integer(count)
    if number == 1:
        return random.choice(items) if items else None
    return random.sample(items, min(number, len(items)))


FILTERS: dict[str, Callable[..., Any]] = {
    "join": joined,
    "size": size,
    "first": lambda items: end(items, 0),
    "last": lambda items: end(items, -1),
    "reverse": lambda items: to_list(items)[::-1],
    "sort": sort,
    "sort_natural": sort_natural,
    "uniq": unique,
    "compact": compact,
    "map": mapped,
    "concat": concat,
    "push": lambda items, item: [*items, item] if is_array(items) else items,
    "unshift": lambda items, item: [item, *items] if is_array(items) else items,
    "pop": lambda items, count=1: without(items, count, first=False),
    "shift": lambda items, count=1: without(items, count, first=True),
    "sample": sample,
}
