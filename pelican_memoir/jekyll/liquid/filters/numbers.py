"""Filters of numbers. Decimal fractions are reckoned in decimal, as Liquid does: `0.1 | plus: 0.2` is 0.3."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from liquid.exceptions import FilterArgumentError

from pelican_memoir.jekyll.liquid.values import to_integer, to_number

Number = int | Decimal


def exact(value: Any) -> Number:
    """Return a number that can be reckoned with."""
    number = to_number(value)
    return Decimal(repr(number)) if isinstance(number, float) else number


def shown(number: Number) -> int | float:
    """Return a result in the types of templates."""
    return float(number) if isinstance(number, Decimal) else number


def reckon(operation: Callable[[Any, Any], Number]) -> Callable[[Any, Any], int | float]:
    """Return a filter that joins two numbers."""

    def filtered(left: Any, right: Any) -> int | float:
        return shown(operation(exact(left), exact(right)))

    return filtered


def divide(left: Number, right: Number) -> Number:
    """Return a quotient: a whole number where both are whole."""
    if right == 0:
        raise FilterArgumentError("divided by 0", token=None)
    return (
        left // right if isinstance(left, int) and isinstance(right, int) else Decimal(left) / Decimal(right)
    )


def remainder(left: Number, right: Number) -> Number:
    """Return a remainder, of the divisor's sign."""
    if right == 0:
        raise FilterArgumentError("divided by 0", token=None)
    return left - right * math.floor(Decimal(left) / Decimal(right)) if left else left


def rounded(value: Any, digits: Any = 0) -> int | float:
    """Return a number rounded, halves away from 0."""
    number, digits = exact(value), min(max(to_integer(digits), -20), 20)
    if isinstance(number, int):
        return number
    found = number.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return float(found) if digits > 0 else int(found)


def absolute(value: Any) -> int | float:
    """Return a number without its sign."""
    return shown(-number if (number := exact(value)) < 0 else number)


def whole(value: Any) -> int:
    """Return Jekyll's `to_integer`."""
    return to_integer(value)


FILTERS: dict[str, Callable[..., Any]] = {
    "abs": absolute,
    "plus": reckon(lambda left, right: left + right),
    "minus": reckon(lambda left, right: left - right),
    "times": reckon(lambda left, right: left * right),
    "divided_by": reckon(divide),
    "modulo": reckon(remainder),
    "at_least": reckon(max),
    "at_most": reckon(min),
    "ceil": lambda value: math.ceil(exact(value)),
    "floor": lambda value: math.floor(exact(value)),
    "round": rounded,
    "to_integer": whole,
}
