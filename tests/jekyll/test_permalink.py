"""Permalinks: styles, placeholders, the URL and the file."""

from __future__ import annotations

from datetime import datetime

import pytest

from pelican_memoir.jekyll.permalink import (
    STYLES,
    LeadsOutError,
    Subject,
    UnknownPlaceholderError,
    check,
    destination,
    expand,
    slugify,
)

POST = Subject(
    date=datetime(2022, 3, 5, 7, 8, 9),
    slug="My post_v1.2 [끝]",
    categories=("Diary", "AI", "diary"),
    basename="2022-03-05-My post_v1.2 [끝]",
    path="2022-03-05-My post_v1.2 [끝]",
)


@pytest.mark.parametrize(
    ("style", "url"),
    [
        ("date", "/diary/ai/2022/03/05/My-post_v1.2-%EB%81%9D.html"),
        ("pretty", "/diary/ai/2022/03/05/My-post_v1.2-%EB%81%9D/"),
        ("ordinal", "/diary/ai/2022/064/My-post_v1.2-%EB%81%9D.html"),
        ("weekdate", "/diary/ai/2022/W09/Sat/My-post_v1.2-%EB%81%9D.html"),
        ("none", "/diary/ai/My-post_v1.2-%EB%81%9D.html"),
    ],
)
def test_styles(style: str, url: str) -> None:
    assert expand(STYLES[style], POST) == url


@pytest.mark.parametrize(
    ("pattern", "url"),
    [
        ("/:year-:month-:day-:slug/", "/2022-03-05-my-post-v1-2-%EB%81%9D/"),
        ("/:short_year/:i_month/:i_day/:short_month/:long_month/", "/22/3/5/Mar/March/"),
        ("/:hour:minute:second/:w_year/:week/:w_day/:long_day", "/070809/2022/09/6/Saturday"),
        ("/:year_:title", "/2022_My-post_v1.2-%EB%81%9D"),
        ("about", "/about"),
        ("pretty", "/pretty"),
        ("//a/../b/./c", "/a/b/c"),
    ],
)
def test_urls(pattern: str, url: str) -> None:
    assert expand(pattern, POST) == url


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("/2022/%EB%81%9D.html", "2022/끝.html"),
        ("/about/", "about/index.html"),
        ("/about", "about.html"),
        ("/", "index.html"),
    ],
)
def test_files(url: str, file: str) -> None:
    assert destination(url) == file


def test_names_a_placeholder_that_is_unknown() -> None:
    with pytest.raises(UnknownPlaceholderError, match=":yaer"):
        check("/:yaer/:title/")
    with pytest.raises(UnknownPlaceholderError, match=":month needs a date"):
        expand("/:month/", Subject(date=None, slug="a"))


@pytest.mark.parametrize(
    ("text", "pretty", "cased", "slug"),
    [
        ("The _config.yml file", False, False, "the-config-yml-file"),
        ("The _config.yml file", True, True, "The-_config.yml-file"),
        ("  ½ ② é́ ❤️ 끝!", False, False, "é́-️-끝"),
        ("---", True, True, ""),
    ],
)
def test_slugs(text: str, pretty: bool, cased: bool, slug: str) -> None:
    assert slugify(text, pretty=pretty, cased=cased) == slug


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("/%2e%2e/x", "x.html"),
        ("/a/%2e%2e/%2e%2e/x/", "x/index.html"),
        ("/..", "index.html"),
        ("//etc/passwd", "etc/passwd.html"),
        ("/a//b/./c", "a/b/c.html"),
        ("/%FF/", "\udcff/index.html"),
    ],
)
def test_no_url_is_written_outside(url: str, file: str) -> None:
    assert destination(url) == file


@pytest.mark.parametrize(
    ("pattern", "reason"),
    [
        ("/%2e%2e/x", r"climbs by '\.\.'"),
        ("/a/%2E%2e/x", r"climbs by '\.\.'"),
        ("/..%5Cx/", "holds a backslash"),
        ("C:/x/", "begins with a drive"),
        ("/x%00", "holds a NUL"),
    ],
)
def test_what_leads_out_is_refused(pattern: str, reason: str) -> None:
    with pytest.raises(LeadsOutError, match=reason):
        expand(pattern, Subject(None, "a"))
