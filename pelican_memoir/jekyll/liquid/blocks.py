"""The names of Liquid's blocks: the tags that `{% end… %}` closes."""

from __future__ import annotations

BLOCKS = frozenset(("if", "unless", "case", "for", "tablerow", "capture", "ifchanged", "highlight"))
VERBATIM = frozenset(("raw", "comment"))
"""Blocks whose text is not read."""
WORDLESS = frozenset(("else", "break", "continue", "ifchanged"))
"""Tags of which Liquid reads the name alone, as of the ends of blocks."""


def is_wordless(name: str) -> bool:
    """Tell whether what stands behind a tag's name means nothing."""
    return name in WORDLESS or (name.startswith("end") and name[3:] in BLOCKS)
