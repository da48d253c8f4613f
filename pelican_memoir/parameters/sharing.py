"""Where a reader can share a page: plain links, each made of the page's address and title."""

from __future__ import annotations

import re
from urllib.parse import quote

SHARES: dict[str, tuple[str, str]] = {
    "twitter": ("Twitter", "https://twitter.com/intent/tweet?text={title}&url={url}"),
    "facebook": ("Facebook", "https://www.facebook.com/sharer/sharer.php?u={url}"),
    "linkedin": ("LinkedIn", "https://www.linkedin.com/sharing/share-offsite/?url={url}"),
    "vk": ("VK", "https://vk.com/share.php?url={url}"),
    "bluesky": ("Bluesky", "https://bsky.app/intent/compose?text={title}%20{url}"),
    "mastodon": ("Mastodon", "https://mastodonshare.com/?text={title}&url={url}"),
    "reddit": ("Reddit", "https://www.reddit.com/submit?title={title}&url={url}"),
    "telegram": ("Telegram", "https://t.me/share/url?url={url}&text={title}"),
    "whatsapp": ("WhatsApp", "https://wa.me/?text={title}%20{url}"),
    "email": ("Email", "mailto:?subject={title}&body={url}"),
}
"""Name in settings -> what readers call it, and the address with `{title}` and `{url}`."""
_NOT_LETTERS = re.compile(r"(?:[\x00-\x7f]|\W)+")


def share_links(active: dict[str, bool], title: str, url: str) -> list[tuple[str, str]]:
    """Return name and address of each place that is active, in the owner's order, for a page's title and address."""
    filled = {"title": _in_query(title), "url": _in_query(url)}
    return [
        (SHARES[name][0], SHARES[name][1].format(**filled))
        for name, wanted in active.items()
        if wanted and name in SHARES
    ]


def _in_query(text: str) -> str:
    """A text as the value of a query, no longer than it must be.

    Letters of all scripts stay: browsers encode them as UTF-8 (https://url.spec.whatwg.org/#query-state), and a Korean
    title would otherwise weigh nine times its letters. RFC 3986 (3.4) allows ":" and "/" in a query.
    """
    return _NOT_LETTERS.sub(lambda found: quote(found.group(), safe=":/"), text)
