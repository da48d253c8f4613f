"""Content as templates and filters meet it: what of it hangs on its text, and where it is in a value."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from jinja2.runtime import Context
from pelican.contents import Content

from pelican_memoir.incremental.fingerprints import NOT_OWN
from pelican_memoir.memoir.model import Achievement, Memoir, Period

_OF_METADATA = frozenset(["url", "save_as", "status"])
"""Properties of Pelican's content that are made of its metadata alone."""
PLAIN = (str, int, float, type(None), Context, Memoir, Period, Achievement)
"""Kinds of values that hold no content."""


def is_on_card(content: Content, name: object) -> bool:
    """Tell whether an attribute of a piece of content is the same whatever its text is."""
    if name in vars(content):
        return name != "_content"
    if name == "summary":
        return "summary" in content.metadata  # else Pelican cuts it off the text
    return name in _OF_METADATA or not hasattr(type(content), str(name))


def held_by(value: Any, depth: int = 3) -> Iterator[Content]:
    """Yield the content in a value: itself, or in lists, mappings and our own classes."""
    if isinstance(value, Content):
        yield value
    elif depth and not isinstance(value, PLAIN):
        if isinstance(value, Mapping):
            inner: Any = value.values()
        elif isinstance(value, (list, tuple, set, frozenset)):
            inner = value
        else:
            names = getattr(type(value), "__slots__", ())
            inner = [getattr(value, name) for name in names if hasattr(value, name)]
        for each in inner:
            yield from held_by(each, depth - 1)


def led_to_by(content: Content) -> list[Content]:
    """Return the content that a piece of content leads to by its attributes."""
    own = vars(content)
    return [other for name in own.keys() - NOT_OWN for other in held_by(own[name])]
