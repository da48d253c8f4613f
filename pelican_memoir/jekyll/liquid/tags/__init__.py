"""Jekyll's tags: one a file; those it has from Liquid are the engine's."""

from __future__ import annotations

from liquid.tag import Tag
from liquid.token import TOKEN_CONTENT, TOKEN_ILLEGAL

from pelican_memoir.jekyll.liquid.tags.address import LinkTag, PostUrlTag
from pelican_memoir.jekyll.liquid.tags.gist import GistTag
from pelican_memoir.jekyll.liquid.tags.highlight import HighlightTag
from pelican_memoir.jekyll.liquid.tags.include import IncludeCachedTag, IncludeRelativeTag, IncludeTag
from pelican_memoir.jekyll.liquid.tags.output import OutputTag

TAGS: tuple[type[Tag], ...] = (
    GistTag,
    HighlightTag,
    IncludeCachedTag,
    IncludeRelativeTag,
    IncludeTag,
    LinkTag,
    OutputTag,
    PostUrlTag,
)
# Younger than the Liquid that Jekyll asks for, or read before the parser.
UNKNOWN_TO_JEKYLL = ("render", "echo", "liquid", "doc", "#", "comment")
UNGUARDED = (TOKEN_CONTENT, TOKEN_ILLEGAL)
