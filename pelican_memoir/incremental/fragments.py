"""Parts that are the same on many pages are rendered once: the menu of a language, a post as lists show it.

While such a partial is rendered, what it looks at is noted by itself. Where it is included again with the same values
of the same names, its text is taken, and what it looked at counts as looked at by that page as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Template
from jinja2.runtime import Context
from jinja2.utils import missing
from pelican.contents import Content

from pelican_memoir.page_context import PageContext, included
from pelican_memoir.theming import theme_path

if TYPE_CHECKING:
    from pelican_memoir.incremental.looks import Watch

SHARED = frozenset(
    f"partials/{name}.html"
    for name in (
        *("analytics", "dated_line", "feed_links", "post_item"),
        *("site_links", "site_places", "site_words"),
    )
)
"""Partials of the theme that name nothing of the one page that they stand on."""
_ADDRESS = "localsiteurl"
"""The name by which links in a summary know how to lead to the site; no template asks for it."""


_MOST = 6000
"""Fragments of a partial that are held: a large blog's memory is for its texts."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """A rendered partial, what it looked at besides names, and the values of these, which so keep their identity."""

    text: str
    cards: tuple[Content, ...]
    contents: tuple[Content, ...]
    asked: tuple[Content, ...]
    values: tuple[Any, ...]


class Fragments:
    """The fragments of one build."""

    def __init__(self, watch: Watch) -> None:
        """Take who notes what templates look at."""
        self._watch = watch
        self._known: dict[Template, dict[tuple[str, ...], dict[tuple[Any, ...], Fragment]]] = {}
        self._own: dict[str | None, bool] = {None: False}
        self._folder = Path(theme_path(), "templates").resolve()

    def included(self, context: Context, template: Template, local: Mapping[str, Any]) -> Iterable[str]:
        """Render a template inside another one, or take what it was rendered to."""
        looks = self._watch.looks
        is_shared = template.name in SHARED and self._is_own(template)
        if looks is None or not is_shared or not isinstance(context, PageContext):
            return included(context, template, local)
        own = context.set_here(local)
        for names, known in self._known.setdefault(template, {}).items():
            found = known.get(_key(_values(names, own, context.parent)))
            if found is not None:
                looks.take(names[:-1], found.cards, found.contents, found.asked)
                return (found.text,)
        return (self._render(template, context, own),)

    def _render(self, template: Template, context: PageContext, own: dict[str, Any]) -> str:
        inner = context.of_included(template, own.copy())  # what the partial sets is not what it was given
        warned = self._watch.warned.count
        with self._watch.within() as looks:
            text = "".join(template.root_render_func(inner))
        used = map(template.environment.get_template, filter(None, looks.templates))
        is_quiet = self._watch.warned.count == warned
        if looks.is_known and is_quiet and None not in looks.templates and all(map(self._is_own, used)):
            names = (*sorted(looks.names), _ADDRESS)
            values = _values(names, own, context.parent)
            cards, contents, asked = (
                tuple(each.values()) for each in (looks.cards, looks.contents, looks.asked)
            )
            self._keep(template, names, Fragment(text, cards, contents, asked, values))
        return text

    def _keep(self, template: Template, names: tuple[str, ...], fragment: Fragment) -> None:
        known = self._known[template].setdefault(names, {})
        if len(known) == _MOST:
            del known[next(iter(known))]
        known[_key(fragment.values)] = fragment

    def _is_own(self, template: Template) -> bool:
        """Tell whether a template is the theme's: one of the site's own may do more than look."""
        file = template.filename
        if file not in self._own:
            self._own[file] = Path(str(file)).resolve().is_relative_to(self._folder)
        return self._own[file]


def _values(names: tuple[str, ...], own: Mapping[str, Any], around: Mapping[str, Any]) -> tuple[Any, ...]:
    return tuple([own[name] if name in own else around.get(name, missing) for name in names])


def _key(values: tuple[Any, ...]) -> tuple[Any, ...]:
    """Texts are told by what they say, all else by what it is."""
    return tuple([value if type(value) is str else id(value) for value in values])
