"""Filters that choose among items, or sort them into groups; and `default`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from liquid import RenderContext
from liquid.builtin.expressions import BooleanExpression, FilteredExpression, tokenize
from liquid.filter import with_context
from liquid.stream import TokenStream
from liquid.token import TOKEN_EXPRESSION, Token

from pelican_memoir.jekyll.liquid.filters.properties import matches, property_of
from pelican_memoir.jekyll.liquid.values import is_array, to_text

Evaluate = Callable[[Any], Any]


def is_choosable(items: Any, *values: Any) -> bool:
    """Tell whether items can be chosen from, by values that are neither arrays nor mappings."""
    return (is_array(items) or isinstance(items, (Mapping, range))) and not any(
        is_array(value) or isinstance(value, Mapping) for value in values
    )


def items_of(value: Any) -> list[Any]:
    """Return what is chosen from: a mapping's values."""
    return list(value.values()) if isinstance(value, Mapping) else list(value)


def evaluator(kind: Any, context: RenderContext, name: Any, expression: Any) -> Evaluate:
    """Return what evaluates an expression for one item, which it knows by `name`."""
    written = to_text(expression)
    token = Token(TOKEN_EXPRESSION, written, 0, written)
    parsed = kind.parse(context.env, TokenStream(tokenize(written, token)))

    def evaluate(item: Any) -> Any:
        with context.extend({to_text(name): item}):
            return parsed.evaluate(context)

    return evaluate


def where(items: Any, name: Any, value: Any = None) -> Any:
    """Return the items whose property is, or holds, a value."""
    if not name or not is_choosable(items, value):
        return items
    return [item for item in items_of(items) if matches(property_of(item, name), value)]


def find(items: Any, name: Any, value: Any = None) -> Any:
    """Return the first item whose property is, or holds, a value."""
    if not name or not is_choosable(items, value):
        return items
    return next((item for item in items_of(items) if matches(property_of(item, name), value)), None)


@with_context
def where_exp(items: Any, name: Any, expression: Any, *, context: RenderContext) -> Any:
    """Return the items for which a condition holds."""
    if not is_choosable(items):
        return items
    holds = evaluator(BooleanExpression, context, name, expression)
    return [item for item in items_of(items) if holds(item)]


@with_context
def find_exp(items: Any, name: Any, expression: Any, *, context: RenderContext) -> Any:
    """Return the first item for which a condition holds."""
    if not is_choosable(items):
        return items
    holds = evaluator(BooleanExpression, context, name, expression)
    return next((item for item in items_of(items) if holds(item)), None)


def groups(items: list[Any], keys: Iterator[Any]) -> list[dict[str, Any]]:
    """Return items by their keys, as the mappings that Jekyll makes of groups."""
    found: dict[Any, list[Any]] = {}
    for item, key in zip(items, keys, strict=True):
        found.setdefault(key, []).append(item)
    return [{"name": name, "items": members, "size": len(members)} for name, members in found.items()]


def group_by(items: Any, name: Any) -> Any:
    """Return items by a property."""
    if not is_choosable(items):
        return items
    members = list(map(list, items.items())) if isinstance(items, Mapping) else list(items)
    return groups(members, (to_text(property_of(item, name)) for item in members))


@with_context
def group_by_exp(items: Any, name: Any, expression: Any, *, context: RenderContext) -> Any:
    """Return items by the value that an expression has for them."""
    if not is_choosable(items):
        return items
    key = evaluator(FilteredExpression, context, name, expression)
    return groups(list(items), (key(item) for item in items))


def default(value: Any, other: Any = "", *, allow_false: Any = False) -> Any:
    """Return another value for one that is nothing, false or empty."""
    if value is None or (value is False and not allow_false):
        return other
    return other if value == "" or value == [] or value == {} else value


FILTERS: dict[str, Callable[..., Any]] = {
    "where": where,
    "where_exp": where_exp,
    "find": find,
    "find_exp": find_exp,
    "group_by": group_by,
    "group_by_exp": group_by_exp,
    "default": default,
}
