"""A template cut into tokens; markup that belongs to nothing (unknown, unclosed, stray) stays text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from liquid.token import TOKEN_CONTENT, TOKEN_EXPRESSION, TOKEN_OUTPUT, TOKEN_TAG, Token

from pelican_memoir.jekyll.liquid.blocks import BLOCKS, VERBATIM, is_wordless
from pelican_memoir.jekyll.liquid.keys import in_brackets
from pelican_memoir.jekyll.liquid.source import Source

OPENING = re.compile(r"\{[%{]")
TAG = re.compile(r"\{%(-?)\s*(?P<name>\w+)\s*(?P<inside>.*?)\s*(?P<rstrip>-?)%\}", re.DOTALL)
OUTPUT = re.compile(r"\{\{(-?)(?P<inside>.*?)(?P<rstrip>-?)\}\}", re.DOTALL)
WITH_NAMES = frozenset("include include_cached include_relative link post_url highlight gist".split())
"""Tags in which names stand that are no expressions."""
MIDDLES = {
    "else": frozenset(("if", "unless", "case", "for")),
    "elsif": frozenset(("if", "unless")),
    "when": frozenset(("case",)),
}


@dataclass(slots=True)
class Markup:
    """One output (its `name` is empty) or tag, and what it holds between its marks, from `inside_start` on.

    `verbatim` is the text of a raw block or a comment, which the markup then spans.
    """

    start: int
    end: int
    name: str = ""
    inside: str = ""
    inside_start: int = 0
    lstrip: bool = False
    rstrip: bool = False
    is_text: bool = False
    verbatim: tuple[int, int] | None = None
    partners: list[Markup] = field(default_factory=list)


def tokenize(source: Source, tags: Collection[str]) -> list[Token]:
    """Return the tokens of a source; what is no markup of `tags` becomes text, and a problem that says why."""
    found = list(scan(source))
    balance(source, found, tags)
    return list(as_tokens(source, found))


def scan(source: Source) -> Iterator[Markup]:
    """Yield all markup in order; what raw blocks and comments hold is passed over."""
    position = 0
    unclosed: set[str] = set()
    closed = {"{%": True, "{{": True}  # whether one more end of its kind may follow: searched for once
    while match := OPENING.search(source, position):
        opening = match[0]
        end = source.find("%}" if opening == "{%" else "}}", match.end()) + 2 if closed[opening] else 1
        closed[opening] = end > 1
        markup = read(source, match.start(), end if end > 1 else match.end())
        if markup.name in VERBATIM and (markup.name in unclosed or not span_verbatim(source, markup)):
            unclosed.add(markup.name)
            source.tell(markup.start, f"`{markup.name}` is never closed; it is kept as text")
            markup.is_text = True
        yield markup
        position = markup.end


def read(source: Source, start: int, end: int) -> Markup:
    """Return the markup between two positions; text where it is never closed or a tag has no name."""
    pattern = TAG if source.startswith("{%", start) else OUTPUT
    match = pattern.fullmatch(source, start, end)
    if match is None:
        short = "never closed" if end - start == 2 else "no tag"
        source.tell(start, f"`{source[start : min(end, start + 20)]}` is {short}; it is kept as text")
        return Markup(start, end, is_text=True)
    name = match["name"] if pattern is TAG else ""
    return Markup(
        start, end, name, match["inside"], match.start("inside"), bool(match[1]), bool(match["rstrip"])
    )


def span_verbatim(source: Source, markup: Markup) -> bool:
    """Let a raw block or a comment reach to its end, and tell whether it has one; comments may stand in comments."""
    name, depth, start = markup.name, 1, markup.end
    pattern = re.compile(rf"\{{%-?\s*(end)?{name}\b[^%]*?(-?)%\}}")
    for tag in pattern.finditer(source, start):
        if tag[1]:
            depth -= 1
        elif name == "comment":
            depth += 1
        if depth == 0:
            markup.verbatim, markup.end = (start, tag.start()), tag.end()
            markup.rstrip = bool(tag[2])
            return True
    return False


def balance(source: Source, found: list[Markup], tags: Collection[str]) -> None:
    """Make text of unknown tags and of blocks' tags without a partner; note where each construct ends."""
    open_blocks: list[Markup] = []
    unknown: set[str] = set()
    for markup in found:
        source.ends[markup.start] = markup.end
        name = markup.name
        if markup.is_text or not name or markup.verbatim:
            continue
        if name.startswith("end") and name[3:] in BLOCKS:
            close(source, markup, open_blocks)
        elif name in MIDDLES:
            top = open_blocks[-1] if open_blocks else None
            if top is not None and top.name in MIDDLES[name]:
                top.partners.append(markup)
            else:
                source.tell(markup.start, f"`{name}` stands in no block that has one; it is kept as text")
                markup.is_text = True
        elif name not in tags:
            markup.is_text = True
            if name.removeprefix("end") not in unknown:
                source.tell(markup.start, f"unknown tag `{name}`; it is kept as text")
            unknown.add(name)
        elif name in BLOCKS:
            open_blocks.append(markup)
    for block in open_blocks:
        keep_open(source, block)


def close(source: Source, markup: Markup, open_blocks: list[Markup]) -> None:
    """Close the block that an end tag belongs to; blocks opened since are never closed."""
    name = markup.name[3:]
    place = next((i for i in reversed(range(len(open_blocks))) if open_blocks[i].name == name), None)
    if place is None:
        source.tell(markup.start, f"`{markup.name}` closes nothing; it is kept as text")
        markup.is_text = True
        return
    for block in open_blocks[place + 1 :]:
        keep_open(source, block)
    source.ends[open_blocks[place].start] = markup.end
    del open_blocks[place:]


def keep_open(source: Source, block: Markup) -> None:
    """Make text of a block's tag that is never closed, and of the tags in its middle."""
    source.tell(block.start, f"`{block.name}` is never closed by `end{block.name}`; it is kept as text")
    for markup in (block, *block.partners):
        markup.is_text = True


def as_tokens(source: Source, found: list[Markup]) -> Iterator[Token]:
    """Yield the engine's tokens, with white space taken away where markup asks for it."""
    position, strip = 0, False
    for markup in found:
        yield from content(source, position, markup.start, strip, markup.lstrip and not markup.is_text)
        position, strip = markup.end, markup.rstrip and not markup.is_text
        if markup.is_text:
            yield Token(TOKEN_CONTENT, source[markup.start : markup.end], markup.start, source)
        elif markup.verbatim:
            if markup.name == "raw":
                yield from content(source, *markup.verbatim, False, False)
        else:
            yield from markup_tokens(source, markup)
    yield from content(source, position, len(source), strip, False)


def content(source: Source, start: int, end: int, lstrip: bool, rstrip: bool) -> Iterator[Token]:
    """Yield a piece of text, unless it is empty."""
    text = source[start:end]
    if lstrip:
        text = text.lstrip()
        start = end - len(text)
    if rstrip:
        text = text.rstrip()
    if text:
        yield Token(TOKEN_CONTENT, text, start, source)


def markup_tokens(source: Source, markup: Markup) -> Iterator[Token]:
    """Yield what stands for an output or a tag: its mark, and what it holds."""
    if markup.name:
        yield Token(TOKEN_TAG, markup.name, markup.start, source)
    else:
        yield Token(TOKEN_OUTPUT, source[markup.start : markup.end], markup.start, source)
    if (markup.inside and not is_wordless(markup.name)) or not markup.name:
        inside = markup.inside if markup.name in WITH_NAMES else in_brackets(markup.inside)
        yield Token(TOKEN_EXPRESSION, inside, markup.inside_start, source)
