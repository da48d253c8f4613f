"""What loads from elsewhere (frames, gists) becomes a link to it: nothing is fetched before the reader asks."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from pelican_memoir.jekyll import web_address
from pelican_memoir.memoir.element import Element
from pelican_memoir.repair.addresses import encoded
from pelican_memoir.repair.edit import Edit
from pelican_memoir.repair.flow import in_phrase
from pelican_memoir.repair.page import Page

NAMES = frozenset(["iframe", "script"])
_YOUTUBE = re.compile(r"(?:https?:)?//(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]+)[^\s]*")
_GIST = re.compile(r"https://gist\.github\.com/([\w-]+/[0-9a-f]+)\.js(?:\?\S*)?")


def embeds(page: Page) -> Iterator[Edit]:
    """Yield the links; what the site itself serves stays."""
    for element in page.named(NAMES):
        address = _shown_at(element)
        if address is None:
            continue
        host = web_address.split(address).hostname or address
        words = element.attributes.get("title", "").strip() or host.removeprefix("www.")
        link = f'<a href="{html.escape(encoded(address))}">{html.escape(words)}</a>'
        if not in_phrase(element):
            link = f'<p class="memoir-elsewhere">{link}</p>'
        yield Edit(element.start, element.end, link)


def _shown_at(element: Element) -> str | None:
    """Return the address where a person sees what is embedded, None for what is not from elsewhere."""
    source = element.attributes.get("src", "").strip()
    if element.name == "script":
        gist = _GIST.fullmatch(source)
        return f"https://gist.github.com/{gist[1]}" if gist else None
    video = _YOUTUBE.fullmatch(source)
    if video:
        return f"https://www.youtube.com/watch?v={video[1]}"
    if re.match(r"(?:https?:)?//", source):
        return f"https:{source}" if source.startswith("//") else source
    return None
