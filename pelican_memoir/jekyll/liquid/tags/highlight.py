"""`{% highlight LANGUAGE linenos %}`: a block of code in colour, in the wrapper that Jekyll writes."""

from __future__ import annotations

import re
from typing import TextIO

from liquid import RenderContext
from liquid.ast import BlockNode, Node
from liquid.exceptions import LiquidSyntaxError
from liquid.parser import get_parser
from liquid.stream import TokenStream
from liquid.tag import Tag
from liquid.token import TOKEN_EXPRESSION, TOKEN_TAG, Token

from pelican_memoir.jekyll.liquid.engine import Engine

# Jekyll's SYNTAX (highlight.rb).
SYNTAX = re.compile(r'([a-zA-Z0-9.+#_-]+)((?:\s+\w+(?:=(?:\w+|"(?:[0-9]+\s)*[0-9]+"))?)*)')
LINE_NUMBERS = re.compile(r"(?:^|\s)linenos(?:\s|=|$)")


class HighlightNode(Node):
    """A block of code and what its tag said."""

    __slots__ = ("block", "language", "numbered")

    def __init__(self, token: Token, language: str, numbered: bool, block: BlockNode) -> None:
        super().__init__(token)
        self.language, self.numbered, self.block = language, numbered, block
        self.blank = False

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write the code; markup inside it is rendered first."""
        assert isinstance(context.env, Engine)
        inner = context.get_buffer(buffer)
        for node in self.block.nodes:
            node.render(context, inner)
        code = inner.getvalue().strip("\r\n")
        body = context.env.scope.converters.colour(code, self.language)
        if self.numbered:
            body = numbered(body, code)
        css = self.language.replace("+", "-")
        return buffer.write(
            f'<figure class="highlight"><pre><code class="language-{css}" data-lang="{self.language}">'
            f"{body.removesuffix(chr(10))}</code></pre></figure>"
        )


def numbered(body: str, code: str) -> str:
    """Return code beside a column of line numbers, as the table that Jekyll writes."""
    numbers = "\n".join(str(number) for number in range(1, code.count("\n") + 2))
    return (
        f'<table class="rouge-table"><tbody><tr><td class="gutter gl"><pre class="lineno">{numbers}\n</pre></td>'
        f'<td class="code"><pre>{body}\n</pre></td></tr></tbody></table>'
    )


class HighlightTag(Tag):
    """Reads the language, the options and the block."""

    name = "highlight"
    end = "endhighlight"

    def parse(self, stream: TokenStream) -> Node:
        """Return the node; raises `LiquidSyntaxError` where the tag names no language."""
        token = stream.eat(TOKEN_TAG)
        match = SYNTAX.fullmatch(stream.current.value) if stream.current.kind == TOKEN_EXPRESSION else None
        if match is None:
            raise LiquidSyntaxError("expected `highlight LANGUAGE`, perhaps `linenos`", token=token)
        next(stream)
        block = get_parser(self.env).parse_block(stream, (self.end,))
        stream.expect(TOKEN_TAG, value=self.end)
        return HighlightNode(token, match[1].lower(), bool(LINE_NUMBERS.search(match[2])), block)
