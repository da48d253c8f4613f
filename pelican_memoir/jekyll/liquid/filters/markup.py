"""Filters between texts and markup: HTML, XML, JSON, Markdown, Ruby's own notation."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from liquid import RenderContext
from liquid.builtin.tags.for_tag import ForLoop
from liquid.exceptions import ResourceLimitError
from liquid.filter import with_context

from pelican_memoir.jekyll.liquid import limits
from pelican_memoir.jekyll.liquid.values import inspect, is_array, to_text

HIDDEN = re.compile(r"<script.*?</script>|<!--.*?-->|<style.*?</style>", re.DOTALL)
TAG = re.compile(r"<.*?>", re.DOTALL)
ENDLESS = ("previous", "next")
"""Properties of posts that lead from one to the next; JSON would hold them all."""
AMPERSAND = re.compile(r"&(?!(?:[a-zA-Z]+|#\d+|#x[0-9a-fA-F]+);)")


def escape(text: Any) -> str | None:
    """Return a text with HTML's five characters as references."""
    return None if text is None else xml_escape(text).replace("'", "&#39;")


def escape_once(text: Any) -> str:
    """Return a text with HTML's characters as references, those that are ones already left alone."""
    escaped = AMPERSAND.sub("&amp;", to_text(text))
    return escaped.replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;").replace("'", "&#39;")


def xml_escape(text: Any) -> str:
    """Return a text for use in XML, in attributes too."""
    text = to_text(text).replace("&", "&amp;").replace("<", "&lt;")
    return str(text.replace(">", "&gt;").replace('"', "&quot;"))


def strip_html(text: Any) -> str:
    """Return a text without tags, comments, scripts and styles."""
    return TAG.sub("", HIDDEN.sub("", to_text(text)))


def jsonify(value: Any) -> str:
    """Return a value as JSON."""
    return json.dumps(plain(value, iter(range(limits.LOOPS))), ensure_ascii=False, separators=(",", ":"))


def plain(value: Any, budget: Iterator[int]) -> Any:
    """Return a value in JSON's types; what JSON has no type for becomes text. `budget` has a number for each part."""
    if next(budget, None) is None:
        raise ResourceLimitError("there is too much for JSON", token=None)
    if isinstance(value, Mapping) and not isinstance(value, ForLoop):
        return {to_text(key): plain(item, budget) for key, item in value.items() if key not in ENDLESS}
    if is_array(value):
        return [plain(item, budget) for item in value]
    return value if value is None or isinstance(value, (str, bool, int, float)) else to_text(value)


@with_context
def markdownify(text: Any, *, context: RenderContext) -> str:
    """Return a text's Markdown as HTML."""
    return str(context.env.scope.converters.markdown(to_text(text)))  # type: ignore[attr-defined]


@with_context
def smartify(text: Any, *, context: RenderContext) -> str:
    """Return a text with typographic quotes and dashes."""
    return str(context.env.scope.converters.smart_quotes(to_text(text)))  # type: ignore[attr-defined]


FILTERS: dict[str, Callable[..., Any]] = {
    "escape": escape,
    "h": escape,
    "escape_once": escape_once,
    "xml_escape": xml_escape,
    "strip_html": strip_html,
    "jsonify": jsonify,
    "inspect": lambda value: xml_escape(inspect(value)).replace("'", "&apos;"),
    "markdownify": markdownify,
    "smartify": smartify,
}
