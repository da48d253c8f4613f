"""Which elements and attributes a page's source holds, by two expressions and without a tree.

Tags in comments count as well: a census may name too much, never too little.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pelican_memoir.memoir.element import ATTRIBUTE
from pelican_memoir.memoir.tree import ATTRIBUTES, COMMENT, RAW

_TAG = re.compile(
    rf"<([a-zA-Z][^\s/<>]*+)({ATTRIBUTES})>|{COMMENT}|<[!?][^>]*+>",
    re.DOTALL,
)
_COMMENT = re.compile(r"<!--[^<>]*-->")


@dataclass(frozen=True, slots=True)
class Census:
    """The names of a page's elements, its start tags, and the values of its attributes by name, as written.

    `is_plain`: all that looks like a tag is one (a script's text and a comment may hold others), in small letters.
    """

    names: frozenset[str]
    tags: list[tuple[str, str]]
    attributes: Mapping[str, list[str]]
    is_plain: bool


def census_of(html: str) -> Census:
    """Return the census of a page."""
    # Behind the last `>` no tag ends; each that opens there would be looked for to the end.
    found = [tag for tag in _TAG.findall(html, 0, html.rfind(">") + 1) if tag[0]]
    written = {name for name, _ in found}
    names = frozenset(map(str.lower, written))
    attributes: dict[str, list[str]] = {}
    for name, double, single, bare in ATTRIBUTE.findall("\n".join([inside for _, inside in found if inside])):
        attributes.setdefault(name, []).append(double or single or bare)
    if not all(map(str.islower, attributes)):
        attributes = _in_small_letters(attributes)
    is_plain = names == written and names.isdisjoint(RAW) and html.count("<!") == len(_COMMENT.findall(html))
    return Census(names, found, attributes, is_plain)


def _in_small_letters(attributes: Mapping[str, list[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, values in attributes.items():
        found.setdefault(name.lower(), []).extend(values)
    return found
