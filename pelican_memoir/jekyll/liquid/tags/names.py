"""Names in tags that may hold outputs: `{% include {{ page.kind }}.html %}`."""

from __future__ import annotations

import re

from liquid import RenderContext
from liquid.builtin.expressions import FilteredExpression, tokenize
from liquid.stream import TokenStream
from liquid.token import TOKEN_EXPRESSION, Token

from pelican_memoir.jekyll.liquid.keys import in_brackets
from pelican_memoir.jekyll.liquid.values import to_output

OUTPUT = re.compile(r"\{\{(.*?)\}\}", re.DOTALL)


def value_of(expression: str, context: RenderContext) -> object:
    """Return the value of an expression with its filters; raises `LiquidSyntaxError`."""
    expression = in_brackets(expression)
    token = Token(TOKEN_EXPRESSION, expression, 0, expression)
    return FilteredExpression.parse(context.env, TokenStream(tokenize(expression, token))).evaluate(context)


def name_of(written: str, context: RenderContext) -> str:
    """Return a name with its outputs rendered."""
    return OUTPUT.sub(lambda match: to_output(value_of(match[1], context)), written)
