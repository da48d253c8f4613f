"""Which pages give way to the site's own, and where these are; what plugins wrote, and what writes it now."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import html5lib
import pytest
from site_build import build

from pelican_memoir.jekyll import source_tree
from pelican_memoir.migrate import own_pages, plan, report_page

POST = "---\ntitle: One\ntags: [a b, ü]\ncategories: [x]\n---\ntext\n"
TAGS = (
    "---\nlayout: page\ntitle: Tags\n---\n"
    "{% for tag in site.tags %}<h2 id='{{ tag[0] }}'>{{ tag[0] }}</h2>{% endfor %}\n"
)


def planned(folder: Path, files: dict[str, str]) -> plan.Plan:
    """The plan for a blog of these files, and one post."""
    for name, text in {
        "_config.yml": "permalink: pretty\n",
        "_posts/2021-01-01-one.md": POST,
        **files,
    }.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return plan.make(source_tree.read(folder))


@pytest.mark.parametrize(
    ("files", "gone", "settings"),
    [
        ({"index.html": "---\nlayout: home\n---\n"}, ["index.html"], {}),
        ({"index.md": "---\n---\nHello\n"}, [], {"INDEX_URL": "", "INDEX_SAVE_AS": ""}),
        (
            {
                "index.md": "---\n---\nHello\n",
                "blog/index.html": "---\n---\n{% for post in paginator.posts %}{{ post.url }}{% endfor %}",
                "_config.yml": "permalink: pretty\npaginate: 2\npaginate_path: /blog/page/:num/\n",
            },
            ["blog/index.html"],
            {
                "INDEX_URL": "blog/",
                "INDEX_SAVE_AS": "blog/index.html",
                "PAGINATION_PATTERNS": (
                    (1, "{url}", "{save_as}"),
                    (2, "{base_name}/page/{number}/", "{base_name}/page/{number}/index.html"),
                ),
            },
        ),
        ({"tags.html": TAGS}, ["tags.html"], {"TAGS_URL": "tags/", "TAGS_SAVE_AS": "tags/index.html"}),
        ({"tags.html": TAGS + "All my tags\n"}, [], {"TAGS_URL": "tags/", "TAGS_SAVE_AS": ""}),
        (
            {"tags.html": TAGS.replace("id='{{ tag[0] }}'", "id='tag-{{ tag[0] }}'")},
            [],
            {"TAGS_URL": "tags/", "TAGS_SAVE_AS": ""},
        ),
        (
            {"x/years.md": "---\nlayout: year-archive\n---\n"},
            ["x/years.md"],
            {"ARCHIVES_URL": "x/years/", "ARCHIVES_SAVE_AS": "x/years/index.html"},
        ),
        ({"category/x.md": "---\nlayout: category\ncategory: x\n---\n"}, [], {}),
        ({"tags.md": "---\n---\nWhat tags are\n"}, [], {}),
        ({"how.md": "---\n---\nWrite {% for post in paginator.posts %} for that\n"}, [], {}),
        (
            {"all.md": "---\npagination: {enabled: true}\n---\n{{ paginator.posts }}\n"},
            ["all.md"],
            {"INDEX_URL": "all/", "INDEX_SAVE_AS": "all/index.html"},
        ),
    ],
)
def test_pages_give_way_where_nothing_is_lost(
    tmp_path: Path, files: dict[str, str], gone: list[str], settings: dict[str, Any]
) -> None:
    found = planned(tmp_path, files)
    assert [role.text.path for role in found.giving_way] == gone
    names = ("INDEX_", "TAGS_", "CATEGORIES_", "ARCHIVES_", "PAGINATION")
    said = {name: value for name, value in found.translation.settings.items() if name.startswith(names)}
    assert said == settings


def test_words_that_an_index_had_are_told_to_be_lost(tmp_path: Path) -> None:
    page = "---\n---\nHello\n{% for post in site.posts %}{{ post.title }}{% endfor %}\n"
    found = planned(tmp_path, {"index.md": page})
    assert [str(role) for role in found.giving_way] == [
        "the site's own index takes its place at /; words of its own are not shown there"
    ]


def test_what_plugins_wrote(tmp_path: Path) -> None:
    config = (
        "url: https://x.example\nbaseurl: /b\npermalink: pretty\n"
        "plugins: [jekyll-feed, jekyll-sitemap, jekyll-archives]\n"
        "feed: {path: /atom.xml, posts_limit: 3, categories: [x]}\n"
        "jekyll-archives: {enabled: [tags, categories, year], permalinks: {tag: '/t/:name/'}}\n"
    )
    found = planned(tmp_path, {"_config.yml": config, "robots.txt": "mine"})
    settings = found.translation.settings
    assert settings["FEED_ALL_ATOM"] == "atom.xml"
    assert settings["FEED_MAX_ITEMS"] == 3
    assert settings["CATEGORY_FEED_ATOM"] == "feed/{slug}.xml"
    assert settings["FEED_DOMAIN"] == "https://x.example/b"
    assert settings["TAG_SAVE_AS"] == "t/{slug}/index.html"
    assert settings["CATEGORY_URL"] == "category/{slug}/"
    assert settings["YEAR_ARCHIVE_SAVE_AS"] == "{date:%Y}/index.html"
    assert "MONTH_ARCHIVE_SAVE_AS" not in settings
    assert settings["MEMOIR_TEMPLATES"] == ["sitemap.xml"]
    assert list(found.made) == ["content/sitemap.xml"]


@pytest.mark.parametrize(
    ("address", "lines"),
    [
        ("https://x.example/b", ["Sitemap: https://x.example/b/sitemap.xml"]),
        ("", []),  # a map's address has to be whole
    ],
)
def test_robots_are_told_of_the_site_map_where_the_sites_address_is_known(
    tmp_path: Path, address: str, lines: list[str]
) -> None:
    made = planned(tmp_path, {"_config.yml": "plugins: [jekyll-sitemap]\n"}).made
    files = {path.removeprefix("content/"): text for path, text in made.items()}
    found = build(tmp_path / "site", files, SITEURL=address, MEMOIR_TEMPLATES=sorted(files))
    said = found.page("robots.txt").splitlines()
    assert [line for line in said if not line.startswith("#")] == lines
    assert len(said) == 1


def test_a_feed_of_the_blogs_own_is_kept_and_named(tmp_path: Path) -> None:
    files = {"feed.xml": "---\n---\n<rss></rss>", "_config.yml": "plugins: [jekyll-feed]\n"}
    found = planned(tmp_path, files)
    assert found.translation.settings["FEED_ALL_RSS"] == "feed.xml"
    assert "FEED_ALL_ATOM" not in found.translation.settings
    assert found.translation.settings["MEMOIR_TEMPLATES"] == ["feed.xml"]


def test_the_themes_own_pages_make_room(tmp_path: Path) -> None:
    files = {
        "search.json": "---\n---\n[]",
        "timeline.html": "---\npermalink: /timeline.html\n---\nx\n",
        "comments.html": "a file",
    }
    settings = planned(tmp_path, files).translation.settings
    assert settings["MEMOIR_SEARCH_SAVE_AS"] == "memoir-search.html"
    assert settings["MEMOIR_TIMELINE_SAVE_AS"] == settings["MEMOIR_TIMELINE_URL"] == "memoir-timeline.html"
    assert settings["MEMOIR_COMMENTS_SAVE_AS"] == "memoir-comments.html"
    assert "MEMOIR_EXPORT_SAVE_AS" not in settings


def test_one_place_for_two_texts_is_told(tmp_path: Path) -> None:
    files = {
        "About.md": "---\n---\nx\n",
        "about.html": "---\n---\nx\n",
        "pic/index.html": "plain",
        "pic.md": "---\n---\nx\n",
    }
    told = [str(problem) for problem in planned(tmp_path, files).problems]
    assert told == [
        "about.html: /about/ is the address of About.md too; give one of them another permalink [memoir.duplicate-url]",
        "pic.md: /pic/ is the address of pic/index.html too; give one of them another permalink [memoir.duplicate-url]",
    ]


def test_the_report_is_a_valid_page(tmp_path: Path) -> None:
    files = {
        "a&b.md": "---\ntitle: '<b>\"&'\nnothing: x\n---\n[x](/gone?a&b) {% no %} ![](/y)\n",
        "index.html": "---\n---\n",
        "_config.yml": "gtag: G-1\n",
    }
    page = report_page.as_page(planned(tmp_path, {**files, "main.scss": "---\n---\n"}))
    html5lib.HTMLParser(strict=True).parse(page)
    assert "&lt;b&gt;&quot;&amp;" in page
    for anchor in (
        "links-and-images-that-lead-nowhere",
        "liquid-that-is-left-as-text",
        "not-moved",
        "waiting-for-your-word",
        "addresses",
    ):
        assert page.count(f'href="#{anchor}"') == page.count(f'id="{anchor}"') == 1


@pytest.mark.parametrize(
    ("config", "each", "further"),
    [
        ("pagination: {enabled: true}\n", 10, "page{number}/index.html"),
        (
            "pagination: {enabled: true, per_page: 3, permalink: '/p:num/'}\npaginate: 7\n",
            3,
            "p{number}/index.html",
        ),
        ("pagination: {enabled: false, per_page: 3}\npaginate: 7\n", 7, "page{number}/index.html"),
    ],
)
def test_paginate_v2(tmp_path: Path, config: str, each: int, further: str) -> None:
    index = "---\npagination: {enabled: true}\n---\n{% for post in paginator.posts %}{{ post.title }}{% endfor %}\n"
    settings = planned(tmp_path, {"_config.yml": config, "index.html": index}).translation.settings
    assert settings["DEFAULT_PAGINATION"] == each
    assert own_pages.further_page(settings) == further


def test_plugins_whose_work_is_not_done_are_told(tmp_path: Path) -> None:
    config = (
        "plugins: [jekyll-feed, jemoji, jekyll-spark, jekyll-theme-slate, x-theme]\nmarkdown: CommonMark\n"
        "includes_dir: _parts\nplugins_dir: [_plugins, _more, ../elsewhere]\nredirect_from: {json: false}\n"
    )
    files = {"_config.yml": config, "_plugins/a/own.rb": "x", "_more/b.rb": "x", "_plugins/note.txt": "x"}
    found = planned(tmp_path, files)
    assert found.translation.unused == {
        "markdown": "texts are read by kramdown's rules, which are others than those of CommonMark",
        "plugins.jekyll-spark": "what it makes of a blog is not made here",
        "plugins.jemoji": "`:smile:` stays text; write the emoji itself",
    }
    reason = "a plugin of the blog's own, which only Jekyll can run"
    assert found.left_out == [("_more/b.rb", reason), ("_plugins/a/own.rb", reason)]


def test_a_single_plugin_need_be_no_list(tmp_path: Path) -> None:
    found = planned(tmp_path, {"_config.yml": "plugins: jekyll-feed\n"})
    assert found.translation.settings["FEED_ALL_ATOM"] == "feed.xml"


def test_the_options_of_jekyll_feed(tmp_path: Path) -> None:
    config = (
        "plugins: [jekyll-feed]\nfeed:\n  excerpt_only: true\n  tags: true\n"
        "  collections: {posts: {path: /all.xml, categories: [News, field notes, gone]}, til: {}}\n"
    )
    post = "---\ntags: [Big, small, two words]\ncategories: [News, field notes]\n---\nx\n"
    found = planned(tmp_path, {"_config.yml": config, "_posts/2020-01-01-a.md": post})
    settings = found.translation.settings
    assert settings["FEED_ALL_ATOM"] == "all.xml"
    assert settings["CATEGORY_FEED_ATOM"] == "feed/{slug}.xml"
    assert settings["TAG_FEED_ATOM"] == "feed/by_tag/{slug}.xml"
    assert found.translation.unused == {
        "feed.categories": (
            "feeds have another address: News at /feed/news.xml, field notes at /feed/field-notes.xml"
        ),
        "feed.collections": "feeds are of posts alone",
        "feed.excerpt_only": "feeds hold whole posts",
        "feed.tags": "feeds have another address: Big at /feed/by_tag/big.xml",
    }


def test_the_feeds_of_tags_may_have_a_folder_of_their_own(tmp_path: Path) -> None:
    config = "plugins: [jekyll-feed]\nfeed: {tags: {path: /t/, only: [x]}}\n"
    found = planned(tmp_path, {"_config.yml": config, "_posts/2020-01-01-a.md": "---\ntags: x\n---\nx\n"})
    assert found.translation.settings["TAG_FEED_ATOM"] == "t/{slug}.xml"
    assert found.translation.unused == {}
