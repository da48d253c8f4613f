"""The guard around each tag and output: what fails is kept as it was written, and told."""

from __future__ import annotations

from typing import TextIO

from liquid import RenderContext
from liquid.ast import Node
from liquid.builtin.content import ContentNode
from liquid.exceptions import LiquidError, LiquidInterrupt, ResourceLimitError
from liquid.stream import TokenStream
from liquid.tag import Tag
from liquid.token import TOKEN_EOF, Token

from pelican_memoir.jekyll.liquid import limits
from pelican_memoir.jekyll.liquid.source import Source

STEPS = "memoir_steps"


class GuardedNode(Node):
    """A node that, where it fails, writes its own source; limits and breaks go on to who handles them."""

    __slots__ = ("node", "source", "start")

    def __init__(self, node: Node, source: Source, start: int) -> None:
        super().__init__(node.token)
        self.node, self.source, self.start = node, source, start
        self.blank = node.blank

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write what the node makes, all of it or nothing."""
        steps = context.tag_namespace[STEPS] = context.tag_namespace.get(STEPS, 0) + 1
        if steps > limits.STEPS:
            raise ResourceLimitError("there is more to render than is allowed", token=None)
        own = context.get_buffer(buffer)
        try:
            self.node.render(context, own)
        except ResourceLimitError:
            raise
        except LiquidInterrupt:
            buffer.write(own.getvalue())
            raise
        except Exception as error:  # filters are given whatever the front matter holds
            self.source.tell(self.start, f"{reason(error)}; it is kept as text")
            return buffer.write(self.source.construct(self.start))
        return buffer.write(own.getvalue())


class GuardedTag(Tag):
    """A tag whose syntax errors make text of its whole construct."""

    def __init__(self, tag: Tag) -> None:
        super().__init__(tag.env)
        self.tag = tag
        self.name, self.block, self.end = tag.name, tag.block, tag.end

    def get_node(self, stream: TokenStream) -> Node:
        """Return the tag's node under guard, or its source as text."""
        token, depth = stream.current, stream.block_depth
        source = token.source
        assert isinstance(source, Source)
        try:
            return GuardedNode(self.tag.parse(stream), source, token.start_index)
        except (LiquidError, ValueError) as error:
            source.tell(token.start_index, f"{reason(error)}; it is kept as text")
            stream.block_depth = depth
            skip(stream, source.ends[token.start_index])
            text = source.construct(token.start_index)
            return ContentNode(Token(token.kind, text, token.start_index, source), text)

    def parse(self, stream: TokenStream) -> Node:
        """Return the node of the next tokens."""
        return self.get_node(stream)


def skip(stream: TokenStream, end: int) -> None:
    """Leave the stream at its last token before a position."""
    while stream.current.kind != TOKEN_EOF and stream.current.start_index < end:
        next(stream)
    stream.pos -= 1


def reason(error: Exception) -> str:
    """Return what an error says, in one line."""
    message = error.args[0] if isinstance(error, LiquidError) and error.args else str(error)
    return " ".join(str(message).split()) or type(error).__name__
