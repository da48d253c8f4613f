"""Which elements and attributes a page's source holds, by two expressions and without a tree.

Tags in comments count as well: a census may name too much, never too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from pelican_memoir.memoir.element import ATTRIBUTE
from pelican_memoir.memoir.tree import ATTRIBUTES, COMMENT, RAW
from pelican_memoir.repair.scan import Scan

_TAG = re.compile(
    rf"<([a-zA-Z][^\s/<>]*+)({ATTRIBUTES})>|{COMMENT}|<[!?][^>]*+>",
    re.DOTALL,
)
_COMMENT = re.compile(r"<!--[^<>]*-->")


@dataclass(frozen=True, slots=True)
class Census:
    """The names of a page's elements, its start tags, and the values of its attributes by name.

    Of tags that are alike one is enough, but `ids` are those of all elements.
    `is_plain`: all that looks like a tag is one (a script's text and a comment may hold others), in small letters.
    """

    names: frozenset[str]
    tags: list[tuple[str, str]]
    attributes: Mapping[str, list[str]]
    ids: Sequence[str]
    is_plain: bool

    def __add__(self, other: Census) -> Census:
        """Return the census of both."""
        attributes = {
            name: [*self.attributes.get(name, ()), *other.attributes.get(name, ())]
            for name in {*self.attributes, *other.attributes}
        }
        return Census(
            self.names | other.names,
            [*self.tags, *other.tags],
            attributes,
            [*self.ids, *other.ids],
            self.is_plain and other.is_plain,
        )


def scanned(scan: Scan) -> Census:
    """Return the census of a page whose tags are known."""
    attributes: dict[str, list[str]] = {}
    for tag in scan.kinds:
        for name, value in tag.attributes.items():
            attributes.setdefault(name, []).append(value)
    with_ids = {tag for tag in scan.kinds if "id" in tag.attributes} if "id" in attributes else ()
    ids = [tag.attributes["id"] for tag in scan.tags if tag in with_ids]
    names = frozenset([tag.name for tag in scan.kinds])
    return Census(names, [(tag.name, tag.inside) for tag in scan.kinds], attributes, ids, is_plain=True)


def census_of(html: str) -> Census:
    """Return the census of a page."""
    # Behind the last `>` no tag ends; each that opens there would be looked for to the end.
    found = [tag for tag in _TAG.findall(html, 0, html.rfind(">") + 1) if tag[0]]
    written = {name for name, _ in found}
    names = frozenset(map(str.lower, written))
    attributes = _attributes([inside for _, inside in found if inside])
    is_plain = names == written and names.isdisjoint(RAW) and html.count("<!") == len(_COMMENT.findall(html))
    return Census(names, found, attributes, attributes.get("id", ()), is_plain)


def _attributes(written: Iterable[str]) -> Mapping[str, list[str]]:
    """Return the values of the attributes that are written in tags, by their names."""
    attributes: dict[str, list[str]] = {}
    for name, double, single, bare in ATTRIBUTE.findall("\n".join(written)):
        attributes.setdefault(name, []).append(unescape(double or single or bare))
    return attributes if all(map(str.islower, attributes)) else _in_small_letters(attributes)


def _in_small_letters(attributes: Mapping[str, list[str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name, values in attributes.items():
        found.setdefault(name.lower(), []).extend(values)
    return found
