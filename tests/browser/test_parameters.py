"""A site with every parameter on: readable in both schemes, silent towards others until a reader asks, by any means."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from checkers import html_validate, nu
from serving import POLICY, serve
from site_build import build
from survey import SCHEMES, survey
from visiting import Visit, visit

from pelican_memoir import theme_path

OWN_SCRIPTS = f"{POLICY}; script-src 'self'"
SERVICES = ["giscus.app", "utteranc.es", "sea-blog.disqus.com", "unpkg.com"]
COUNTERS = ["www.googletagmanager.com", "static.cloudflareinsights.com", "stats.example"]

PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 9"><path fill="#369" d="M0 0h16v9H0z"/></svg>'
)
POST = """---
title: 2022년 회고
subtitle: 등대에서 본 한 해
tags: [바다, 등대]
cover-img: [{/img/sea.svg: 첫 항해}, /img/sea.svg]
thumbnail-img: /img/sea.svg
gh-repo: sea/buoy
gh-badge: [star, watch, fork, follow]
before-content: note.html
---
# 1분기

## 1) 부표

글 [링크](https://sea.example). {: .x}

상자
{: .box-note}

주의
{: .box-warning}

오류
{: .box-error}

성공
{: .box-success}

[단추](#1분기){: .btn}

<div class="jumbotron" markdown="1">
큰 글
</div>

<details markdown="1"><summary>더</summary>
안
</details>

# 2분기

## 2) 쉼

쉬었다.
"""
FILES = {
    "_posts/2022-12-31-year.md": POST,
    "_posts/2022-03-01-plain.md": "---\ntitle: 보통 글\ncomments: false\nfull-width: true\n---\n글\n",
    "pages/about.md": "---\ntitle: 소개\nlayout: home\ncomments: true\nnav-short: true\n---\n글\n",
    "pages/small.md": "---\ntitle: 작은 글\nlayout: minimal\n---\n글\n",
    "_includes/note.html": '<p class="box-note">{{ page.title }}</p>',
    "img/sea.svg": PICTURE,
}
SETTINGS: dict[str, Any] = {
    "THEME": theme_path(),
    "ARTICLE_PATHS": ["_posts"],
    "STATIC_PATHS": ["img"],
    "AUTHOR": "한바다",
    "FEED_ALL_RSS": "feed.xml",
    "MEMOIR_NAVBAR_LINKS": {
        "소개": "pages/about.html",
        "자료": [{"조석표": "/index.html"}, {"보통": "/plain.html"}],
    },
    "MEMOIR_AVATAR": "/img/sea.svg",
    "MEMOIR_URL_PRETTY": "sea.example",
    "MEMOIR_EDIT_PAGE_BUTTON": "https://git.example/edit/{path}",
    "MEMOIR_SOCIAL_NETWORK_LINKS": {"rss": True, "email": "a@sea.example", "github": "sea"},
    "MEMOIR_SHARE_LINKS_ACTIVE": ["twitter", "facebook", "email"],
    "MEMOIR_FEED_SHOW_TAGS": True,
    "MEMOIR_PAGE_COL": "#fffdf5",
    "MEMOIR_TEXT_COL": "#1d2733",
    "MEMOIR_LINK_COL": "#0a4fb0",
    "MEMOIR_HOVER_COL": "#7a1fa2",
    "MEMOIR_NAVBAR_COL": "#123456",
    "MEMOIR_NAVBAR_TEXT_COL": "#f4f8ff",
    "MEMOIR_NAVBAR_BORDER_COL": "#aabbcc",
    "MEMOIR_FOOTER_COL": "#e0e8f0",
    "MEMOIR_FOOTER_TEXT_COL": "#334455",
    "MEMOIR_FOOTER_LINK_COL": "#004488",
    "MEMOIR_FOOTER_HOVER_COL": "#880044",
    "MEMOIR_FOOTER_IMG": "/img/sea.svg",
    "MEMOIR_GISCUS": {"repository": "sea/blog", "repository-id": "R_1", "category-id": "C_1"},
    "MEMOIR_UTTERANCES": {"repository": "sea/blog", "issue-term": "title"},
    "MEMOIR_DISQUS": "sea-blog",
    "MEMOIR_COMMENTBOX": "5694-proj",
    "MEMOIR_STATICMAN": {"repository": "sea/blog", "endpoint": "https://staticman.example/v3/entry/github/"},
    "MEMOIR_GTAG": "G-1",
    "MEMOIR_GTM": "GTM-1",
    "MEMOIR_CLOUDFLARE_ANALYTICS": "token1",
    "MEMOIR_MATOMO": {"site_id": "9", "uri": "stats.example"},
}
PAGES = [
    "/year.html",
    "/plain.html",
    "/pages/about.html",
    "/pages/small.html",
    "/index.html",
    "/comments.html",
]


def built(root: Path, policy: str, **settings: Any) -> Any:
    """Serve a site that knows its own address."""
    (root / "output").mkdir(parents=True)
    serving = serve(root / "output", policy)
    address = serving.__enter__()
    build(root, FILES, **SETTINGS, SITEURL=address, **settings)
    return serving, address


@pytest.fixture(scope="module")
def owner_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    root = tmp_path_factory.mktemp("owner")
    serving, address = built(root, OWN_SCRIPTS)
    yield address, root / "output"
    serving.__exit__(None, None, None)


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("path", PAGES)
def test_every_page_is_fit_for_every_reader(
    browser: Any, owner_site: tuple[str, Path], axe: str, path: str, width: int
) -> None:
    seen = survey(browser, owner_site[0], path, width, axe)
    assert seen.axe == {scheme: [] for scheme in SCHEMES}
    assert seen.said == seen.failed == seen.violations == seen.foreign == []
    assert set().union(*seen.too_wide.values(), *seen.broken_words.values()) == set()
    assert seen.small_targets == []


@pytest.mark.parametrize("scheme", SCHEMES)
def test_an_open_menu_and_its_links_can_be_read(
    browser: Any, owner_site: tuple[str, Path], axe: str, scheme: str
) -> None:
    from survey import RULES, objections

    with visit(browser, owner_site[0], "/year.html", scheme=scheme) as seen:
        seen.page.locator(".menu summary").click()
        seen.page.evaluate(axe)
        result = seen.page.evaluate("rules => axe.run({runOnly: rules, resultTypes: ['violations']})", RULES)
        assert objections(result) == []


def test_nu_and_html_validate_find_no_error(owner_site: tuple[str, Path], npm_folder: Path) -> None:
    pages = sorted(owner_site[1].rglob("*.html"))
    assert nu(npm_folder, pages) == []
    assert html_validate(npm_folder, pages) == []


def test_menus_open_by_keyboard_without_a_script(browser: Any, owner_site: tuple[str, Path]) -> None:
    with visit(browser, owner_site[0], "/plain.html", scripts=False) as seen:
        link = seen.page.get_by_role("link", name="조석표")
        assert not link.is_visible()
        seen.page.locator(".menu summary").focus()
        seen.page.keyboard.press("Enter")
        assert link.is_visible()
        seen.page.keyboard.press("Tab")
        seen.page.keyboard.press("Enter")
        seen.page.wait_for_url("**/index.html")


def test_without_a_script_links_lead_to_the_comments(browser: Any, owner_site: tuple[str, Path]) -> None:
    with visit(browser, owner_site[0], "/year.html", scripts=False) as seen:
        assert seen.page.get_by_role("button", name="댓글 보기").count() == 0
        assert seen.page.locator('a[href="https://github.com/sea/blog/discussions"]').is_visible()
        assert (
            seen.page.get_by_text("내 방문").count() == seen.page.locator(".analytics button[hidden]").count()
        )


Answers = Callable[[Visit], list[str]]


BOX = """
window.commentBox = (id, options) => {
  document.body.dataset.boxed = options ? `${id} ${options.createBoxUrl("commentbox")}` : id;
};
if (window.disqus_config) {
  const told = { page: {} };
  window.disqus_config.call(told);
  document.body.dataset.disqus = `${told.page.url} ${told.page.title}`;
}
"""
"""A script of a service; what it is asked for stands where a test can wait without a script of its own."""


def answering(seen: Visit, hosts: list[str]) -> list[str]:
    """Answer for these hosts with empty scripts, and return the addresses asked for, as they come."""
    asked: list[str] = []

    def answer(route: Any) -> None:
        asked.append(route.request.url)
        route.fulfill(content_type="text/javascript", body=BOX)

    for host in hosts:
        seen.page.route(f"https://{host}/**", answer)
    return asked


OPEN = f"{OWN_SCRIPTS} {' '.join(f'https://{host}' for host in SERVICES + COUNTERS)}"


@pytest.fixture(scope="module")
def open_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    serving, address = built(tmp_path_factory.mktemp("open"), OPEN)
    yield address
    serving.__exit__(None, None, None)


def test_a_post_has_no_script_for_its_comments(browser: Any, owner_site: tuple[str, Path]) -> None:
    with visit(browser, owner_site[0], "/year.html") as seen:
        scripts = seen.page.locator("script[src]").evaluate_all("found => found.map(each => each.src)")
        assert [Path(each).name for each in scripts] == ["analytics.js"]
        assert seen.page.locator(".comments-open").count() == 1


def test_comments_come_when_the_reader_asks(browser: Any, open_site: str) -> None:
    with visit(browser, open_site, "/year.html") as seen:
        asked = answering(seen, SERVICES)
        assert asked == seen.foreign() == []
        seen.page.locator(".comments-open").click()
        # No script is evaluated for waiting: the site's policy would stop it.
        seen.page.locator("body[data-boxed]").wait_for()
        seen.page.locator("body[data-disqus]").wait_for()
        assert [host for host in SERVICES if not any(f"//{host}/" in url for url in asked)] == []
        back = seen.page.locator(".page-header a")
        assert (back.inner_text(), back.get_attribute("href")) == ("2022년 회고", f"{open_site}/year.html")
        assert seen.page.title() == "댓글: 2022년 회고 – Tests"
        assert seen.violations() == []


def test_services_find_the_discussion_of_the_post(browser: Any, open_site: str) -> None:
    """They are told what they would have read on the post's own page."""
    with visit(browser, open_site, "/index.html") as seen:
        answering(seen, SERVICES)
        seen.page.goto(f"{open_site}/comments.html?post=year.html")
        seen.page.locator("body[data-boxed]").wait_for()
        seen.page.locator("body[data-disqus]").wait_for()

        def told(script: str, name: str) -> str | None:
            return str(seen.page.locator(f'script[src="{script}"]').get_attribute(name))

        giscus, utterances = "https://giscus.app/client.js", "https://utteranc.es/client.js"
        assert told(giscus, "data-repo") == "sea/blog"
        assert told(giscus, "data-lang") == "ko"
        assert (told(giscus, "data-mapping"), told(giscus, "data-term")) == ("specific", "year")
        assert told(utterances, "issue-term") == "2022년 회고 – Tests"
        body = seen.page.locator("body")
        assert body.get_attribute("data-boxed") == f"5694-proj {open_site}/year.html#commentbox"
        assert body.get_attribute("data-disqus") == f"{open_site}/year.html 2022년 회고 – Tests"


@pytest.mark.parametrize(
    "named",
    [
        *("", "https://elsewhere.example/", "//elsewhere.example/", r"\\elsewhere.example/", "%2e%2e"),
        *("javascript:alert(1)", "data:text/html,<p class=comments-open>", "<img src=x onerror=alert(1)>"),
        *("nowhere.html", "plain.html", "img/sea.svg", "%00", "@elsewhere.example/", "a:b"),
    ],
)
def test_only_posts_of_the_site_that_have_comments_are_asked_for(
    browser: Any, open_site: str, named: str
) -> None:
    with visit(browser, open_site, "/index.html") as seen:
        asked = answering(seen, SERVICES)
        seen.page.goto(f"{open_site}/comments.html?{urlencode({'post': named})}")
        seen.page.get_by_role("alert").first.wait_for()
        assert asked == seen.foreign() == []
        assert seen.page.locator(".page-header a").get_attribute("href") == f"{open_site}/"
        assert seen.page.locator("img[src=x]").count() == 0
        assert seen.violations() == []


def test_a_site_in_a_folder_takes_nothing_outside_it(browser: Any, tmp_path: Path) -> None:
    with serve(tmp_path, OPEN) as address:
        home = f"{address}/output"
        build(tmp_path, FILES, **SETTINGS, SITEURL=home, MEMOIR_COMMENTS_SAVE_AS="talk/index.html")
        (tmp_path / "year.html").write_bytes((tmp_path / "output" / "year.html").read_bytes())
        with visit(browser, home, "/year.html") as seen:
            asked = answering(seen, SERVICES)
            seen.page.locator(".comments-open").click()
            seen.page.locator("body[data-boxed]").wait_for()
            assert seen.page.url == f"{home}/talk/?post=year.html"
            script = seen.page.locator('script[src="https://giscus.app/client.js"]')
            assert script.get_attribute("data-term") == "output/year"
            asked.clear()
            seen.page.goto(f"{home}/talk/?post=../year.html")
            seen.page.get_by_role("alert").first.wait_for()
            assert asked == []


def test_without_scripts_the_page_leads_to_the_services(browser: Any, open_site: str) -> None:
    with visit(browser, open_site, "/comments.html?post=year.html", scripts=False) as seen:
        links = seen.page.locator("[data-discussion] a")
        assert [link.get_attribute("href") for link in links.all()] == [
            "https://github.com/sea/blog/discussions",
            "https://github.com/sea/blog/issues",
            "https://disqus.com/home/forum/sea-blog/",
        ]
        assert seen.page.locator("[data-discussion] noscript").count() == 1


def test_a_service_that_does_not_answer_is_told(browser: Any, open_site: str) -> None:
    with visit(browser, open_site, "/index.html") as seen:
        answering(seen, SERVICES)
        seen.page.route("https://giscus.app/**", lambda route: route.abort())
        seen.page.goto(f"{open_site}/comments.html?post=year.html")
        seen.page.get_by_role("alert").first.wait_for()
        assert seen.page.get_by_role("alert").all_inner_texts() == ["댓글을 불러오지 못했습니다."]


@pytest.mark.parametrize("width", [390, 1280])
def test_the_button_has_its_place_before_it_comes(browser: Any, open_site: str, width: int) -> None:
    with visit(browser, open_site, "/plain.html", width=width) as seen:
        seen.page.locator(".analytics button").wait_for()
        shown = seen.page.locator(".analytics").bounding_box()
        assert shown["y"] + shown["height"] <= seen.page.viewport_size["height"], "it would move unseen"
        assert shown["height"] == 40
        seen.page.wait_for_timeout(100)
        assert seen.shift() < 0.005, seen.shifts()


def test_visits_are_counted_from_the_reader_s_yes_to_their_no(browser: Any, open_site: str) -> None:
    with visit(browser, open_site, "/plain.html") as seen:
        asked = answering(seen, COUNTERS)
        assert asked == seen.foreign() == []
        seen.page.locator(".analytics button").click()
        seen.page.wait_for_timeout(300)
        assert [host for host in COUNTERS if not any(f"//{host}/" in url for url in asked)] == []
        layers = seen.page.evaluate(
            "window.dataLayer.map(each => [...(each.length ? each : [each.event])][0])"
        )
        assert layers == ["js", "config", "gtm.js"]
        asked.clear()
        seen.page.reload()
        seen.page.wait_for_timeout(300)
        assert asked, "a yes is remembered"
        seen.page.locator(".analytics button").click()
        asked.clear()
        seen.page.reload()
        seen.page.wait_for_timeout(300)
        assert asked == [], "so is a no"


def test_an_owner_can_have_all_loaded_at_once(browser: Any, tmp_path: Path) -> None:
    serving, address = built(
        tmp_path, "default-src *", MEMOIR_COMMENTS_LOAD="always", MEMOIR_ANALYTICS_LOAD="always"
    )
    with visit(browser, address, "/index.html") as seen:
        asked = answering(seen, SERVICES + COUNTERS)
        seen.page.goto(f"{address}/year.html")
        seen.page.wait_for_timeout(300)
        wanted = SERVICES + COUNTERS
        assert [host for host in wanted if not any(f"//{host}/" in url for url in asked)] == []
        assert seen.page.locator(".comments-open").count() == 0
        assert not (tmp_path / "output" / "comments.html").exists()
    serving.__exit__(None, None, None)
