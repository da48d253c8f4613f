"""Tags, categories and authors without a page are named, and never linked to."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from site_build import Build, build

from pelican_memoir.theming import theme_path

FILES = {
    "2022-01-02-two.md": "---\ntitle: 둘\ntags: [함께]\ncategory: 공부\nauthor: 하람\n---\n글\n",
    "2022-01-03-two-en.md": "---\ntitle: Two\nlang: en\nslug: two\ntags: [함께, alone]\nauthor: Ann\n---\nText\n",
    "2022-01-04-draft.md": "---\ntitle: 초안\nstatus: draft\ntags: [언젠가]\ncategory: 나중\n---\n글\n",
    "pages/about.md": "---\ntitle: 소개\n---\n글\n",
}
PAGES = {"ARTICLE_EXCLUDES": ["pages"], "THEME": theme_path(), "SITEURL": "https://x.example"}


def dead(site: Build) -> dict[str, list[str]]:
    """The links of each page to tags, categories and authors that lead nowhere."""
    found = {}
    for page in site.output.rglob("*.html"):
        links = re.findall(r"https://x\.example/((?:tag|category|author)/[^\"#]*)", page.read_text("utf-8"))
        wrong = [link for link in links if not (site.output / link).is_file()]
        if wrong:
            found[page.name] = wrong
    return found


@pytest.mark.parametrize("name", ["", "TAG", "CATEGORY", "AUTHOR"])
def test_nothing_leads_to_a_page_that_is_not_written(tmp_path: Path, name: str) -> None:
    site = build(
        tmp_path, FILES, **PAGES, **({f"{name}_SAVE_AS": ""} if name else {}), MEMOIR_FEED_SHOW_TAGS=True
    )
    assert dead(site) == {}


def test_what_has_no_page_is_named_all_the_same(tmp_path: Path) -> None:
    site = build(tmp_path, FILES, **PAGES)
    english, draft = site.page("two-en.html"), site.page("drafts/draft.html")
    assert '<a class="p-category" rel="tag" href="https://x.example/tag/hamgge.html">함께</a>' in english
    assert '<span class="p-category">alone</span>' in english
    assert '<span class="p-author h-card">Ann</span>' in english
    assert '<p class="kicker">나중</p>' in draft
    assert 'class="kicker"' not in site.page("pages/about.html")
    data = json.loads(re.findall(r'ld\+json">(.*?)</script>', english)[0])
    assert data["@graph"][0]["author"] == {"@type": "Person", "name": "Ann"}


def test_the_overview_of_tags_leads_within_itself_where_they_have_no_pages(tmp_path: Path) -> None:
    tags = build(tmp_path, FILES, **PAGES, TAG_SAVE_AS="").page("tags.html")
    assert '<a href="#함께">' in tags
    assert '<h2 id="함께">함께</h2>' in tags


def test_a_post_with_two_spellings_of_a_tag_is_listed_once(tmp_path: Path) -> None:
    post = "---\ntitle: 하나\ntags: ['C++', 'C#']\n---\n글\n"
    site = build(tmp_path, {"2022-01-02-a.md": post}, **PAGES, TAG_FEED_ATOM="{slug}.atom.xml")
    assert site.page("tag/c.html").count("<h3") == 1
    assert site.page("tags.html").count("하나</a>") == 1
    assert site.page("c.atom.xml").count("<entry>") == 1
