"""Notes what the templates of a page look at: names of its context, and content, by attributes or through filters."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
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

from pelican_memoir.incremental.content_in import PLAIN, held_by, is_on_card
from pelican_memoir.incremental.fragments import Fragments
from pelican_memoir.incremental.warned import Warned
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
    templates: set[str | None] = field(default_factory=set)
    is_known: bool = True

    def take(
        self,
        names: Iterable[str],
        cards: Iterable[Content],
        contents: Iterable[Content],
        asked: Iterable[Content],
    ) -> None:
        """Count as looked at what was looked at for a part of the page."""
        self.names.update(names)
        for own, others in ((self.cards, cards), (self.contents, contents), (self.asked, asked)):
            for content in others:
                own[id(content)] = content

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
        self.templates: set[str | None] = set()
        self.unknown_globals: set[str] = set()
        self.warned = Warned()
        self._class = _watched_context(self)
        self._fragments = Fragments(self)

    def begin(self, context: Mapping[str, Any]) -> Looks:
        """Begin to note what a page with this context looks at, and return the notes."""
        self._note_in(Looks(context))
        return self.looks  # type: ignore[return-value]

    def _note_in(self, looks: Looks | None) -> None:
        self.looks = looks
        self.names, self.templates = (looks.names, looks.templates) if looks else (set(), set())

    @contextmanager
    def within(self) -> Iterator[Looks]:
        """Note what a part of the page looks at by itself, and then as looked at by the page."""
        outer, looks = self.looks, Looks({})
        self._note_in(looks)
        try:
            yield looks
        finally:
            self._note_in(outer)
        if outer is not None:
            outer.take(looks.names, looks.cards.values(), looks.contents.values(), looks.asked.values())
            outer.templates |= looks.templates
            outer.is_known = outer.is_known and looks.is_known

    def end(self) -> None:
        """Note no more."""
        looks = self.looks
        self._note_in(None)
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
        if hasattr(environment, "included"):  # of the code that we have templates compiled to
            environment.included = self._fragments.included
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
            if isinstance(value, Content):
                looks = self.looks
                if looks is not None and id(value) not in looks.contents:
                    looks.note(value, name)
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
                if isinstance(value, PLAIN) or self.looks is None:
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
        """Notes the names of the page's own context that are asked for, and the templates that ask."""

        def __init__(
            self, environment: Environment, parent: Any, name: str | None, blocks: Any, globals: Any = None
        ) -> None:
            watch.templates.add(name)
            PageContext.__init__(self, environment, parent, name, blocks, globals)

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
