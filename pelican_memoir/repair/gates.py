"""The cheap question before each repair: could it find anything in this page? Most posts end here, without a tree.

A gate may say yes too often, never no where its repair would change something. It is asked of the page as it was when
last written out, so it reckons with what the repairs before may have put since: `obsolete` makes ids of names.
"""

from __future__ import annotations

import re
from html import unescape

from pelican_memoir.repair.addresses import KEYS
from pelican_memoir.repair.embeds import NAMES as EMBEDDED
from pelican_memoir.repair.headings import LOWEST, TOP
from pelican_memoir.repair.obsolete import ATTRIBUTES, ELEMENTS
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.purposes import says_nothing
from pelican_memoir.repair.sources import HOSTS
from pelican_memoir.repair.spelling import BOOLEAN, LINE_ENDS
from pelican_memoir.repair.takeaways import TAKEAWAY
from pelican_memoir.repair.unknown import KNOWN
from pelican_memoir.repair.widths import SIZED

_HEADING = re.compile(r"<h([1-6])(?=[\s/>])(?:[^<>]*>\s*(?:<(?:strong|em|code)>)?([^\s<&]))?")
_EMPTY = re.compile(r"<p(?:\s[^<>]*)?>(?:\s|&#?\w+;|<(?:br\b|/(?!p\b)|[?!])[^<>]*>)*+</p")
_BREAK = re.compile(r"<br\b")
_HTTP = re.compile(r"https?://")
_LONE_LINK = re.compile(
    r"<(?:p|blockquote)(?:\s[^<>]*)?>\s*+(?:<p(?:\s[^<>]*)?>\s*|<!--.*?-->\s*)*+<a\b", re.DOTALL
)
_WORDLESS = re.compile(
    r"<(?:a\s|th[\s>])(?:(?<=>)|[^<>]*+>)(?!\s*(?:[^\s<&]|<img\b|<(?:code|em|strong)>[^\s<&]))"
)
_USUAL = re.compile(r"(?:[\w./:?=#;,+~@!*()$&'-]|%[0-9a-fA-F]{2})*+", re.ASCII)
_LINK = re.compile(r"<a\s[^<>]*+>")
_ANY_TAG = re.compile(r"<[^<>]*+>")
_LOOKED_AT = 400


def unknown(page: Page) -> bool:
    """There is an element of a name that HTML does not have."""
    return not page.census.names <= KNOWN


def embeds(page: Page) -> bool:
    """There is a frame or a script."""
    return not page.census.names.isdisjoint(EMBEDDED)


def obsolete(page: Page) -> bool:
    """There is an element that HTML has given up, or a tag that holds the name of an attribute given up for it."""
    census = page.census
    return not census.names.isdisjoint(ELEMENTS) or any(
        not ATTRIBUTES[key]
        or any(key in inside.lower() for name, inside in census.tags if name in ATTRIBUTES[key])
        for key in ATTRIBUTES.keys() & census.attributes.keys()
    )


def styles(page: Page) -> bool:
    """There is a style."""
    return "style" in page.census.attributes


def widths(page: Page) -> bool:
    """There is a measure that is no whole number, and something that has a size."""
    found = page.census.attributes
    return not page.census.names.isdisjoint(SIZED) and not all(
        value.isdecimal() for key in ("width", "height") for value in found.get(key, ())
    )


def headings(page: Page) -> bool:
    """The headings do not go down from the top one level at a time, or one may say nothing."""
    if page.periods or not page.census.is_plain:
        return True
    above: list[int] = []
    for level, says in _HEADING.findall(page.html):
        rank = int(level)
        while above and above[-1] >= rank:
            above.pop()
        above.append(rank)
        if not says or rank != min(TOP + len(above) - 1, LOWEST):
            return True
    return False


def spacers(page: Page) -> bool:
    """There is an empty paragraph, or a line break with no word right before it."""
    html = page.html
    return (
        not page.census.is_plain
        or bool(_EMPTY.search(html))
        or any(
            html[max(0, match.start() - 80) : match.start()].rstrip()[-1:] in ("", ">", ";")
            for match in _BREAK.finditer(html)
        )
    )


def pictures(page: Page) -> bool:
    """There is a picture."""
    return "img" in page.census.names


def captions(page: Page) -> bool:
    """There is something that may be a caption."""
    return "figcaption" in page.census.names or any(
        "caption" in value for value in page.census.attributes.get("class", ())
    )


def links(page: Page) -> bool:
    """There is an address that is neither an attribute nor the words of a link."""
    html = page.html
    return any(
        html[match.start() - 1] not in "\"'="
        and not html.startswith("<a ", html.rfind("<", 0, match.start()))
        for match in _HTTP.finditer(html)
    )


def sources(page: Page) -> bool:
    """There is a link to where repositories lie, and a paragraph or a quotation that begins with a link."""
    links = "\n".join(page.census.attributes.get("href", ()))
    return any(host in links for host in HOSTS) and (
        not page.census.is_plain or bool(_LONE_LINK.search(page.html))
    )


def takeaways(page: Page) -> bool:
    """There is a summing-up of a period."""
    return bool(page.periods) and any(TAKEAWAY in value for value in page.census.attributes.get("class", ()))


def notes(page: Page) -> bool:
    """There is a role."""
    return "role" in page.census.attributes


def names(page: Page) -> bool:
    """There is a control, or a link or a header cell that may be without words."""
    census = page.census
    return "input" in census.names or (
        not census.names.isdisjoint(("a", "th"))
        and (not census.is_plain or bool(_WORDLESS.search(page.html)))
    )


def purposes(page: Page) -> bool:
    """There is a link whose words may say nothing of where it leads."""
    return "a" in page.census.names and (
        not page.census.is_plain
        or any(_may_say_nothing(page.html, link.end()) for link in _LINK.finditer(page.html))
    )


def _may_say_nothing(html: str, place: int) -> bool:
    """Tell whether what a link holds from this place on is so long that nobody asks, or says nothing."""
    end = html.find("</a", place, place + _LOOKED_AT)
    return end < 0 or says_nothing(unescape(_ANY_TAG.sub("", html[place:end])))


def ids(page: Page) -> bool:
    """An id is there twice, is the page's own, or is none; or names become ids."""
    found = page.census.ids
    distinct = set(found)
    return (
        len(distinct) < len(found)
        or not distinct.isdisjoint(page.taken_ids)
        or any(not entry.strip() for entry in distinct)
        or "name" in page.census.attributes
    )


def addresses(page: Page) -> bool:
    """There is an address with other than the usual characters."""
    found = page.census.attributes
    return any(not _USUAL.fullmatch(",".join(found[key])) for key in KEYS if key in found)


def spelling(page: Page) -> bool:
    """There is a tag that ends with a slash, a line that ends with a space, or a boolean with a value."""
    return (
        "/>" in page.html
        or any(end in page.html for end in LINE_ENDS)
        or bool(page.gone)
        or not BOOLEAN.isdisjoint(page.census.attributes)
    )
