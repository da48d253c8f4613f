"""Posts of guests: their HTML is cleaned by nh3 of all that could act on a reader, and what was taken out is told.

It runs before memoirs are read and texts are repaired, so that nothing of the plugin's own is ever cleaned away.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from pelican_memoir.errors import Location, Problem
from pelican_memoir.jekyll.front_matter import FrontMatter
from pelican_memoir.memoir.tree import parse
from pelican_memoir.parameters.front_matter import INCLUDES

CODE = "memoir.safe"

TAGS = frozenset(
    """a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd
    del details dfn dir div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hgroup hr i img input ins
    kbd li main mark menu nav nobr ol p picture pre q rp rt ruby s samp section small source span strike strong sub
    summary sup table tbody td tfoot th thead time tr track tt u ul var video wbr""".split()
)
UNSEEN = frozenset("script style template iframe noembed noframes noscript object".split())
"""Elements that go with all that they hold: none of it is a word that a reader would see."""

EVERYWHERE = frozenset(
    """align bgcolor border cellpadding cellspacing class color dir face height id lang number outcome role size style
    title valign width""".split()
)
"""Attributes of all elements: kramdown's, those that repairs mend, and the marks that authors lay down."""

OF_ONE = {
    "a": "href name rel target hreflang download",
    "abbr": "data-title",
    "audio": "src controls loop muted preload",
    "blockquote": "cite",
    "col": "span",
    "colgroup": "span",
    "del": "datetime cite",
    "details": "open",
    "img": "src srcset sizes alt loading decoding",
    "ins": "datetime cite",
    "li": "value",
    "ol": "start type reversed",
    "q": "cite",
    "source": "src srcset type media sizes",
    "td": "colspan rowspan headers",
    "th": "colspan rowspan headers scope abbr",
    "time": "datetime",
    "track": "src kind srclang label default",
    "ul": "type",
    "video": "src controls loop muted poster preload playsinline",
}
SCHEMES = frozenset(("http", "https", "mailto", "tel"))
STYLES = frozenset(
    """background-color border color float font-size font-style font-weight height line-height margin margin-bottom
    margin-left margin-right margin-top max-height max-width min-width padding text-align text-decoration text-indent
    vertical-align white-space width zoom""".split()
)
KEYS = ("js", "ext-js", "css", "ext-css", *INCLUDES)
"""What of the front matter would bring scripts, styles or templates of the site into the page."""


@dataclass
class SafeHtml:
    """Cleans HTML, where it is wanted at all."""

    wanted: bool

    @cached_property
    def cleaner(self) -> Any:
        """What cleans; made on first use, since other sites need not have nh3."""
        import nh3

        attributes = {name: set(names.split()) for name, names in OF_ONE.items()}
        return nh3.Cleaner(
            tags=set(TAGS),
            clean_content_tags=set(UNSEEN),
            attributes={**attributes, "*": set(EVERYWHERE)},
            generic_attribute_prefixes={"aria-", "data-"},
            # The boxes of task lists are the only inputs that a text has.
            set_tag_attribute_values={"input": {"type": "checkbox", "disabled": "disabled"}},
            tag_attribute_values={"input": {"checked": {"", "checked"}}},
            filter_style_properties=set(STYLES),
            url_schemes=set(SCHEMES),
            link_rel=None,
        )

    def clean(self, html: str) -> str:
        """Return HTML with what may stay; all words that a reader sees are kept."""
        return str(self.cleaner.clean(html)) if self.wanted else html

    def clean_post(self, html: str, source: str, file: str, line: int) -> tuple[str, tuple[Problem, ...]]:
        """Return a post's HTML cleaned, and a problem that names what went; `source` begins at `line` of `file`."""
        if not self.wanted:
            return html, ()
        cleaned = self.clean(html)
        gone = Counter(parts(html)) - Counter(parts(cleaned))
        if not gone:
            return cleaned, ()
        said = ", ".join(name if count == 1 else f"{name} ({count} times)" for name, count in gone.items())
        first = re.search(rf"<{next(iter(gone)).split()[-1].strip('<>')}\b", source, re.IGNORECASE)
        where = Location(file, line + source.count("\n", 0, first.start()) if first else None)
        message = f"taken out, since MEMOIR_SAFE_HTML is on: {said}"
        return cleaned, (Problem(where, CODE, message),)

    def guest(self, source: FrontMatter, file: str) -> tuple[FrontMatter, tuple[Problem, ...]]:
        """Return a file's front matter without the keys that bring scripts and templates, and a problem for each."""
        told = [key for key in KEYS if key in source.mapping] if self.wanted else []
        if not told:
            return source, ()
        kept = {key: value for key, value in source.mapping.items() if key not in told}
        message = "has no effect, since MEMOIR_SAFE_HTML is on; set it for a folder in MEMOIR_DEFAULTS"
        problems = (Problem(source.location(file, key), CODE, f"{key}: {message}") for key in told)
        return replace(source, mapping=kept), tuple(problems)


def parts(html: str) -> Iterator[str]:
    """Yield what may be taken out of HTML, as a reader of a message knows it: `<script>`, `onclick of <a>`."""
    for element in parse(html).elements:
        yield f"<{element.name}>"
        yield from (f"{name} of <{element.name}>" for name in element.attributes)
