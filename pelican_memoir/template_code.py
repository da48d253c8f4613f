"""The code that templates are compiled to: Jinja's, but that what may change is asked late, and includes are light."""

from __future__ import annotations

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame


class TemplateCode(CodeGenerator):
    """Compiles no call away: what a filter makes of a constant may be another thing in the next build, as the time."""

    def _output_child_to_const(
        self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo
    ) -> str:
        if not isinstance(node, (nodes.TemplateData, nodes.Const)):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

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
