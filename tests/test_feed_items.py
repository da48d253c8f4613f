"""What feeds say of posts: all of their categories, and ids as jekyll-feed made them."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from site_build import Build, build

from pelican_memoir.feed_items import with_whole_addresses
from pelican_memoir.jekyll import source_tree
from pelican_memoir.migrate import plan
from pelican_memoir.theming import theme_path

ATOM = "{http://www.w3.org/2005/Atom}"
FILES = {
    "_posts/2021-01-02-one.md": "---\ntitle: 하나\ncategories: [가, 나 다]\ntags: [t]\n---\n글\n",
    "_posts/2021-01-03-둘 (2).md": "---\ntitle: 둘\ncategories: [가]\n---\n글\n",
    "_posts/2021-01-05-four.md": "---\ntitle: 넷\ncategory: misc\ntags: t\n---\n글\n",
    "_posts/2021-01-04-three.md": "---\ntitle: 셋\nslug: drei\npermalink: /elsewhere/3.html\n---\n글\n",
}


def entries(site: Build) -> dict[str, tuple[str, list[str]]]:
    """The id and the categories of each entry, by its title."""
    found = ElementTree.fromstring(site.page("feed.xml")).findall(f"{ATOM}entry")
    return {
        entry.findtext(f"{ATOM}title", ""): (
            entry.findtext(f"{ATOM}id", ""),
            [category.get("term", "") for category in entry.findall(f"{ATOM}category")],
        )
        for entry in found
    }


def test_a_feed_has_all_categories_and_the_old_ids(tmp_path: Path) -> None:
    site = build(
        tmp_path,
        FILES,
        SITEURL="https://x.example/blog",
        FEED_ALL_ATOM="feed.xml",
        FEED_DOMAIN="https://x.example/blog",
        MEMOIR_PERMALINK="/:categories/:title/",
        MEMOIR_FEED_JEKYLL_IDS=True,
    )
    assert entries(site) == {
        "하나": ("https://x.example/blog/%EA%B0%80/%EB%82%98%20%EB%8B%A4/one", ["가", "나 다", "t"]),
        "둘": ("https://x.example/blog/%EA%B0%80/%EB%91%98%20(2)", ["가"]),
        "셋": ("https://x.example/blog/elsewhere/drei", []),
        "넷": ("https://x.example/blog/misc/four", ["misc", "t"]),
    }


def test_without_the_setting_ids_are_those_of_pelican(tmp_path: Path) -> None:
    site = build(tmp_path, FILES, SITEURL="https://x.example", FEED_ALL_ATOM="feed.xml")
    assert all(told.startswith("tag:x.example,2021-01-0") for told, _ in entries(site).values())


def test_a_title_keeps_what_is_no_tag(tmp_path: Path) -> None:
    text = "---\ntitle: A <-> <b>B</b> -> C\n---\n글\n"
    site = build(
        tmp_path,
        {"2021-01-02-a.md": text},
        SITEURL="https://x.example",
        FEED_ALL_ATOM="feed.xml",
        THEME=theme_path(),
    )
    assert list(entries(site)) == ["A <-> B -> C"]
    assert '<h1 class="p-name">A &lt;-&gt; B -&gt; C</h1>' in site.page("a.html")
    assert "<title>A &lt;-&gt; B -&gt; C – " in site.page("a.html")


def test_an_id_is_no_address_and_each_entry_has_an_author(tmp_path: Path) -> None:
    text = "---\ntitle: 다섯\nauthor: 하람\n---\n글\n"
    site = build(
        tmp_path,
        {**FILES, "_posts/2021-01-06-five.md": text},
        SITENAME="물때 노트",
        SITEURL="https://x.example",
        FEED_ALL_ATOM="feed.xml",
        FEED_ALL_RSS="rss.xml",
    )
    names = [name.text for name in ElementTree.fromstring(site.page("feed.xml")).iter(f"{ATOM}name")]
    assert sorted(str(name) for name in names) == [*["물때 노트"] * 4, "하람"]
    ids = list(ElementTree.fromstring(site.page("rss.xml")).iter("guid"))
    assert [guid.get("isPermaLink") for guid in ids] == ["false"] * 5


@pytest.mark.parametrize(("plugins", "kept"), [("[jekyll-feed]", True), ("[]", None)])
def test_a_move_keeps_the_ids_of_jekyll_feed(tmp_path: Path, plugins: str, kept: bool | None) -> None:
    (tmp_path / "_config.yml").write_text(f"plugins: {plugins}\n", encoding="utf-8")
    settings = plan.make(source_tree.read(tmp_path)).translation.settings
    assert settings.get("MEMOIR_FEED_JEKYLL_IDS") is kept


@pytest.mark.parametrize(
    ("markup", "whole"),
    [
        ('<a href=" mailto:a@b.example">a</a>', '<a href="mailto:a@b.example">a</a>'),
        (
            '<a class="x" href="#b">a</a> href="#b"',
            '<a class="x" href="https://x.example/a/#b">a</a> href="#b"',
        ),
        ('<video poster="p" src="/v">', '<video poster="https://x.example/a/p" src="https://x.example/v">'),
        ('<a href="?b=1&amp;c=2">', '<a href="https://x.example/a/?b=1&amp;c=2">'),
        ('<a href="//[">', '<a href="//[">'),
        ('<a data-href="b" href="//y.example">', '<a data-href="b" href="https://y.example">'),
        ("", ""),
        (None, None),
    ],
)
def test_an_address_leads_from_where_its_text_stood(markup: str | None, whole: str | None) -> None:
    assert with_whole_addresses(markup, "https://x.example/a/?ref=feed") == whole
    assert with_whole_addresses(markup, "app://x/a/") == markup
    assert with_whole_addresses(markup, "a/") == markup


def test_addresses_in_a_feed_are_whole(tmp_path: Path) -> None:
    text = (
        "---\ntitle: 여섯\n---\n![그림](/blog/images/a.png?b=1&c=2) [여기](#끝) [아래](two.html) [밖](https://y.example/)"
        '[메일](mailto:a@b.example) `src="/a"`\n\n<video src="/v.mp4" poster="/p.png" controls></video>\n'
    )
    name = "_posts/2021-01-07-six.md"
    site = build(
        tmp_path,
        {name: text},
        SITEURL="https://x.example/blog",
        FEED_ALL_ATOM="feed.xml",
        FEED_ALL_RSS="rss.xml",
        ARTICLE_URL="years/{slug}.html",
        ARTICLE_SAVE_AS="years/{slug}.html",
    )
    atom = ElementTree.fromstring(site.page("feed.xml")).findtext(f"{ATOM}entry/{ATOM}content", "")
    rss = ElementTree.fromstring(site.page("rss.xml")).findtext("channel/item/description", "")
    for told in (atom, rss):
        assert 'src="https://x.example/blog/images/a.png?b=1&amp;c=2"' in told
        assert 'href="https://x.example/blog/years/six.html#끝"' in told
        assert 'href="https://x.example/blog/years/two.html"' in told
        assert 'href="https://y.example/"' in told
        assert 'href="mailto:a@b.example"' in told
        assert 'src="/a"' in told.replace("&quot;", '"')
    assert 'src="https://x.example/v.mp4"' in atom
    assert 'poster="https://x.example/p.png"' in atom


def test_a_site_without_an_address_has_none_in_its_feeds(tmp_path: Path) -> None:
    text = "---\ntitle: 일곱\n---\n![그림](/images/a.png)\n"
    site = build(tmp_path, {"_posts/2021-01-08-seven.md": text}, SITEURL="", FEED_ALL_ATOM="feed.xml")
    told = ElementTree.fromstring(site.page("feed.xml")).findtext(f"{ATOM}entry/{ATOM}content", "")
    assert 'src="/images/a.png"' in told
