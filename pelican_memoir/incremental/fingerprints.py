"""What templates look at, as text that is the same in two builds only where the things are."""

from __future__ import annotations

import datetime
import pathlib
import zoneinfo
from collections import OrderedDict, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache, cached_property
from hashlib import sha256
from itertools import compress
from operator import is_not
from typing import Any

from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.utils import missing
from markupsafe import Markup
from pelican.contents import Content
from pelican.paginator import Page, Paginator
from pelican.urlwrappers import URLWrapper
from pelican.utils import SafeDatetime

from pelican_memoir.memoir.model import Memoir
from pelican_memoir.memory.build import Build
from pelican_memoir.packed_texts import DIGEST, PACKED, digest_of
from pelican_memoir.quick_lists import QuickList

_LONG = 200
"""Characters from which a text is told by its digest."""
NOT_OWN = frozenset(["settings", "_context"])
"""What content holds of its site; the settings take part as a whole."""
_TEXTS = frozenset(["_content", PACKED, DIGEST])
_NOT_ON_CARD = NOT_OWN | _TEXTS | {"metadata"}
_BUILTIN = frozenset([str, int, float, bool, type(None)])
"""Kinds of most values of content, which Python writes out at one go."""
_HOLDING = frozenset([list, tuple, dict])
"""Kinds of those that it writes out so where they are empty, as many are."""
_LINKING = ("{", "|")
"""What opens a link that Pelican resolves (`{filename}`, `{static}`, `|tag|`)."""
_ATTACHING = ("{attach}", "|attach|")


class UnknowableError(TypeError):
    """A value of which nobody can tell whether it is the same as in the build before."""


def digest(parts: Iterable[str]) -> str:
    """Return one digest of several texts, each with its length."""
    joined = "".join(map(_with_length, parts))
    return sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _with_length(part: str) -> str:
    return f"{len(part)}:{part}"


class Fingerprints:
    """The fingerprints of one build; what is large is walked once."""

    def __init__(self, context: Mapping[str, Any]) -> None:
        """Take the context that generators share."""
        self.context = context
        self._texts = Build.of(context).texts
        self._cards: dict[int, tuple[Content, str]] = {}  # what is held keeps its id
        self._contents: dict[int, tuple[Content, str]] = {}
        self._named: dict[tuple[str, ...], tuple[list[Any], list[str]]] = {}
        self._walked: dict[int, tuple[Any, str]] = {}

    def of_value(self, value: Any) -> str:
        """Return the fingerprint of a value; content in it is told by its source alone.

        Raises `UnknowableError` for what is none of the kinds that are known.
        """
        write = _WRITERS.get(type(value))
        if write is not None:
            return write(self, value)
        if isinstance(value, Content):
            return source_of(value)
        if isinstance(value, URLWrapper):
            return f"{type(value).__name__}({value.name!r}, {value.slug!r})"
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return f"{type(value).__name__}{_items(self, value)}"
        if is_dataclass(value) and type(value).__module__.startswith("pelican_memoir."):
            return self.once(value, lambda: _of_dataclass(self, value))
        return _of_jinja(value)

    def of_names(self, names: Iterable[str], context: Mapping[str, Any]) -> str:
        """Return the fingerprint of names of a page's context, of those that it has not as well.

        Most pages ask for the same names and differ in few values: the others are not reckoned again.
        """
        asked = tuple(names)
        values = [context.get(name, missing) for name in asked]
        before, told = self._named.get(asked, ([], []))
        if not before:
            told = [_with_length(self.of_value(value)) for value in values]
        else:
            told = told.copy()
            for place in compress(range(len(values)), map(is_not, values, before)):
                told[place] = _with_length(self.of_value(values[place]))
        self._named[asked] = (values, told)
        return "".join(told)

    def of_content(self, content: Content) -> str:
        """Return the fingerprint of all that a piece of content holds itself; other content is told by its source.

        Raises `UnknowableError` where it holds what cannot be known.
        """
        found = self._contents.get(id(content))
        if found is None:
            text = content._content
            is_text = isinstance(text, str)
            told = [*self._links(text), digest_of(content, self._texts).hex()] if is_text else [repr(text)]
            whole = digest((self.of_card(content), *told))
            found = self._contents[id(content)] = (content, whole)
        return found[1]

    def of_card(self, content: Content) -> str:
        """Return the fingerprint of all that a piece of content holds itself but its text; raises as `of_content`."""
        found = self._cards.get(id(content))
        if found is None:
            found = self._cards[id(content)] = (content, digest(self._told(content)))
        return found[1]

    def _told(self, content: Content) -> Iterable[str]:
        own, metadata = vars(content), content.metadata
        texts = [value for name, value in own.items() if isinstance(value, str) and name not in _TEXTS]
        yield from self._links("\n".join(texts))
        plain: list[Any] = []
        for name in _names_on_card(frozenset(own)):
            value = own[name]
            if type(value) in _BUILTIN or (not value and type(value) in _HOLDING):
                plain += (name, value)
            else:
                yield name
                yield self.of_value(value)
        yield repr(plain)
        # Pelican makes attributes of metadata: most of it is told already.
        for name, value in sorted(metadata.items()):
            if own.get(name) is not value:
                if isinstance(value, str):
                    yield from self._links(value)
                yield name
                yield self.of_value(value)

    def _links(self, text: str) -> Iterable[str]:
        """Yield where links lead if there may be any in a text that Pelican resolves."""
        if any(mark in text for mark in _LINKING):
            if any(mark in text for mark in _ATTACHING):
                raise UnknowableError("rendering it moves the files that it attaches")
            yield self.links

    @cached_property
    def links(self) -> str:
        """Where links between the sources of the site lead."""
        pages = (
            f"{path} {content.url if content else None}"
            for path, content in sorted(self.context["generated_content"].items())
        )
        files = (
            f"{path} {getattr(content, 'override_url', None)} {getattr(content, 'slug', None)}"
            for path, content in sorted(self.context["static_content"].items())
        )
        return digest((*pages, "", *files))

    def once(self, value: Any, write: Callable[[], str]) -> str:
        """Return what `write` makes of a value, made once and in short: the context's lists are on every page."""
        found = self._walked.get(id(value))
        if found is None:
            found = self._walked[id(value)] = (value, _short(write()))
        return found[1]


@cache
def _names_on_card(names: frozenset[str]) -> list[str]:
    """Return those of content's attributes that tell what a card may show, in order; most posts have the same."""
    return sorted(names - _NOT_ON_CARD)


def source_of(content: Content) -> str:
    """Return what tells a piece of content from all others. Raises `UnknowableError` where it has no source."""
    if content.source_path is None:
        raise UnknowableError("content without a source")
    return f"{type(content).__name__}<{content.relative_source_path}>"


def _of_dataclass(prints: Fingerprints, value: Any) -> str:
    told = ", ".join(prints.of_value(getattr(value, field.name)) for field in fields(value))
    return f"{type(value).__name__}({told})"


def _of_jinja(value: Any) -> str:
    for name, given in DEFAULT_NAMESPACE.items():
        if value is given and name != "lipsum":
            return f"jinja:{name}"
    raise UnknowableError(f"{type(value)}")


def _short(text: str) -> str:
    return text if len(text) < _LONG else f"{len(text)}:{digest([text])}"


def _text(_: Fingerprints, value: Any) -> str:
    return repr(value) if len(value) < _LONG else _short(value)


def _plain(_: Fingerprints, value: Any) -> str:
    return f"{type(value).__name__}:{value!r}"


def _items(prints: Fingerprints, value: Iterable[Any]) -> str:
    return prints.once(value, lambda: f"[{', '.join(prints.of_value(item) for item in value)}]")


def _set(prints: Fingerprints, value: Iterable[Any]) -> str:
    return f"{{{', '.join(sorted(prints.of_value(item) for item in value))}}}"


def _mapping(prints: Fingerprints, value: Mapping[Any, Any]) -> str:
    return prints.once(value, lambda: repr(value) if _is_simple(value) else _entries(prints, value))


def _entries(prints: Fingerprints, value: Mapping[Any, Any]) -> str:
    told = (f"{prints.of_value(key)}: {prints.of_value(item)}" for key, item in value.items())
    return f"{{{', '.join(told)}}}"


def _is_simple(value: Mapping[Any, Any]) -> bool:
    """Tell whether Python itself writes all of a mapping out at one go, as most front matter."""
    return all(
        type(key) is str
        and (type(item) in _SIMPLE or (type(item) is list and all(type(each) in _SIMPLE for each in item)))
        for key, item in value.items()
    )


def _paginator(prints: Fingerprints, value: Paginator) -> str:
    told = (value.name, value.url, value.per_page, value.orphans, value.object_list)
    return f"Paginator({', '.join(prints.of_value(each) for each in told)})"


def _page(prints: Fingerprints, value: Page) -> str:
    told = (value.full_name, value.base_url, value.number, list(value.object_list), value.paginator)
    return f"Page({', '.join(prints.of_value(each) for each in told)})"


_TIMES = [SafeDatetime, datetime.datetime, datetime.date, datetime.time, datetime.timedelta]
_SIMPLE = _BUILTIN | set(_TIMES)
_WRITERS: dict[type, Callable[[Fingerprints, Any], str]] = {
    str: _text,
    Markup: _text,
    **dict.fromkeys([int, float, bool, type(None), bytes, complex], _plain),
    **dict.fromkeys(_TIMES, _plain),
    **dict.fromkeys([zoneinfo.ZoneInfo, pathlib.PosixPath, pathlib.WindowsPath], _plain),
    **dict.fromkeys([list, tuple, QuickList], _items),
    **dict.fromkeys([set, frozenset], _set),
    **dict.fromkeys([dict, OrderedDict, defaultdict], _mapping),
    Paginator: _paginator,
    Page: _page,
    Build: lambda _, value: "Build",
    Memoir: lambda prints, value: prints.once(value, lambda: repr(value)),  # plain values all the way down
    type(missing): lambda _, value: "missing",
}
