"""The one table of what is tried in which order, for blocks and for spans.

Source: the order of kramdown's and kramdown-parser-gfm's parsers.
"""

from __future__ import annotations

from functools import lru_cache

from pelican_memoir.kramdown import (
    abbreviation,
    attribute_list,
    attribute_span,
    autolink,
    blank_line,
    blockquote,
    code_block,
    code_span,
    definition_list,
    emphasis,
    end_of_block,
    entity,
    escape,
    extension_tag,
    footnote,
    header,
    html_block,
    html_span,
    line_break,
    link,
    link_definition,
    lists,
    math,
    paragraph,
    rule,
    smart_quotes,
    strikethrough,
    table,
    typography,
)
from pelican_memoir.kramdown.blocks import BlockRule
from pelican_memoir.kramdown.options import Options
from pelican_memoir.kramdown.spans import SpanRule

BLOCKS: tuple[tuple[BlockRule, str], ...] = (
    (blank_line.parse, " \n"),
    (code_block.parse_indented, " "),
    (code_block.parse_fenced, "~`"),
    (blockquote.parse, ">"),
    (header.parse_atx, "#"),
    (rule.parse, "*-_"),
    (lists.parse, "*+-0123456789"),
    (definition_list.parse, ":"),
    (html_block.parse, "<"),
    (header.parse_setext, ""),
    (math.parse_block, "$\\"),
    (table.parse, ""),
    (footnote.parse_definition, "["),
    (link_definition.parse, "["),
    (abbreviation.parse, "*"),
    (attribute_list.parse_definition, "{"),
    (extension_tag.parse_block, "{"),
    (attribute_list.parse_block, "{"),
    (end_of_block.parse, "^"),
    (paragraph.parse, ""),
)
"""Each block rule with the characters its first line may begin with, behind the margin; "" is any."""

SPANS: tuple[tuple[SpanRule, str], ...] = (
    (emphasis.parse, "*_"),
    (code_span.parse, "`"),
    (autolink.parse, "<"),
    (html_span.parse, "<"),
    (footnote.parse_marker, "["),
    (link.parse, "[!"),
    (math.parse_span, "$"),
    (extension_tag.parse_span, "{"),
    (attribute_span.parse, "{"),
    (entity.parse, "&"),
    (typography.parse, "-.\\ <>"),
    (line_break.parse, " \\"),
    (escape.parse, "\\"),
    (strikethrough.parse, "~"),
    (smart_quotes.parse, "\"'"),
)
"""Each span rule with the characters it may begin with. Quotes come last here because the engine alone knows when the
character before a quote belongs to it."""


@lru_cache(maxsize=2)
def block_rules(gfm: bool) -> dict[str, tuple[BlockRule, ...]]:
    """The rules for each first character of a line; "" has those for all other characters."""
    characters = sorted({character for _rule, starts in BLOCKS for character in starts})
    table: dict[str, tuple[BlockRule, ...]] = {}
    for key in ("", *characters):
        table[key] = tuple(rule for rule, starts in BLOCKS if not starts or (key and key in starts))
    return table


@lru_cache(maxsize=8)
def _span_rules(gfm: bool, hard_wrap: bool, typographic: bool) -> dict[str, tuple[SpanRule, ...]]:
    left_out: set[SpanRule] = set()
    if not gfm:
        left_out.add(strikethrough.parse)
    if gfm and hard_wrap:
        left_out.add(line_break.parse)
    if gfm and not typographic:
        left_out.add(typography.parse)
    table: dict[str, tuple[SpanRule, ...]] = {}
    for character in sorted({character for _rule, starts in SPANS for character in starts}):
        table[character] = tuple(
            rule for rule, starts in SPANS if character in starts and rule not in left_out
        )
    return table


def span_rules(options: Options) -> dict[str, tuple[SpanRule, ...]]:
    """The rules for each special character under the given options."""
    gfm = options.input.upper() == "GFM"
    return _span_rules(gfm, options.hard_wrap, "no_auto_typographic" not in options.gfm_quirks)
