"""The engine as tags and filters know it: with what its templates can reach, and what was found wrong in them."""

from __future__ import annotations

from liquid import Environment
from liquid.ast import Node
from liquid.parser import get_parser
from liquid.stream import TokenStream

from pelican_memoir.errors import Problem
from pelican_memoir.jekyll.liquid.scope import Scope
from pelican_memoir.jekyll.liquid.source import Source
from pelican_memoir.jekyll.liquid.tokens import tokenize


class Engine(Environment):
    """An environment for the templates of one text; `scope` is what they can reach, `parsed` the includes so far."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.problems: dict[Problem, None] = {}
        self.parsed: dict[str, list[Node]] = {}
        super().__init__(undefined=nothing)  # type: ignore[arg-type]

    def nodes_of(self, source: Source) -> list[Node]:
        """Return the nodes of a template."""
        return get_parser(self).parse(TokenStream(iter(tokenize(source, self.tags))))


def nothing(*_: object, **__: object) -> None:
    """Stand for an unknown variable: Ruby's nil."""
