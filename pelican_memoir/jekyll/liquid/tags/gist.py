"""`{% gist USER/ID FILE %}`: a script that shows code kept at GitHub, as the plugin jekyll-gist writes it."""

from __future__ import annotations

import re
from html import escape
from typing import TextIO
from urllib.parse import quote

from liquid import RenderContext
from liquid.ast import Node
from liquid.exceptions import LiquidSyntaxError
from liquid.stream import TokenStream
from liquid.tag import Tag
from liquid.token import TOKEN_EXPRESSION, TOKEN_TAG, Token

WORD = re.compile(r"""'[^']*'|"[^"]*"|\S+""")


class GistNode(Node):
    """A gist: what names it, and the one of its files that is shown."""

    __slots__ = ("file", "gist")

    def __init__(self, token: Token, gist: str, file: str) -> None:
        super().__init__(token)
        self.gist, self.file = gist, file
        self.blank = False

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write the script."""
        query = f"?file={quote(self.file)}" if self.file else ""
        address = escape(f"https://gist.github.com/{quote(self.gist)}.js{query}")
        return buffer.write(f'<script src="{address}"> </script>')


class GistTag(Tag):
    """Reads the two names, with or without quotes."""

    name = "gist"
    block = False

    def parse(self, stream: TokenStream) -> Node:
        """Return the node; raises `LiquidSyntaxError` where the tag names no gist."""
        token = stream.expect(TOKEN_TAG)
        words = WORD.findall(stream.peek.value) if stream.peek.kind == TOKEN_EXPRESSION else []
        if not 1 <= len(words) <= 2:
            raise LiquidSyntaxError("expected `gist USER/ID`, perhaps a file's name", token=token)
        next(stream)
        gist, file = (*(word.strip("\"'") for word in words), "")[:2]
        return GistNode(token, gist, file)
