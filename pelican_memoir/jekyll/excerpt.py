"""Excerpts: the part of a post that stands before the separator, with the link definitions it needs."""

from __future__ import annotations

import re

from pelican_memoir.jekyll.liquid.blocks import BLOCKS, VERBATIM

DEFAULT_SEPARATOR = "\n\n"
# Jekyll's MKDWN_LINK_REF_REGEX (excerpt.rb).
DEFINITION = re.compile(r"^ {0,3}(\[[^\]]+\])(:.+)$", re.MULTILINE)
# Jekyll's LIQUID_TAG_REGEX.
TAG = re.compile(r"\{%-?\s*(\w+)\s*.*?-?%\}", re.DOTALL)


def cut(body: str, separator: str) -> str | None:
    """Return the source of the excerpt; None where `separator` is empty.

    A body without the separator is its own excerpt. Link definitions of the rest whose `[label]` occurs in the head
    are appended, so that the excerpt can be rendered as a document of its own; Liquid blocks that the cut leaves open
    are closed.
    """
    if not separator:
        return None
    head, _, tail = body.partition(separator)
    if not tail:
        return head
    head = with_blocks_closed(head)
    if "]:" not in tail:
        return head
    definitions = [label + rest for label, rest in DEFINITION.findall(tail) if label in head]
    return head if not definitions else head + "\n\n" + "\n".join(definitions)


def with_blocks_closed(head: str) -> str:
    """Return an excerpt with an end for each kind of Liquid's blocks that is opened in it and never closed."""
    if "{%" not in head:
        return head
    for name in reversed(TAG.findall(head)):
        if name in BLOCKS | VERBATIM and not re.search(rf"\{{%-?\s*end{name}.*?\s*-?%\}}", head, re.DOTALL):
            head += f"\n{{% end{name} %}}"
    return head
