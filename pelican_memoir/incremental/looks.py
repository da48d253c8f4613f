"""Notes what the templates of a page look at: names of its context, and content, by attributes or through filters."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment
from jinja2.defaults import DEFAULT_NAMESPACE
from jinja2.ext import ExprStmtExtension, LoopControlExtension
from jinja2.filters import FILTERS as JINJAS_FILTERS
from jinja2.runtime import Context
from jinja2.tests import TESTS as JINJAS_TESTS
from jinja2.utils import missing
from pelican.contents import Content
from pelican.utils import DateFormatter

from pelican_memoir.incremental.fingerprints import NOT_OWN
from pelican_memoir.page_context import PageContext
from pelican_memoir.parameters.addresses import on_site
from pelican_memoir.theming import dates, fields, labels, order, parameters, reading
from pelican_memoir.theming.held_comments import held_comments
from pelican_memoir.theming.linked_data import linked_data
from pelican_memoir.theming.reachable import reachable

_CHANCE = ("random", "lipsum")
"""What of Jinja's own gives another value each time."""
_KNOWN_EXTENSIONS = (ExprStmtExtension, LoopControlExtension)
ASKING_FOR_LITTLE = frozenset(
    [fields.front_matter, fields.picture, linked_data, order.by_name, parameters.parameter, reading.told]
)
"""Filters of ours that look at nothing that follows from a text, or at content as templates do."""
TAKING_TEXT = frozenset(
    [
        *(labels.label, labels.counted, labels.language_name, dates.day_text, dates.year_text),
        *(dates.archive_text, dates.months_text, parameters.date_as_set),
        *(fields.address, fields.image_address, fields.fragment_id, fields.in_language, on_site),
        *(
            reading.plain_text,
            reading.title_text,
            reading.document_title,
            reading.telling_text,
            reading.told_briefly,
            reading.words,
        ),
        *(reading.reading_minutes, reachable),
    ]
)
"""Filters of ours that are given texts, numbers and dates alone."""
_OF_METADATA = frozenset(["url", "save_as", "status"])
"""Properties of Pelican's content that are made of its metadata alone."""
_PLAIN = (str, int, float, type(None), Context)


@dataclass(slots=True)
class Looks:
    """What one page looks at. `is_known` is False where it used what nobody can follow."""

    context: Mapping[str, Any]
    names: set[str] = field(default_factory=set)
    """All names that templates asked for, those that they set themselves and those that are missing among them."""
    cards: dict[int, Content] = field(default_factory=dict)
    """Content of which nothing was looked at that follows from its text: lists show titles and dates."""
    contents: dict[int, Content] = field(default_factory=dict)
    asked: dict[int, Content] = field(default_factory=dict)
    """Content that filters were given in lists: they may follow it to the posts of its periods."""
    is_known: bool = True

    def note(self, content: Content, name: Any) -> None:
        """Note that an attribute of a piece of content is looked at."""
        key = id(content)
        if key not in self.contents:
            noted = self.cards if is_on_card(content, name) else self.contents
            noted[key] = content


class Watch:
    """Watches environments, for one page after the other."""

    def __init__(self) -> None:
        """Watch no page yet."""
        self.looks: Looks | None = None
        self.names: set[str] = set()
        self.unknown_globals: set[str] = set()
        self._class = _watched_context(self)

    def begin(self, context: Mapping[str, Any]) -> Looks:
        """Begin to note what a page with this context looks at, and return the notes."""
        self.looks = Looks(context)
        self.names = self.looks.names
        return self.looks

    def end(self) -> None:
        """Note no more."""
        looks, self.looks, self.names = self.looks, None, set()
        if looks is not None and any(
            name not in looks.context for name in self.unknown_globals & looks.names
        ):
            looks.is_known = False

    def over(self, environment: Environment) -> bool:
        """Watch an environment from now on; tell whether all can be seen that its templates may look at."""
        if environment.context_class is self._class:
            return True
        if not _is_clear(environment):
            return False
        environment.context_class = self._class
        self.unknown_globals |= {
            name
            for name, value in environment.globals.items()
            if value is not DEFAULT_NAMESPACE.get(name) or name in _CHANCE
        }
        environment.getattr = self._attribute(environment.getattr)  # type: ignore[method-assign, assignment]
        environment.getitem = self._item(environment.getitem)  # type: ignore[method-assign, assignment]
        for name, function in environment.filters.items():
            environment.filters[name] = self._filter(name, function)
        tests: dict[str, Any] = environment.tests
        for name, test in tests.items():
            if test is not JINJAS_TESTS.get(name) and name != "plugin_enabled":
                tests[name] = self._unknown(test)
        return True

    def _attribute(self, look_up: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
        def watched(value: Any, name: str) -> Any:
            if isinstance(value, Content) and self.looks is not None:
                self.looks.note(value, name)
            try:  # as Jinja begins itself; most attributes are there
                return getattr(value, name)
            except AttributeError:
                return look_up(value, name)

        return watched

    def _item(self, look_up: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
        def watched(value: Any, name: Any) -> Any:
            if isinstance(value, Content) and self.looks is not None:
                self.looks.note(value, name)
            return look_up(value, name)

        return watched

    def _filter(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        if _is_ours(function):
            return self._ours(function)
        is_jinjas = function is JINJAS_FILTERS.get(name) and name not in _CHANCE
        return function if is_jinjas or isinstance(function, DateFormatter) else self._unknown(function)

    def _ours(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter of ours that notes content among its arguments: most may ask for anything of it.

        What a filter is given by itself it follows nowhere; `memoir_silhouette` follows memoirs to their posts.
        """
        own = getattr(function, "__wrapped__", function)
        if own is held_comments:
            return self._unknown(function)  # it reads files of its own
        if function in TAKING_TEXT or own in TAKING_TEXT:
            return function

        @functools.wraps(function)
        def modest(content: Any, *values: Any, **options: Any) -> Any:
            if self.looks is not None and isinstance(content, Content):
                self.looks.cards.setdefault(id(content), content)
            return function(content, *values, **options)

        if own in ASKING_FOR_LITTLE:
            return function if hasattr(own, "jinja_pass_arg") else modest

        @functools.wraps(function)
        def watched(*values: Any, **options: Any) -> Any:
            for value in values:
                if isinstance(value, _PLAIN) or self.looks is None:
                    continue
                if isinstance(value, Content):
                    self.looks.contents[id(value)] = value
                else:
                    self.looks.asked.update((id(content), content) for content in held_by(value))
            return function(*values, **options)

        return watched

    def _unknown(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a filter or test of somebody else's; a page that calls it is not known."""

        @functools.wraps(function, updated=())
        def watched(*values: Any, **options: Any) -> Any:
            if self.looks is not None:
                self.looks.is_known = False
            return function(*values, **options)

        if hasattr(function, "jinja_pass_arg"):
            watched.jinja_pass_arg = function.jinja_pass_arg  # type: ignore[attr-defined]
        return watched


def _watched_context(watch: Watch) -> type[Context]:
    class WatchedContext(PageContext):
        """Jinja's context, which notes the names of the page's own context that are asked for."""

        def resolve_or_missing(self, key: str) -> Any:
            watch.names.add(key)
            return self.vars[key] if key in self.vars else self.parent.get(key, missing)

    return WatchedContext


def _is_clear(environment: Environment) -> bool:
    """Tell whether an environment runs nothing but filters and tests that a page could look at unseen."""
    extensions = all(type(each) in _KNOWN_EXTENSIONS for each in environment.extensions.values())
    return extensions and environment.context_class in (Context, PageContext) and environment.finalize is None


def _is_ours(function: Any) -> bool:
    """Tell whether a filter comes with this package, with the site's own texts bound to it or not."""
    module = getattr(getattr(function, "func", function), "__module__", None) or ""
    return str(module).partition(".")[0] == "pelican_memoir"


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
    elif depth and not isinstance(value, _PLAIN):
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
