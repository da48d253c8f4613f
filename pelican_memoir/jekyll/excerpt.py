"""Excerpts: the part of a post that stands before the separator, with the link definitions it needs."""

from __future__ import annotations

import re

DEFAULT_SEPARATOR = "\n\n"
# Jekyll's MKDWN_LINK_REF_REGEX (excerpt.rb).
DEFINITION = re.compile(r"^ {0,3}(\[[^\]]+\])(:.+)$", re.MULTILINE)


def cut(body: str, separator: str) -> str | None:
    """Return the source of the excerpt; None where `separator` is empty.

    A body without the separator is its own excerpt. Link definitions of the rest whose `[label]` occurs in the head
    are appended, so that the excerpt can be rendered as a document of its own.
    """
    if not separator:
        return None
    head, _, tail = body.partition(separator)
    if not tail:
        return head
    definitions = [label + rest for label, rest in DEFINITION.findall(tail) if label in head]
    return head if not definitions else head + "\n\n" + "\n".join(definitions)
