"""A post for machines in the words of schema.org: a BlogPosting with the year that it covers, and the way to it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pelican_memoir.memoir.model import Achievement, Memoir
from pelican_memoir.theming.dates import date_of
from pelican_memoir.theming.fields import address
from pelican_memoir.theming.outcomes import endings
from pelican_memoir.theming.reading import title_text

_ESCAPED = re.compile("[<>&\u2028\u2029]")
"""What could end a script element, or a line of a script as old browsers read it."""

Step = tuple[str, str]
"""What a page above is called, and its address below the site."""


def linked_data(article: Any, site_url: str, lang: str, trail: Sequence[Step] = (), image: str = "") -> str:
    """The JSON for a script element of an article's page; nothing in it can close the element.

    `trail` leads from the home page to the article, which is left out of it. Addresses are told only where the site's
    own is absolute: others mean nothing to those who read this.
    """
    base = site_url if "://" in site_url else ""
    here = _below(base, article.url)
    published = date_of(article)
    modified = getattr(article, "modified", None)
    posting = {
        "@type": "BlogPosting",
        "headline": title_text(article.title),
        "inLanguage": lang,
        "datePublished": published.isoformat() if published else "",
        "dateModified": modified.isoformat() if modified else "",
        "author": _authors(article, base),
        "image": image if "://" in image else "",
        "url": here,
        **_of_year(getattr(article, "memoir", None), here),
    }
    graph = [posting, *([_breadcrumbs(base, trail, article)] if base and trail else [])]
    if len(graph) == 1:
        return script_json({"@context": "https://schema.org", **posting})
    return script_json({"@context": "https://schema.org", "@graph": [_kept(each) for each in graph]})


def script_json(data: Mapping[str, object]) -> str:
    """JSON without the empty values of `data`, safe inside a script element."""
    text = json.dumps(_kept(data), ensure_ascii=False, separators=(",", ":"))
    return _ESCAPED.sub(lambda found: f"\\u{ord(found.group()):04x}", text)


def _kept(data: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in data.items() if value not in ("", None, [], {})}


def _below(base: str, url: str) -> str:
    return address(f"{base}/{url}") if base else ""


def _authors(article: Any, base: str) -> object:
    """One author as an object, several as a list."""
    author = getattr(article, "author", None)
    authors = (getattr(article, "authors", None) or [author]) if author else []
    people = [
        _kept(
            {
                "@type": "Person",
                "name": str(each),
                "url": _below(base, each.url) if _has_page(each, article) else "",
            }
        )
        for each in authors
    ]
    return people[0] if len(people) == 1 else people


def _has_page(author: Any, article: Any) -> bool:
    return hasattr(author, "url") and author not in getattr(article, "memoir_unlisted", ())


def _breadcrumbs(base: str, trail: Sequence[Step], article: Any) -> dict[str, object]:
    steps = [*trail, (title_text(article.title), article.url)]
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [_step(base, *each) for each in enumerate(steps, 1)],
    }


def _step(base: str, place: int, step: Step) -> dict[str, object]:
    name, url = step
    return {"@type": "ListItem", "position": place, "name": name, "item": _below(base, url)}


def _of_year(memoir: Memoir | None, here: str) -> dict[str, object]:
    if memoir is None:
        return {}
    done = [item for period in memoir.periods for item in period.achievements]
    entries = [_kept(dict(_entry(place, item, here))) for place, item in enumerate(done, 1)]
    items = (
        {"@type": "ItemList", "numberOfItems": len(entries), "itemListElement": entries} if entries else ""
    )
    return {"temporalCoverage": _covered(memoir), "mainEntity": items}


def _covered(memoir: Memoir) -> str:
    """The year, or the months of a post about a part of it, as ISO 8601 writes them: `2022`, `2022-01/2022-03`."""
    months = memoir.post_period.months if memoir.post_period else ()
    if memoir.year is None or not months or list(months) != sorted(months):
        return str(memoir.year or "")
    return "/".join(f"{memoir.year}-{month:02}" for month in dict.fromkeys((months[0], months[-1])))


def _entry(place: int, item: Achievement, here: str) -> Iterator[tuple[str, object]]:
    yield "@type", "ListItem"
    yield "position", place
    yield "name", item.title
    yield "description", ", ".join(ending.words for ending in endings(item) if ending.words)
    yield "url", address(f"{here}#{item.anchor}") if here and item.anchor else ""
