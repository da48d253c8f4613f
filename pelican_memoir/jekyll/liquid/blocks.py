"""The names of Liquid's blocks: the tags that `{% end… %}` closes."""

from __future__ import annotations

BLOCKS = frozenset(("if", "unless", "case", "for", "tablerow", "capture", "ifchanged", "highlight"))
VERBATIM = frozenset(("raw", "comment"))
"""Blocks whose text is not read."""
