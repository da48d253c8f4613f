"""What a feed says of a post beside Pelican: whole addresses, all categories, jekyll-feed's id, what is valid."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, MutableMapping
from typing import Any
from urllib.parse import unquote, urljoin

from pelican_memoir.jekyll import post_path
from pelican_memoir.jekyll.liquid.addresses import normal
from pelican_memoir.jekyll.permalink import last_part
from pelican_memoir.theming.reading import title_text

BY_LINK = "memoir_posts_by_link"

_TAG = re.compile(r"<[a-zA-Z][^<>]*>")
_ADDRESS = re.compile(r"""(\s(?:src|href|poster)=")(?!https?://[\w.-]+/[\w./-]*")([^"]*)\"""")
"""Where an address stands that may have to be written anew: most are whole, of characters that nobody escapes."""


def complete(feed: Any, context: MutableMapping[str, Any], *, ids: bool) -> None:
    """Add further categories to the items of a feed, and, with `ids`, give them the ids of jekyll-feed.

    Readers' programs know a post by its id: with a new one it is new. With `ids`, a post without a category has none,
    where Pelican says `DEFAULT_CATEGORY`.
    """
    site = str(context.get("SITEURL") or "").rstrip("/")
    known = posts_by_link(context, site)
    for item in feed.items:
        make_valid(item, context)
        for text in ("content", "description"):
            item[text] = with_whole_addresses(item[text], item["link"])
        post = known.get(unquote(item["link"]).removesuffix("?ref=feed"))
        if post is not None:
            item["title"] = title_text(post.title)
            further = [str(name) for name in post.metadata.get("further_categories", ())]
            first, *tags = item["categories"] or ("",)
            item["categories"] = [first, *further, *tags] if further else item["categories"]
            if ids and has_none(post, str(first), context):
                item["categories"] = tags
            if ids and site:
                item["unique_id"] = normal(site + id_of(post))


def make_valid(item: MutableMapping[str, Any], context: Mapping[str, Any]) -> None:
    """Say that an id is no address to open, which RSS else takes it for, and name an author, whom Atom wants.

    Source: the RSS Advisory Board's profile, `guid`; RFC 4287, 4.1.2 and 3.2.1.
    """
    item["unique_id_is_permalink"] = item["unique_id"] == item["link"]
    item["author_name"] = str(item["author_name"] or "") or context.get("SITENAME") or None


def with_whole_addresses(markup: str | None, link: str) -> str | None:
    """Write addresses in HTML as they lead from `link`: a reader's program shows the text elsewhere than it stood.

    Where `link` is no address of the web itself, as in a site without its own, the HTML stays.
    """
    if not markup or not link.startswith(("https://", "http://")):
        return markup
    link = link.removesuffix("?ref=feed")

    def whole(found: re.Match[str]) -> str:
        try:
            return f'{found[1]}{html.escape(urljoin(link, html.unescape(found[2]).strip()))}"'
        except ValueError:  # no address at all, such as `//[`
            return found[0]

    return _TAG.sub(lambda tag: _ADDRESS.sub(whole, tag[0]), markup)


def posts_by_link(context: MutableMapping[str, Any], site: str) -> dict[str, Any]:
    """Return the posts by what leads to them from a feed, put together once for all feeds of a build."""
    if BY_LINK not in context:
        posts = (*context.get("articles", ()), *context.get("translations", ()))
        context[BY_LINK] = {f"{site}/{unquote(post.url)}": post for post in posts}
    found: dict[str, Any] = context[BY_LINK]
    return found


def has_none(post: Any, category: str, context: Mapping[str, Any]) -> bool:
    """Tell whether a category is not the post's own, but what Pelican says where there is none."""
    own = getattr(post, "front_matter", {})
    return category == context.get("DEFAULT_CATEGORY") and not (own.get("category") or own.get("categories"))


def id_of(post: Any) -> str:
    """Return Jekyll's `id` of a post."""
    path = str(post.relative_source_path or "")
    slug = getattr(post, "front_matter", {}).get("slug") or post_path.read(path).slug or post.slug
    return last_part("/" + unquote(post.url), str(slug))
