"""What Beautiful Jekyll and other themes read from `_config.yml` becomes settings that a build takes."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from pelican_memoir import settings
from pelican_memoir.jekyll.site_config import SiteConfig
from pelican_memoir.migrate.conf import translate
from pelican_memoir.migrate.conf_file import pelicanconf
from pelican_memoir.migrate.theme_conf import PLAIN, ROWS, setting_of, theme_settings
from pelican_memoir.settings import FIELDS

CONFIG = """
title: 바다
navbar-links:
  About: aboutme
  More:
    - Tides: https://tides.example
    - Log: log
avatar: /assets/me.png
round-avatar: false
title-img:
site-css: /assets/own.css
navbar-col: "#123456"
link-col: "#008AFF"
text-col: notacolour
page-img: /assets/sea.png
date_format: "%Y/%m/%d"
excerpt_length: 15
social-network-links: {email: a@b.example, rss: true, github: sea, twitter: false, pigeon: x}
share-links-active: {twitter: true, facebook: false, google: true}
giscus: {hostname: giscus.app, repository: , repository-id: }
utterances: {repository: sea/blog, issue-term: title, theme: github-light, label: blog-comments}
disqus: ""
gtag: G-123
matomo: {site_id: 9, uri: stats.example, opt-out: true}
google_analytics: UA-1
edit_page_button: true
feed_show_excerpt: true
post_search: false
mobile-theme-col: "#0b57c2"
"""


@pytest.fixture(scope="module")
def found() -> Any:
    return theme_settings(yaml.safe_load(CONFIG))


def test_keys_become_settings_by_their_names(found: Any) -> None:
    assert found.settings == {
        "MEMOIR_NAVBAR_LINKS": {
            "About": "aboutme",
            "More": [{"Tides": "https://tides.example"}, {"Log": "log"}],
        },
        "DISPLAY_PAGES_ON_MENU": False,
        "MEMOIR_AVATAR": "/assets/me.png",
        "MEMOIR_ROUND_AVATAR": False,
        "MEMOIR_SITE_CSS": ["/assets/own.css"],
        "MEMOIR_NAVBAR_COL": "#123456",
        "MEMOIR_PAGE_IMG": "/assets/sea.png",
        "MEMOIR_DATE_FORMAT": "%Y/%m/%d",
        "MEMOIR_EXCERPT_LENGTH": 15,
        "MEMOIR_SOCIAL_NETWORK_LINKS": {"email": "a@b.example", "rss": True, "github": "sea"},
        "MEMOIR_SHARE_LINKS_ACTIVE": {"twitter": True},
        "MEMOIR_UTTERANCES": {
            "repository": "sea/blog",
            "issue-term": "title",
            "theme": "github-light",
            "label": "blog-comments",
        },
        "MEMOIR_GTAG": "G-123",
        "MEMOIR_MATOMO": {"site_id": "9", "uri": "https://stats.example"},
        "MEMOIR_SEARCH_SAVE_AS": "",
        "MEMOIR_MOBILE_THEME_COL": "#0b57c2",
    }


def test_what_has_no_effect_is_told_with_its_reason(found: Any) -> None:
    assert list(found.unused) == [
        "link-col",
        "text-col",
        "social-network-links.pigeon",
        "share-links-active.google",
        "google_analytics",
        "edit_page_button",
    ]
    assert "ships with" in found.unused["link-col"]
    assert "expected a colour" in found.unused["text-col"]
    assert "MEMOIR_EDIT_PAGE_BUTTON" in found.unused["edit_page_button"]


def test_the_settings_written_are_settings_that_a_site_reads() -> None:
    made = translate(SiteConfig(yaml.safe_load(CONFIG))).settings
    text = pelicanconf(made)
    namespace: dict[str, Any] = {}
    exec(compile(text, "pelicanconf.py", "exec"), namespace)
    read = settings.read({name: value for name, value in namespace.items() if name.isupper()})
    assert read.navbar_col == "#123456"
    assert read.share_links_active == {"twitter": True}
    assert text.index("MEMOIR_NAVBAR_LINKS") < text.index("# Share links") < text.index("MEMOIR_GTAG")


def test_visits_are_counted_when_the_owner_says_so() -> None:
    made = translate(SiteConfig(yaml.safe_load(CONFIG)))
    (line,) = [line for line in pelicanconf(made.settings).splitlines() if "ANALYTICS_LOAD" in line]
    assert line.startswith("MEMOIR_ANALYTICS_LOAD = 'never'  # or \"click\":")
    assert '"always":' in line
    assert sorted(made.waiting) == ["gtag", "matomo"]
    assert "counted each visit at once, by Google Analytics" in made.waiting["gtag"]
    assert "MEMOIR_ANALYTICS_LOAD" in made.waiting["matomo"]
    nothing = translate(SiteConfig({"disqus": "a-blog"}))
    assert "MEMOIR_ANALYTICS_LOAD" not in nothing.settings
    assert nothing.waiting == {}


@pytest.mark.parametrize("key", PLAIN)
def test_every_plain_key_has_a_setting(key: str) -> None:
    assert setting_of(key) in FIELDS


def test_keys_of_other_themes_name_accounts_too() -> None:
    found = theme_settings({"github_username": "sea", "email": "a@b.example"})
    assert found.settings == {"MEMOIR_SOCIAL_NETWORK_LINKS": {"github": "sea", "email": "a@b.example"}}
    assert "twitter_username" in ROWS


OTHERS = """
author: {name: Bada, avatar: /me.png, email: a@b.example}
theme_settings:
  title: Sea
  profile: {image: assets/me.jpeg, skills: [a]}
  icons: {github: sea, google_plus: , twitter: tide}
  disqus_shortname: sea-blog
comments:
  provider: giscus
  giscus: {repo: sea/blog, repo_id: R_1, category: General, category_id: C_1, mapping: title, strict: "0"}
analytics: {google: {id: G-1}, umami: {id: x}}
google_analytics: {id: G-2}
"""


def test_other_themes_call_the_same_things_otherwise() -> None:
    made = translate(SiteConfig(yaml.safe_load(OTHERS)))
    assert made.settings["MEMOIR_AVATAR"] == "assets/me.jpeg"
    assert made.settings["MEMOIR_SOCIAL_NETWORK_LINKS"] == {
        "github": "sea",
        "twitter": "tide",
        "email": "a@b.example",
    }
    assert made.settings["MEMOIR_DISQUS"] == "sea-blog"
    assert made.settings["MEMOIR_GISCUS"]["repository-id"] == "R_1"
    assert made.settings["MEMOIR_GTAG"] == "G-1"
    assert made.settings["AUTHOR"] == "Bada"
    assert made.settings["SITENAME"] == "Sea"
    assert sorted(made.unused) == ["analytics.umami", "theme_settings.profile.skills"]
