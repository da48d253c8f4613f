"""Links and images of a blog's texts that stay in the blog, and those that lead nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

from pelican_memoir.errors import Location, Problem
from pelican_memoir.jekyll import web_address
from pelican_memoir.migrate.texts import Text

LINK = "memoir.link"
ATTRIBUTE = re.compile(
    r"""<(?:a|img|source|video|audio|iframe)\b[^>]*?\s(?:href|src)=(?:"([^"]*)"|'([^']*)')"""
)


def dead_links(texts: Iterable[Text], known: Iterable[str], site: str) -> Iterator[Problem]:
    """Tell about links and images that lead to nothing that is `known` by its address; `site` is the blog's own."""
    there = {address for path in known for address in forms(unquote(path))}
    for text in texts:
        for target, place, _ in own_links(text, site):
            if place not in there and place.rstrip("/") not in there:
                where = Location(text.path, text.line_of(target))
                yield Problem(where, LINK, f"{target} leads nowhere in the blog")


def forms(path: str) -> Iterator[str]:
    """Yield the ways in which servers answer to one address: `/a/`, `/a/index.html`; `/a.html`, `/a`."""
    yield path
    plain = path.removesuffix("index.html").rstrip("/")
    yield plain
    yield plain.removesuffix(".html")
    if path.endswith("/"):
        yield f"{path}index.html"


def own_links(text: Text, site: str) -> Iterator[tuple[str, str, str]]:
    """Yield each link and image of a text that stays in the blog at `site`: as written, its path, its fragment.

    Paths begin at the blog, wherever it is mounted.
    """
    home = web_address.split(site)
    host, base = home.netloc, home.path.rstrip("/")
    for written in dict.fromkeys(double or single for double, single in ATTRIBUTE.findall(text.html)):
        target = unescape(written)
        try:
            parts = urlsplit(urljoin(f"http://blog{base}{text.url or '/'}", target))
        except ValueError:
            continue
        inside = parts.scheme in ("http", "https") and parts.netloc in ("blog", host)
        if not inside or target.startswith("#") or "{" in parts.path:
            continue
        place = unquote(parts.path)
        yield (
            target,
            place.removeprefix(base) if place.startswith(f"{base}/") else place,
            unquote(parts.fragment),
        )
