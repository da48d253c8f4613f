"""Where a link leads whose words do not say it, as words that are read aloud and not seen."""

from __future__ import annotations

import re

from pelican_memoir.repair.purposes import TO

_LINK = re.compile(rf'(<a\s[^<>]*?\b{TO}="([^"<>]+)"[^<>]*>(?:(?!</?a[\s>]).)*+)(?=</a\s*>)', re.S | re.I)


def purposes(html: str) -> str:
    """Return a post's HTML in which links that the repair `purposes` found say where they lead.

    Here, in a page of the theme, and not in the text: feeds, summaries and other themes would show the words.
    """
    if TO not in html:
        return html
    return _LINK.sub(r'\1<span class="visually-hidden"> (\2)</span>', html)
