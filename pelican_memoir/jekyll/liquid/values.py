"""Values as Ruby shows them: `to_s` in outputs, `inspect` inside arrays and mappings, numbers read from texts."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from liquid.builtin.expressions.primitive import Blank, Empty
from liquid.builtin.tags.for_tag import ForLoop

from pelican_memoir.jekyll import ruby_scalars
from pelican_memoir.jekyll.liquid.limits import refuse_size

ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
INTEGER = re.compile(r"\s*[-+]?\d+", re.ASCII)


def to_output(value: Any) -> str:
    """Return what an output writes for a value: an array's items without anything between them."""
    return "".join(map(to_text, to_list(value))) if is_array(value) else to_text(value)


def to_text(value: Any) -> str:
    """Return a value as filters of texts take it: Ruby's `to_s`."""
    if isinstance(value, str):
        return value
    if value is None or isinstance(value, (Empty, Blank)):
        return ""
    if isinstance(value, range):
        return f"{value.start}..{value.stop - 1}"
    if isinstance(value, ForLoop):  # to go over it would end the loop
        return "Liquid::ForloopDrop"
    if isinstance(value, Mapping):
        return inspect(value) if not hasattr(value, "shown") else str(value.shown)
    if is_array(value):
        return inspect(value)
    return number_text(value) if isinstance(value, float) else ruby_scalars.to_text(value)


def inspect(value: Any) -> str:
    """Return a value as Ruby code; raises `ResourceLimitError` where it grows too long."""
    text = inspected(value)
    refuse_size(text)
    return text


def inspected(value: Any) -> str:
    """Return a value as Ruby code, whose parts are none too long."""
    if value is None:
        return "nil"
    if isinstance(value, str):
        return '"' + "".join(ESCAPES.get(char, char) for char in value) + '"'
    if hasattr(value, "shown"):  # a post, which leads to all others
        return f"#<Jekyll::Document {value['path']}>"
    if isinstance(value, Mapping) and not isinstance(value, ForLoop):
        return "{" + ", ".join(f"{inspect(key)}=>{inspect(item)}" for key, item in value.items()) + "}"
    if is_array(value):
        return "[" + ", ".join(inspect(item) for item in value) + "]"
    return to_text(value)


def number_text(value: float) -> str:
    """Return a float as Ruby writes it."""
    text = repr(value)
    mantissa, _, exponent = text.partition("e")
    if not exponent:
        return {"inf": "Infinity", "-inf": "-Infinity", "nan": "NaN"}.get(text, text)
    return f"{mantissa if '.' in mantissa else mantissa + '.0'}e{exponent[0]}{exponent[1:]:0>2}"


def is_array(value: object) -> bool:
    """Tell whether a value is what Ruby calls an array."""
    return isinstance(value, Sequence) and not isinstance(value, (str, bytes, range))


def to_list(value: Any) -> list[Any]:
    """Return what a filter of arrays goes over: nested arrays are flattened, anything else is one item.

    Raises `ResourceLimitError` where there are too many items.
    """
    if is_array(value):
        found: list[Any] = []
        for entry in value:
            if is_array(entry):
                found.extend(to_list(entry))
            else:
                found.append(entry)
            refuse_size(found)
        return found
    if isinstance(value, range):
        return list(value)
    return [] if value is None else [value]


def to_integer(value: Any) -> int:
    """Return a whole number as Ruby's `to_i` reads it: the digits that a text begins with, else 0."""
    if isinstance(value, (bool, int, float)):
        return int(value)
    match = INTEGER.match(to_text(value))
    return int(match[0]) if match else 0


def to_number(value: Any) -> int | float:
    """Return a number as Liquid's filters read it."""
    if isinstance(value, bool):
        return 0
    if isinstance(value, (int, float)):
        return value
    if isinstance(value, str) and re.fullmatch(r"-?\d+\.\d+", value.strip(), re.ASCII):
        return float(value)
    return to_integer(value) if isinstance(value, str) else 0
