"""From text to HTML without a host: the three passes over one document."""

from __future__ import annotations

from collections.abc import Callable

from pelican_memoir.errors import Problem
from pelican_memoir.kramdown.document import Document
from pelican_memoir.kramdown.elements import ELEMENTS
from pelican_memoir.kramdown.grammar import block_rules, span_rules
from pelican_memoir.kramdown.leaves import LEAVES
from pelican_memoir.kramdown.options import Options
from pelican_memoir.kramdown.render import Renderer
from pelican_memoir.kramdown.resolve import Resolver
from pelican_memoir.kramdown.spans import Foreign


def read(source: str, options: Options, foreign: tuple[Foreign, ...] = ()) -> Document:
    """The finished tree of `source`, its blocks, spans, attributes and ids; `options` may be changed by the text."""
    document = Document(options, block_rules(options.input.upper() == "GFM"), span_rules(options), foreign)
    document.read(source)
    Resolver(document).complete()
    return document


def write(document: Document, stash: Callable[[str], str] | None = None) -> str:
    """The HTML of a document that was read; `stash` takes what authors wrote past Markdown, if a host wants a tree."""
    return Renderer(document, LEAVES, ELEMENTS, stash).document_html()


def convert(source: str, options: Options | None = None) -> tuple[str, list[Problem]]:
    """The HTML of `source` and what is wrong with it (lines count from 1 in `source`)."""
    document = read(source, (options or Options()).copy())
    return write(document), document.problems
