"""A post as schema.org's BlogPosting, with the year that a memoir covers and its achievements."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pelican_memoir.memoir.model import Memoir
from pelican_memoir.theming.fields import address
from pelican_memoir.theming.reading import plain_text


def linked_data(article: Any, site_url: str, lang: str) -> str:
    """The JSON for a script element of an article's page; nothing in it can close the element."""
    modified = getattr(article, "modified", None)
    author = str(getattr(article, "author", None) or "")
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "BlogPosting",
        "headline": plain_text(article.title),
        "inLanguage": lang,
        "datePublished": article.date.isoformat(),
        "dateModified": modified.isoformat() if modified else "",
        "author": {"@type": "Person", "name": author} if author else "",
        "url": address(f"{site_url}/{article.url}") if "://" in site_url else "",
        **_of_year(getattr(article, "memoir", None)),
    }
    return script_json(data)


def script_json(data: Mapping[str, object]) -> str:
    """JSON without the empty values of `data`, safe inside a script element."""
    kept = {name: value for name, value in data.items() if value not in ("", None, [], {})}
    text = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _of_year(memoir: Memoir | None) -> dict[str, object]:
    if memoir is None:
        return {}
    titles = [item.title for period in memoir.periods for item in period.achievements]
    entries = [{"@type": "ListItem", "position": place, "name": name} for place, name in enumerate(titles, 1)]
    items = {"@type": "ItemList", "itemListElement": entries} if entries else ""
    return {"temporalCoverage": str(memoir.year or ""), "mainEntity": items}
