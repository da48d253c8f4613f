"""The engine with Jekyll's tags and filters, for the templates of one post."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from io import StringIO
from typing import Any, TextIO

from liquid import BoundTemplate, RenderContext
from liquid.ast import Node
from liquid.builtin.content import ContentNode
from liquid.exceptions import LiquidInterrupt, ResourceLimitError

from pelican_memoir.jekyll.liquid import data_files, filters, limits, tags
from pelican_memoir.jekyll.liquid.engine import Engine
from pelican_memoir.jekyll.liquid.kept import GuardedTag, reason
from pelican_memoir.jekyll.liquid.rendered import Piece, Rendered
from pelican_memoir.jekyll.liquid.source import Source


class CountingContext(RenderContext):
    """A context that counts the runs of all loops, and what is written."""

    runs = 0

    def get_buffer(self, buf: TextIO | None = None) -> StringIO:
        """Return a new stream, which may take what the one around it has left."""
        written = buf.size if isinstance(buf, limits.Output) else 0
        return limits.Output(limit=limits.OUTPUT - written)

    def raise_for_loop_limit(self, length: int = 1) -> None:
        """Count a loop's runs; raises `ResourceLimitError` beyond what all loops may have."""
        self.runs += length
        if self.runs > limits.LOOPS:
            raise ResourceLimitError("the loops run too often", token=None)


class JekyllEnvironment(Engine):
    """Jekyll's tags, filters and limits."""

    local_namespace_limit = limits.VARIABLES

    def setup_tags_and_filters(self, *, extra: bool = False) -> None:
        """Register what Jekyll knows, and nothing else; every tag under guard."""
        super().setup_tags_and_filters(extra=extra)
        for name in tags.UNKNOWN_TO_JEKYLL:
            del self.tags[name]
        for own in tags.TAGS:
            self.add_tag(own)
        for name, tag in self.tags.items():
            if name not in tags.UNGUARDED:
                self.tags[name] = GuardedTag(tag)
        known = {name: self.filters[name] for name in filters.FROM_THE_ENGINE} | filters.FILTERS
        self.filters = {name: limited(name, function) for name, function in known.items()}

    def render_text(self, text: str, file: str, line: int) -> Rendered:
        """Return what the templates of a text become."""
        source = Source(text, file, line, self.problems)
        template = BoundTemplate(self, self.nodes_of(source))
        variables = {"site": self.scope.site, "page": self.scope.page, "now": None, "today": None}
        context = CountingContext(template, globals={**self.scope.variables, **variables})
        out, pieces, lines = StringIO(), [], 1
        with data_files.hearing(self.problems):
            for node in template.nodes:
                is_text = isinstance(node, ContentNode)
                pieces.append(Piece(lines, source.line_of(node.token.start_index), is_text))
                made = self.render_node(node, context, source)
                lines += made.count("\n")
                out.write(made)
        return Rendered(out.getvalue(), tuple(self.problems), tuple(pieces))

    def render_node(self, node: Node, context: RenderContext, source: Source) -> str:
        """Return what a node of the text itself writes; its source where it does more than it may."""
        buffer = context.get_buffer()
        try:
            node.render(context, buffer)
        except ResourceLimitError as error:
            source.tell(node.token.start_index, f"{reason(error)}; it is kept as text")
            return source.construct(node.token.start_index)
        except LiquidInterrupt:
            source.tell(node.token.start_index, "there is no loop to leave")
        return buffer.getvalue()


def limited(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a filter that refuses to make too much."""

    @wraps(function)  # what the engine passes to a filter stands in the function's attributes
    def wrapper(*arguments: Any, **options: Any) -> Any:
        limits.refuse_arguments(name, arguments)
        result = function(*arguments, **options)
        limits.refuse_size(None if isinstance(result, range) else result)
        return result

    return wrapper
