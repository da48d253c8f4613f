"""`{% include FILE a="b" %}` and `{% include_relative FILE %}`: another template of the blog, in its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, TextIO

from liquid import RenderContext
from liquid.ast import Node
from liquid.exceptions import LiquidError, LiquidSyntaxError, ResourceLimitError
from liquid.stream import TokenStream
from liquid.tag import Tag
from liquid.token import TOKEN_EXPRESSION, TOKEN_TAG, Token

from pelican_memoir.jekyll import source_file
from pelican_memoir.jekyll.liquid import limits
from pelican_memoir.jekyll.liquid.engine import Engine
from pelican_memoir.jekyll.liquid.source import Source
from pelican_memoir.jekyll.liquid.tags.names import name_of, value_of

# Jekyll's VALID_SYNTAX and VARIABLE_SYNTAX (include.rb).
PARAMETER = re.compile(
    r"""([\w-]+)\s*=\s*(?:"([^"\\]*(?:\\.[^"\\]*)*)"|'([^'\\]*(?:\\.[^'\\]*)*)'|([\w.-]+))""", re.DOTALL
)
WITH_OUTPUT = re.compile(
    r"(?P<name>[^{]*(?:\{\{\s*[\w\-.]+\s*(?:\|.*?)?\}\}[^\s{}]*)+)(?P<rest>.*)", re.DOTALL
)
NAME = re.compile(r"[\w/.\-()+~#@]+")
CLIMBS = re.compile(r"[./]{2,}")
DEPTH = "memoir_depth"


class IncludeNode(Node):
    """An include: its file, as written, and its parameters, or None where it has none."""

    __slots__ = ("file", "parameters")

    def __init__(self, token: Token, file: str, parameters: str | None) -> None:
        super().__init__(token)
        self.file, self.parameters = file, parameters
        self.blank = False

    def render_to_output(self, context: RenderContext, buffer: TextIO) -> int:
        """Write the other template, which sees `include` beside all that stands here."""
        env = context.env
        assert isinstance(env, Engine)
        name = name_of(self.file, context)
        nodes = env.parsed.get(key := f"{self.token.value} {name}")
        if nodes is None:
            nodes = env.parsed[key] = env.nodes_of(self.load(name, env))
        depth = context.tag_namespace.get(DEPTH, 0)
        if depth >= limits.DEPTH:
            raise ResourceLimitError(f"{name} is included within itself, or too deep", token=None)
        context.tag_namespace[DEPTH] = depth + 1
        namespace = {} if self.parameters is None else {"include": self.values(context)}
        try:
            with context.extend(namespace):
                return sum(node.render(context, buffer) or 0 for node in nodes)
        finally:
            context.tag_namespace[DEPTH] = depth

    def load(self, name: str, env: Any) -> Source:
        """Return the template of that name; raises `LiquidError` where there is none that may be read."""
        if not NAME.fullmatch(name) or CLIMBS.search(name):
            raise LiquidError(f"{self.token.value}: {name!r} is no name of a file", token=self.token)
        for folder in folders(self.token.value, env.scope):
            path = folder / name.lstrip("/")
            inside = path.resolve().is_relative_to(folder.resolve())
            if inside and path.is_file():
                if self.token.value == IncludeRelativeTag.name:
                    env.scope.opened(path)
                shown = f"{folder.name}/{name}"
                text, problems = source_file.load(path, shown)
                env.problems.update(dict.fromkeys(problem for problem in problems if text is not None))
                return Source(text or "", shown, 1, env.problems)
        raise LiquidError(f"{self.token.value}: the blog has no {name!r}", token=self.token)

    def values(self, context: RenderContext) -> dict[str, object]:
        """Return the parameters' values."""
        found: dict[str, object] = {}
        for key, double, single, variable in PARAMETER.findall(self.parameters or ""):
            if variable:
                found[key] = value_of(variable, context)
            else:
                found[key] = double.replace('\\"', '"') if double else single.replace("\\'", "'")
        return found


def folders(tag: str, scope: Any) -> Iterator[Path]:
    """Yield the folders that a tag reads from."""
    if tag != "include_relative":
        yield from scope.includes
    elif scope.folder is not None:
        yield scope.folder


class IncludeTag(Tag):
    """Reads what an `include` names, and its parameters."""

    name = "include"
    block = False

    def parse(self, stream: TokenStream) -> Node:
        """Return the node; raises `LiquidSyntaxError` where it names nothing, or parameters are malformed."""
        token = stream.expect(TOKEN_TAG)
        if stream.peek.kind != TOKEN_EXPRESSION:
            raise LiquidSyntaxError(f"{self.name} names no file", token=token)
        next(stream)
        markup = stream.current.value.strip()
        match = WITH_OUTPUT.fullmatch(markup)
        name, _, rest = (match["name"], "", match["rest"]) if match else parts(markup)
        parameters = rest.strip()
        if PARAMETER.sub("", parameters).strip():
            raise LiquidSyntaxError(f"{self.name}: expected name=value, got {parameters!r}", token=token)
        return IncludeNode(token, name.strip(), parameters or None)


class IncludeCachedTag(IncludeTag):
    """Reads what the plugin jekyll-include-cache made of `include`: the same, kept for the next page."""

    name = "include_cached"


class IncludeRelativeTag(IncludeTag):
    """Reads from the post's own folder."""

    name = "include_relative"


def parts(markup: str) -> tuple[str, str, str]:
    """Return what stands before and behind the first white space."""
    name, *rest = markup.split(maxsplit=1)
    return name, "", rest[0] if rest else ""
