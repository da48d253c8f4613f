"""The code that templates are compiled to: Jinja's, but that what may change is asked late, and includes are light."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeGuard

from jinja2 import Environment, nodes
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import escape

from pelican_memoir.page_context import included

_SHORT = 300
"""Characters of a text that is worth remembering: titles, addresses, names."""


def serve(environment: Environment) -> None:
    """Have an environment compile its templates to this code, and give it what the code asks for."""
    environment.code_generator_class = TemplateCode
    environment.included = included  # type: ignore[attr-defined]
    environment.escaped = escaped  # type: ignore[attr-defined]


def escaped(escaping: Callable[[Any], Any], value: Any) -> str:
    """Return what `{{ value|e }}` prints, by the environment's own filter: most texts are on many pages."""
    if escaping is escape and type(value) is str and len(value) < _SHORT:
        return _escaped(value)
    return str(escaping(value))


@lru_cache(maxsize=4096)
def _escaped(text: str) -> str:
    return str(escape(text))


class TemplateCode(CodeGenerator):
    """Compiles no call away: what a filter makes of a constant may be another thing in the next build, as the time."""

    def _output_child_to_const(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> str:
        if not isinstance(node, (nodes.TemplateData, nodes.Const)):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    _printed: nodes.Expr | None = None

    def _output_child_pre(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> None:
        if self._is_escaped(node, frame):
            self._printed = node
            self.write(f"environment.escaped({self.filters[node.name]}, ")
        else:
            super()._output_child_pre(node, frame, finalize)

    def _is_escaped(self, node: nodes.Expr, frame: Frame) -> TypeGuard[nodes.Filter]:
        """Tell whether a text is printed as Jinja's own filter escapes it."""
        if not isinstance(node, nodes.Filter) or self.environment.filters.get(node.name) is not escape:
            return False
        is_plain = not (frame.eval_ctx.volatile or frame.eval_ctx.autoescape or self.environment.is_async)
        return is_plain and self.environment.finalize is None and node.node is not None

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Leave out the filter of what `environment.escaped` prints."""
        if node is self._printed and node.node is not None:
            self.visit(node.node, frame)
        else:
            super().visit_Filter(node, frame)

    def visit_Include(self, node: nodes.Include, frame: Frame) -> None:  # noqa: N802  # Jinja's name
        """Have a template that is named in so many words included by `environment.included`."""
        name = node.template.value if isinstance(node.template, nodes.Const) else None
        if (
            not isinstance(name, str)
            or node.ignore_missing
            or not node.with_context
            or self.environment.is_async
        ):
            super().visit_Include(node, frame)
            return
        found = f"environment.get_template({name!r}, {self.name!r})"
        pieces = f"environment.included(context, {found}, {self.dump_local_context(frame)})"
        self.writeline(f"{frame.buffer}.extend({pieces})" if frame.buffer else f"yield from {pieces}", node)
