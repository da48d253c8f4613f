"""`{% link FILE %}` and `{% post_url NAME %}`: the address of a file or a post of the blog."""

from __future__ import annotations

from typing import TextIO

from liquid import RenderContext
from liquid.ast import Node
from liquid.exceptions import LiquidError, LiquidSyntaxError
from liquid.stream import TokenStream
from liquid.tag import Tag
from liquid.token import TOKEN_EXPRESSION, TOKEN_TAG, Token

from pelican_memoir.jekyll.liquid.engine import Engine
from pelican_memoir.jekyll.liquid.tags.names import name_of


class AddressNode(Node):
    """A tag that writes an address; its name may hold outputs."""

    __slots__ = ("what",)

    def __init__(self, token: Token, what: str) -> None:
        super().__init__(token)
        self.what = what
        self.blank = False

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write the address; raises `LiquidError` where the blog shows no such file."""
        assert isinstance(context.env, Engine)
        scope = context.env.scope
        wanted = name_of(self.what, context) if self.token.value == "link" else self.what
        address = (scope.link if self.token.value == "link" else scope.post_url)(wanted)
        if address is None:
            raise LiquidError(f"{self.token.value}: the blog publishes no {wanted!r}", token=self.token)
        return buffer.write(address)


class LinkTag(Tag):
    """Reads the path that a `link` names."""

    name = "link"
    block = False

    def parse(self, stream: TokenStream) -> Node:
        """Return the node; raises `LiquidSyntaxError` where the tag names nothing."""
        token = stream.expect(TOKEN_TAG)
        if stream.peek.kind != TOKEN_EXPRESSION:
            raise LiquidSyntaxError(f"{self.name} names no file", token=token)
        next(stream)
        return AddressNode(token, stream.current.value.strip())


class PostUrlTag(LinkTag):
    """Reads the name that a `post_url` has: `2022-12-31-year`, folders before it."""

    name = "post_url"
