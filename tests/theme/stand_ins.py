"""Stand-ins for a blog: from a site without any settings to one with something in every place."""

from __future__ import annotations

import datetime
from functools import cache
from types import SimpleNamespace
from typing import Any

from pelican.paginator import Paginator
from pelican.settings import Settings, read_settings

from pelican_memoir.memoir.model import (
    Achievement,
    Goals,
    Memoir,
    Outcome,
    Period,
    PostPeriod,
    Section,
)
from pelican_memoir.site.timeline import AuthorTimeline, TimelineYear
from pelican_memoir.theming.fields import address

HOSTILE = "\"'><script>alert(1)</script>&{{ 7*7 }}"
"""A text that breaks out of every place where it is not escaped."""


@cache
def defaults() -> Settings:
    return read_settings()


def bare_site() -> dict[str, Any]:
    """What Pelican 4.12 puts into the context of an empty site with no settings of its own."""
    settings = {name: value for name, value in defaults().items() if name.isupper()}
    lists: dict[str, Any] = {
        name: [] for name in ("articles", "dates", "tags", "categories", "authors", "pages")
    }
    return {**settings, **lists, "SITEURL": "", "output_file": "index.html", "localsiteurl": ""}


def named(name: str, kind: str) -> SimpleNamespace:
    class Named(SimpleNamespace):
        def __str__(self) -> str:
            return str(self.name)

        def __lt__(self, other: Any) -> bool:
            return str(self.name) < str(other.name)

    return Named(name=name, slug="slug", url=f"{kind}/slug.html")


def post(title: str = "글", *, text: str = "<p>본문입니다.</p>", **fields: Any) -> SimpleNamespace:
    """A post with nothing but what Pelican sets on every article; `fields` add to it."""
    values = {
        "title": title,
        "slug": "slug",
        "url": "slug.html",
        "lang": "ko",
        "content": text,
        "summary": text,
        "date": datetime.datetime(2022, 12, 31, tzinfo=datetime.UTC),
        "status": "published",
        "translations": [],
        "template": "article",
    }
    return SimpleNamespace(**{**values, **fields})


def year(text: str = "성과", *, anchor: str = "1분기") -> Memoir:
    """A memoir that has something in every place, all of it saying `text`."""
    outcomes = (Outcome("medal", text, "bronze"), Outcome("setback", text))
    achievement = Achievement(1, f"1) {text}", text, f"{anchor}-a", outcomes=outcomes)
    bare = Achievement(None, text, text, None)
    first = Period("quarter", 1, None, (1, 2, 3), text, text, anchor, 2, text, None, (achievement, bare))
    second = Period("quarter", 2, None, (4, 5, 6), text, "", f"{anchor}-2", 2)
    return Memoir(
        2022,
        text,
        "ko",
        periods=(first, second),
        sections=(Section(1, text, text, f"{anchor}-s"),),
        highlights=(text,),
        opening=text,
        closing=text,
        goals=(Goals(text, f"{anchor}-g", (text,)),),
    )


def rich_site(text: str = "이름") -> dict[str, Any]:
    """A site with something in every place that a template reads, all of it saying `text`."""
    tag, category, author = named(text, "tag"), named(text, "category"), named(text, "author")
    fields = dict.fromkeys(
        ("subtitle", "cover-img", "thumbnail-img", "share-description", "share-title"), text
    )
    common: dict[str, Any] = {
        "tags": [tag],
        "category": category,
        "author": author,
        "authors": [author],
        "front_matter": fields,
        "modified": datetime.datetime(2023, 1, 2, tzinfo=datetime.UTC),
    }
    twin = post(text, lang="en", url="slug-en.html")
    before = post(text, memoir=year(text), url="before.html", **common)
    article = post(text, memoir=year(text), status="draft", translations=[twin], **common)
    article.memoir_prev = article.memoir_next = before
    article.memoir_series = SimpleNamespace(name=text, posts=(before, article))
    article.memoir_posts = {"1분기": [before], "1분기-2": []}
    article.memoir_goals, article.memoir_goals_from = before.memoir.goals, before
    part = post(text, memoir=Memoir(2022, text, "ko", post_period=PostPeriod("quarter", 1, None, (1, 2, 3))))
    by_topic = post(text, memoir=Memoir(2021, text, "ko", sections=year(text).sections, highlights=(text,)))
    article.memoir_parts, article.memoir_whole = (part,), before
    posts = [article, before, part, by_topic]
    years = (TimelineYear(2022, (article,), (part,)), TimelineYear(2021, (by_topic,), ()))
    page = post(text, front_matter=fields, template="page")
    links = [(text, "https://example.org/?a=1&b=<2>")]
    return {
        "SITENAME": text,
        "SITESUBTITLE": text,
        "SITEURL": "https://example.org",
        "DEFAULT_LANG": "ko",
        "AUTHOR": text,
        "MENUITEMS": links,
        "SOCIAL": links,
        "LINKS": links,
        "STYLESHEET_URL": "https://example.org/own.css",
        "FEED_ALL_RSS": "feeds/all.rss.xml",
        "TAG_FEED_ATOM": "feeds/{slug}.atom.xml",
        "DIRECT_TEMPLATES": ["index", "tags", "categories", "authors", "archives", "timeline"],
        "articles": posts,
        "dates": posts,
        "pages": [page],
        "tags": [(tag, posts)],
        "categories": [(category, posts), (named("또", "category"), posts)],
        "authors": [(author, posts)],
        "memoirs": posts,
        "memoir_timeline": years,
        "memoir_authors": (AuthorTimeline(text, years), AuthorTimeline("", years[:1])),
        "memoir_feeds": {"ko": "feeds/achievements.atom.xml"},
        "memoir_timeline_pages": {"ko": "timeline.html", "en": "timeline-en.html"},
        "memoir_search_pages": {"ko": "search.html", "en": "search-en.html"},
        "memoir_comments_pages": {"ko": "comments.html", "en": "comments-en.html"},
        "memoir_comments_root": "./",
        "memoir_search_index": [address(f"{text}.json")],
        "article": article,
        "page": page,
        "tag": tag,
        "category": category,
        "author": author,
        "period_num": (2022, 12),
    }


def page_of(posts: list[Any], *, number: int = 1, per_page: int | None = None) -> dict[str, Any]:
    """What Pelican gives a paginated template on page `number`."""
    paginator = Paginator("index.html", "index.html", posts, defaults(), per_page)
    last = paginator.num_pages
    return {
        "articles_paginator": paginator,
        "articles_page": paginator.page(number),
        "articles_previous_page": paginator.page(number - 1) if number > 1 else None,
        "articles_next_page": paginator.page(number + 1) if number < last else None,
    }
