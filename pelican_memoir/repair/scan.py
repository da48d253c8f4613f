"""All tags of a page, found in one scan: for pages in which each `<` and each `>` is that of a tag.

Most pages are such, and of these all is known without a parser: what is a tag, and what stands in it. Most tags
stand there many times, in other posts as well, so each is taken apart once.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from pelican_memoir.memoir.element import read_attributes
from pelican_memoir.memoir.tree import RAW, VOID, may_end_another

COMMENT = re.compile(r"<!--[^<>]*-->")
_TAG = re.compile(r"<(/?[a-z][^<>]*+)>")
_NAME = re.compile(r"/?([^\s/]++)")
_LAST_QUOTE_OPENS = re.compile(r"=\s*+(?:\"[^\"<>]*+|'[^'<>]*+)>")
_CLOSED = re.compile(r"""(?:[^=]|=\s*+(?:"[^"]*"|'[^']*'|(?!["'])))*+""")
"""What stands in a tag where each quote is closed; else it would reach over the end of the tag."""


class Tag:
    """A tag by what stands between its brackets, wherever it stands: a start tag of `name`, or the end tag that `ends`.

    `is_void`: it needs no end tag. `may_end`: it may be the end of elements that are open where it stands.
    """

    __slots__ = ("_attributes", "ends", "inside", "is_void", "may_end", "name")

    def __init__(
        self, name: str, inside: str = "", ends: str = "", attributes: Mapping[str, str] | None = None
    ) -> None:
        self.name = name
        self.inside = inside
        self.ends = ends
        self.is_void = name in VOID
        self.may_end = may_end_another(name)
        self._attributes = attributes if attributes is not None or inside else _NONE

    @property
    def attributes(self) -> Mapping[str, str]:
        """The attributes by their names in small letters, read when first asked for."""
        if self._attributes is None:
            self._attributes = read_attributes(self.inside)
        return self._attributes


_NONE: Mapping[str, str] = {}
NO_TAG = Tag("")
"""What is left of a tag that goes."""


@functools.lru_cache(maxsize=1024)
def tag_of(text: str) -> Tag | None:
    """Return the tag of what stands between its brackets; None where its name is not in small letters, or its text raw.

    The last ones are kept.
    """
    named = _NAME.match(text)
    if named is None or named[1] in RAW or named[1] != named[1].lower():
        return None
    is_end = text[0] == "/"
    return Tag("" if is_end else named[1], "" if is_end else text[named.end() :], named[1] if is_end else "")


@dataclass(slots=True)
class Scan:
    """A page as its tags; `kinds` are its start tags, each once, `parts` a text, what stands in a tag, …, a text."""

    html: str
    tags: list[Tag]
    kinds: Collection[Tag]
    parts: list[str]


def scan(html: str) -> Scan | None:
    """Return the tags of a page; None where it takes a parser to tell what they are."""
    parts = _TAG.split(html)
    found = parts[1::2]
    other = html.count("<") - len(found)
    if other != html.count(">") - len(found) or (other and other != len(COMMENT.findall(html))):
        return None
    known = {text: tag_of(text) for text in set(found)}
    if _LAST_QUOTE_OPENS.search(">".join([*known, ""])) and not all(map(_CLOSED.fullmatch, known)):
        return None
    if None in known.values():
        return None
    tags: list[Tag] = list(map(known.__getitem__, found))  # type: ignore[arg-type]  # none is None
    return Scan(html, tags, [tag for tag in known.values() if tag and tag.name], parts)
