"""Links and images of a blog's texts that stay in the blog, and those that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from pelican_memoir.errors import Location, Problem

if TYPE_CHECKING:
    from pelican_memoir.migrate.plan import Plan, Text

LINK = "memoir.link"
ATTRIBUTE = re.compile(r'<(?:a|img|source|video|audio|iframe)\b[^>]*?\s(?:href|src)="([^"]*)"')


def dead_links(plan: Plan) -> Iterator[Problem]:
    """Tell about links and images that lead to no file and no page of the blog."""
    known = {unquote(entry.url).rstrip("/") for entry in (*plan.posts, *plan.pages) if entry.url}
    known |= {"", "/tags", "/feed.xml", "/archives", "/categories", "/index.html"}
    known |= {f"{url}.html" for url in list(known)}
    files = {f"/{file.path}" for file in plan.blog.files}
    for text in plan.texts:
        for target, place, _ in own_links(text, plan):
            if place.rstrip("/") not in known and place not in files:
                where = Location(text.path, text.line_of(target))
                yield Problem(where, LINK, f"{target} leads nowhere in the blog")


def own_links(text: Text, plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Yield each link and image of a text that stays in the blog: as written, its path, its fragment."""
    host = urlsplit(plan.translation.publish.get("SITEURL", "")).netloc
    for target in dict.fromkeys(ATTRIBUTE.findall(text.html)):
        try:
            parts = urlsplit(unescape(target))
        except ValueError:
            continue
        if parts.scheme or (parts.netloc and parts.netloc != host) or not parts.path or "{" in parts.path:
            continue
        place = unquote(parts.path)
        if not place.startswith("/"):
            place = f"{unquote(text.url).rpartition('/')[0]}/{place}"
        yield unescape(target), place, unquote(parts.fragment)
