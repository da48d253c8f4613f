"""Words in angle brackets that are no tags of HTML (`<START>`) are shown as the author typed them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelican_memoir.repair.edit import Edit
from pelican_memoir.repair.page import Page

KNOWN = frozenset(
    """a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br
    button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir div dl dt em embed
    fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe
    img input ins kbd label legend li link main map mark marquee menu meta meter nav nobr noembed noframes noscript
    object ol optgroup option output p param picture plaintext pre progress q rb rp rt rtc ruby s samp script search
    section select slot small source span strike strong style sub summary sup svg table tbody td template textarea
    tfoot th thead time title tr track tt u ul var video wbr xmp math""".split()
)
_NAME = re.compile(r"[a-z][a-z0-9]*")


def unknown(page: Page) -> Iterator[Edit]:
    """Yield what makes text of unknown tags; custom elements (`x-y`) and what is inside pictures stay tags."""
    for element in page.named(page.census.names - KNOWN):
        if not _NAME.fullmatch(element.name) or element.attributes.get("id"):
            continue
        if any(around.name in ("svg", "math") for around in element.ancestors()):
            continue
        yield Edit(element.start, element.start + 1, "&lt;")
        if element.end > element.close:
            # kramdown ends a tag that was left open where its paragraph ends; nobody typed that end.
            made = page.html.startswith("</", element.end)
            yield Edit(element.close, element.end) if made else Edit(element.close, element.close + 1, "&lt;")
