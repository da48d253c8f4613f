"""The page that shows any post's comments: where it is written, what posts say of it, and who never hears of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from markup import Markup
from site_build import Build, build

from pelican_memoir import theme_path
from pelican_memoir.parameters.comments import SERVICES, Discussion

FILES = {
    "2022-03-04-letters.md": "---\ntitle: 글\nslug: 한글-&-글\n---\n하나\n",
    "2022-03-05-post.md": "---\ntitle: Post\nlang: en\n---\nOne\n",
    "2022-03-06-billet.md": "---\ntitle: Billet\nlang: fr\n---\nUn\n",
    "2022-03-07-quiet.md": "---\ntitle: Quiet\ncomments: false\n---\nOne\n",
    "pages/about.md": "---\ntitle: About\ncomments: true\n---\nOne\n",
}


def site(root: Path, **settings: Any) -> Build:
    """A site in several languages, built with the theme and a service for its comments."""
    usual = {
        "THEME": theme_path(),
        "SITEURL": "https://blog.example",
        "ARTICLE_LANG_URL": "{slug}.html",
        "ARTICLE_LANG_SAVE_AS": "{slug}.html",
        "MEMOIR_DISQUS": "a-blog",
    }
    return build(root, FILES, **{**usual, **settings})


def opened(page: str) -> list[str]:
    """The links of a page that open its comments."""
    return [tag["href"] for tag in Markup(page).all("a") if "comments-open" in tag.get("class", "")]


def pages_of_comments(done: Build) -> set[str]:
    return {path.name for path in done.output.rglob("*.html") if "data-root=" in path.read_text("utf-8")}


def test_each_language_has_a_page_and_posts_lead_to_theirs(tmp_path: Path) -> None:
    done = site(tmp_path)
    assert pages_of_comments(done) == {"comments.html", "comments-en.html", "comments-fr.html"}
    assert opened(done.page("post.html")) == ["https://blog.example/comments-en.html?post=post.html"]
    assert opened(done.page("pages/about.html")) == [
        "https://blog.example/comments.html?post=pages/about.html"
    ]
    assert opened(done.page("quiet.html")) == []
    assert "Comments are held by Disqus" in done.page("post.html")
    assert '<html lang="en">' in done.page("comments-en.html")


def test_the_name_of_a_post_can_hold_anything(tmp_path: Path) -> None:
    done = site(tmp_path)
    (link,) = opened(done.page("한글-&-글.html"))
    assert parse_qs(urlsplit(link).query) == {"post": ["한글-&-글.html"]}


def test_no_post_has_a_script_for_its_comments(tmp_path: Path) -> None:
    done = site(tmp_path)
    for path in done.output.rglob("*.html"):
        scripts = [tag for tag in Markup(path.read_text(encoding="utf-8")).all("script") if "src" in tag]
        wanted = {"comments-page.js"} if path.name.startswith("comments") else set()
        wanted |= {"search.js"} if path.name.startswith("search") else set()
        assert {Path(tag["src"]).name for tag in scripts} == wanted, path


def test_searches_and_menus_do_not_know_the_page(tmp_path: Path) -> None:
    done = site(tmp_path)
    (robots,) = [tag for tag in Markup(done.page("comments.html")).all("meta") if tag.get("name") == "robots"]
    assert robots["content"] == "noindex"
    assert "comments" not in done.page("archives.html") + done.page("search.html") + done.page("search.json")


@pytest.mark.parametrize(
    "settings",
    [
        {"MEMOIR_DISQUS": ""},
        {"MEMOIR_COMMENTS_SAVE_AS": ""},
        {"MEMOIR_COMMENTS_LOAD": "always"},
        {"THEME": "simple"},
        {"MEMOIR_DISQUS": "", "MEMOIR_STATICMAN": {"repository": "a/b", "endpoint": "https://s.example"}},
    ],
)
def test_no_page_where_none_is_asked_for(tmp_path: Path, settings: dict[str, Any]) -> None:
    done = site(tmp_path, **settings)
    assert pages_of_comments(done) == set()
    assert opened(done.page("post.html")) == []


def test_without_the_page_posts_lead_to_the_service(tmp_path: Path) -> None:
    done = site(tmp_path, MEMOIR_COMMENTS_SAVE_AS="")
    assert 'href="https://disqus.com/home/forum/a-blog/"' in done.page("post.html")


def test_other_languages_share_the_first_page_where_theirs_is_empty(tmp_path: Path) -> None:
    done = site(tmp_path, MEMOIR_COMMENTS_LANG_SAVE_AS="", MEMOIR_COMMENTS_SAVE_AS="talk/index.html")
    assert opened(done.page("post.html")) == ["https://blog.example/talk/?post=post.html"]
    assert 'data-root="../"' in done.page("talk/index.html")


def test_a_post_of_that_name_goes_before(tmp_path: Path) -> None:
    files = {**FILES, "2022-05-05-comments.md": "---\ntitle: On comments\n---\nOne\n"}
    done = build(tmp_path, files, THEME=theme_path(), MEMOIR_DISQUS="a-blog")
    assert "On comments" in done.page("comments.html")
    assert len([line for line in done.log if "MEMOIR_COMMENTS_SAVE_AS" in line]) == 1


def test_addresses_may_be_relative(tmp_path: Path) -> None:
    done = site(tmp_path, SITEURL="", RELATIVE_URLS=True)
    assert opened(done.page("pages/about.html")) == ["../comments.html?post=pages/about.html"]


def discussion(service: str, **options: str) -> Discussion:
    return SERVICES[service]({"repository": "a/b", **options}, "ko")


@pytest.mark.parametrize(
    ("found", "term", "told"),
    [
        (discussion("giscus"), ("data-term", "pathname"), {"data-mapping": "specific"}),
        (discussion("giscus", mapping="og:title"), ("data-term", "og:title"), {"data-mapping": "specific"}),
        (discussion("giscus", mapping="number"), (), {"data-mapping": "number"}),
        (discussion("utterances"), ("issue-term", "pathname"), {}),
        (discussion("utterances", **{"issue-term": "url"}), ("issue-term", "canonical"), {}),
        (discussion("utterances", **{"issue-term": "guests"}), (), {"issue-term": "guests"}),
    ],
)
def test_a_service_is_told_what_it_would_have_read(
    found: Discussion, term: tuple[str, ...], told: dict[str, str]
) -> None:
    alone = found.told(alone=True)
    assert alone["term"] == term
    assert told.items() <= dict(alone["attributes"]).items()  # type: ignore[call-overload]
    assert "term" not in found.told(alone=False)


@pytest.mark.parametrize(("load", "is_there"), [("never", False), ("click", True), ("always", True)])
def test_visits_are_counted_where_the_owner_says_so(tmp_path: Path, load: str, is_there: bool) -> None:
    page = site(tmp_path, MEMOIR_GTAG="G-1", MEMOIR_ANALYTICS_LOAD=load).page("post.html")
    assert ("data-analytics" in page) is ("analytics.js" in page) is is_there
