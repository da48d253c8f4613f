"""`{{ … }}`: a value, through its filters, as Ruby writes it."""

from __future__ import annotations

import re
from typing import TextIO

from liquid import RenderContext
from liquid.ast import Node
from liquid.builtin.expressions import FilteredExpression, tokenize
from liquid.expression import Expression
from liquid.stream import TokenStream
from liquid.tag import Tag
from liquid.token import TOKEN_EXPRESSION, TOKEN_OUTPUT, Token

from pelican_memoir.jekyll.liquid.source import Source
from pelican_memoir.jekyll.liquid.values import to_output

NAME = re.compile(r"\w+")


class OutputNode(Node):
    """An output; None stands for an empty one."""

    __slots__ = ("expression",)

    def __init__(self, token: Token, expression: Expression | None) -> None:
        super().__init__(token)
        self.expression = expression
        self.blank = False

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write the value; a name that means nothing is told: `{{x}}` may be TeX."""
        if self.expression is None:
            return 0
        value = self.expression.evaluate(context)
        source, name = self.token.source, str(self.expression)
        if (
            value is None
            and NAME.fullmatch(name)
            and name not in context.scope
            and isinstance(source, Source)
        ):
            source.tell(self.token.start_index, f"nothing is called `{name}`; as in Jekyll, nothing is shown")
        return buffer.write(to_output(value))


class OutputTag(Tag):
    """Reads what stands between the braces."""

    name = TOKEN_OUTPUT
    block = False

    def parse(self, stream: TokenStream) -> Node:
        """Return the node; raises `LiquidSyntaxError` and, for filters that nobody knows, `UnknownFilterError`."""
        token = stream.eat(TOKEN_OUTPUT)
        inside = stream.expect(TOKEN_EXPRESSION)
        if not inside.value.strip():
            return OutputNode(token, None)
        expression = FilteredExpression.parse(self.env, TokenStream(tokenize(inside.value, inside)))
        for each in getattr(expression, "filters", None) or ():
            each.validate_filter_arguments(self.env)
        return OutputNode(token, expression)
