"""What machines read of a site: linked data, microformats, cards, feeds. Each is parsed as its readers parse it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import mf2py
import pytest
from markup import Markup
from site_build import build

from pelican_memoir.theming import theme_path

HOME = "https://example.org"
FILES = {
    "2021-12-31-memoir-2021.md": "---\ntitle: 2021년 회고\n---\n한 해.\n\n## 1분기\n### 1) 하나\n## 2분기\n### 1) 둘\n",
    "2022-12-31-memoir-2022.md": """---
title: 2022년 회고
subtitle: 'a & b < c'
author: 서하람
tags: [회고]
cover-img: /assets/cover.png
last_modified_at: 2023-01-02
---
한 해를 돌아봅니다.

## 1분기
### 1) 공모전 **우수상**
## 2분기
### 1) 둘
""",
    "2022-02-03-february.md": "---\ntitle: 2월\ncategory: 공부\ntags: [회고]\nauthor: 서하람\n---\n글입니다.\n",
    "2022-02-04-english.md": "---\ntitle: In February\nlang: en\nslug: february\n---\nText.\n",
    "pages/about.md": "---\ntitle: 소개\n---\n사람입니다.\n",
}
KINDS = ("FEED_ALL", "CATEGORY_FEED", "TAG_FEED", "AUTHOR_FEED", "TRANSLATION_FEED")
PLACES = ("all", "category.{slug}", "tag.{slug}", "author.{slug}", "all-{lang}")
FEEDS = {
    f"{kind}_{form.upper()}": f"feeds/{place}.{form}.xml"
    for kind, place in zip(KINDS, PLACES, strict=True)
    for form in ("atom", "rss")
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("machines")
    return build(
        folder,
        FILES,
        THEME=theme_path(),
        SITEURL=HOME,
        SITENAME="물때",
        AUTHOR="서하람",
        ARTICLE_EXCLUDES=["pages"],
        **FEEDS,
    ).output


def page(output: Path, name: str) -> str:
    return (output / name).read_text(encoding="utf-8")


def linked(output: Path, name: str) -> list[dict[str, Any]]:
    """The things that a page's linked data speaks of."""
    text = page(output, name).partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    data = json.loads(text)
    assert data["@context"] == "https://schema.org"
    found: list[dict[str, Any]] = data["@graph"]
    return found


def test_linked_data_of_a_memoir(output: Path) -> None:
    posting, way = linked(output, "memoir-2022.html")
    assert posting["temporalCoverage"] == "2022"
    assert posting["dateModified"].startswith("2023-01-02")
    assert posting["author"] == {"@type": "Person", "name": "서하람", "url": f"{HOME}/author/seoharam.html"}
    assert posting["image"] == f"{HOME}/assets/cover.png"
    items = posting["mainEntity"]
    assert (items["@type"], items["numberOfItems"]) == ("ItemList", 2)
    ids = Markup(page(output, "memoir-2022.html")).ids()
    assert all(unquote(item["url"].partition("#")[2]) in ids for item in items["itemListElement"])
    assert [step["item"] for step in way["itemListElement"]] == [
        f"{HOME}/",
        f"{HOME}/timeline.html",
        f"{HOME}/memoir-2022.html",
    ]


def test_the_way_to_an_ordinary_post_leads_over_its_category(output: Path) -> None:
    way = linked(output, "february.html")[1]
    assert [step["name"] for step in way["itemListElement"]] == ["물때", "공부", "2월"]
    for step in way["itemListElement"]:
        assert (output / (step["item"].removeprefix(f"{HOME}/") or "index.html")).is_file()


def parsed(output: Path, name: str, kind: str) -> list[dict[str, Any]]:
    """The microformats of a kind in a page."""
    found = mf2py.parse(doc=page(output, name), url=f"{HOME}/{name}")
    return [item for item in found["items"] if kind in item["type"]]


def test_a_post_is_an_entry(output: Path) -> None:
    (entry,) = parsed(output, "memoir-2022.html", "h-entry")
    told = entry["properties"]
    assert told["name"] == ["2022년 회고"]
    assert told["url"] == [f"{HOME}/memoir-2022.html"]
    assert told["published"][0].startswith("2022-12-31")
    assert told["updated"][0].startswith("2023-01-02")
    assert told["summary"] == ["a & b < c"]
    assert told["category"] == ["회고"]
    assert told["author"][0]["type"] == ["h-card"]
    assert told["author"][0]["properties"]["name"] == ["서하람"]
    assert "한 해를 돌아봅니다." in told["content"][0]["value"]


@pytest.mark.parametrize("name", ["index.html", "tag/hoego.html", "author/seoharam.html"])
def test_lists_of_posts_are_feeds(output: Path, name: str) -> None:
    (feed,) = parsed(output, name, "h-feed")
    assert feed["properties"]["name"] == ["글"]
    assert feed["children"]
    for entry in feed["children"]:
        assert entry["type"] == ["h-entry"]
        assert {"name", "url", "published", "summary"} <= set(entry["properties"])


def test_the_owner_has_a_card(output: Path) -> None:
    cards = parsed(output, "index.html", "h-card")
    assert [card["properties"] for card in cards] == [{"name": ["서하람"], "url": [f"{HOME}/"]}]


def test_cards_for_networks(output: Path) -> None:
    metas = {
        meta.get("property") or meta.get("name"): meta["content"]
        for meta in Markup(page(output, "memoir-2022.html")).all("meta")
        if "content" in meta
    }
    assert metas["og:type"] == "article"
    assert metas["og:title"] == "2022년 회고"
    assert metas["og:url"] == f"{HOME}/memoir-2022.html"
    assert metas["og:image"] == f"{HOME}/assets/cover.png"
    assert metas["og:description"] == metas["description"] == "한 해를 돌아봅니다."
    assert metas["twitter:card"] == "summary_large_image"
    assert metas["article:published_time"].startswith("2022-12-31")
    home = {
        meta.get("property"): meta["content"]
        for meta in Markup(page(output, "index.html")).all("meta")
        if "content" in meta
    }
    assert (home["og:type"], home["og:url"]) == ("website", f"{HOME}/")
    assert "2022년 회고" in home["og:description"]


def test_every_page_has_one_canonical_address_which_leads_to_it(output: Path) -> None:
    for path in output.rglob("*.html"):
        links = [
            link["href"]
            for link in Markup(path.read_text(encoding="utf-8")).all("link")
            if link["rel"] == "canonical"
        ]
        place = path.relative_to(output).as_posix()
        assert [unquote(link) for link in links] == [f"{HOME}/{place}".removesuffix("index.html")], place


def test_every_feed_can_be_discovered_and_read(output: Path) -> None:
    found: set[str] = set()
    for path in output.rglob("*.html"):
        for link in Markup(path.read_text(encoding="utf-8")).all("link"):
            if link["rel"] == "alternate" and "hreflang" not in link:
                file = output / unquote(link["href"]).removeprefix(f"{HOME}/")
                root = ElementTree.parse(file).getroot().tag.rpartition("}")[2]
                assert root == {"application/atom+xml": "feed", "application/rss+xml": "rss"}[link["type"]]
                assert link["title"]
                found.add(file.name)
    written = {path.name for path in (output / "feeds").glob("*.xml")}
    # The feed of the site's first language repeats that of all posts.
    assert written - found == {"all-ko.atom.xml", "all-ko.rss.xml"}


def test_all_authors_of_a_post_are_named(tmp_path: Path) -> None:
    text = "---\ntitle: 둘이 쓴 글\nauthor: [서하람, 문가온]\n---\n글입니다.\n"
    files = {"2022-02-05-both.md": text}
    page = build(tmp_path, files, THEME=theme_path(), SITEURL=HOME, AUTHOR="서하람").page("both.html")
    (item,) = [each for each in mf2py.parse(doc=page)["items"] if each["type"] == ["h-entry"]]
    assert [author["properties"]["name"] for author in item["properties"]["author"]] == [
        ["서하람"],
        ["문가온"],
    ]
    text = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert [each["name"] for each in json.loads(text)["@graph"][0]["author"]] == ["서하람", "문가온"]


def test_a_post_without_a_category_leads_to_no_feed_of_one(output: Path) -> None:
    def feeds(name: str) -> list[str]:
        links = [link for link in Markup(page(output, name)).all("link") if link.get("rel") == "alternate"]
        return [link["href"] for link in links if "/category." in link["href"]]

    assert feeds("memoir-2022.html") == []
    assert len(feeds("february.html")) == len(feeds("category/misc.html")) == 2
