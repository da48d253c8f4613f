"""Every template renders under StrictUndefined, from a bare site to a hostile one, as balanced HTML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment
from markup import Markup
from stand_ins import HOSTILE, bare_site, named, page_of, post, rich_site, year

from pelican_memoir.site.timeline import TimelineYear
from pelican_memoir.theming import theme_path

Render = Callable[..., str]

TEMPLATES = Path(theme_path(), "templates")
PAGES = sorted(path.name for path in TEMPLATES.glob("*.html") if path.name not in ("base.html", "list.html"))
PARTIALS = sorted(path.name for path in TEMPLATES.glob("partials/*.html"))
ABOUT_POSTS = {"article.html": "article", "page.html": "page"}
LISTED = {"category.html": "category", "tag.html": "tag", "author.html": "author"}

# Markup that the author or Pelican made, and texts that are made of safe characters only.
PRINTED_AS_IT_IS = re.compile(
    r"(article|page)\.content\|memoir_purposes\|memoir_reachable$|super\(\)|self\.list_title\(\)\|trim$|feed\(|^part\(|memoir_linked_data\("
    r"|\|length( \+ 1)?$|\.year( or \w+\.date\.year)?$|^year$|memoir_quarter$|stop\.quarter$"
    r"|'(summary|memoir-sign)'$|^before$|^after$|^links$|^page(\|replace\(|$)|^entry\|memoir_include\(place\)$"
)


def least(template: str) -> dict[str, Any]:
    """The least that Pelican gives this template."""
    context: dict[str, Any] = page_of([])
    if template in ABOUT_POSTS:
        context[ABOUT_POSTS[template]] = post()
    if template in LISTED:
        context[LISTED[template]] = named("이름", LISTED[template])
    if template == "period_archives.html":
        context["period_num"] = (2022,)
    return context


def full(template: str, text: str = "이름") -> dict[str, Any]:
    """A site with everything, as this template gets it: an article's page knows no page, and so on."""
    site = rich_site(text)
    other = {"article", "page"} - {ABOUT_POSTS.get(template, "")}
    kept = {name: value for name, value in site.items() if name not in other}
    return {**kept, **page_of(site["articles"] * 2, number=2, per_page=3)}


@pytest.mark.parametrize("template", PAGES)
def test_renders_for_a_site_without_any_settings(template: str, render: Render) -> None:
    page = Markup(render(template, **least(template)))
    assert page.problems == []
    assert [tag for tag, _ in page.elements].count("h1") == 1
    assert page.all("html") == [{"lang": "ko" if template in ABOUT_POSTS else "en"}]
    assert not page.all("script") or template in ("article.html", "search.html", "comments.html")


@pytest.mark.parametrize("template", PAGES)
def test_renders_with_everything_there_is(template: str, render: Render) -> None:
    page = Markup(render(template, **full(template)))
    assert page.problems == []
    assert len(page.ids()) == len(set(page.ids()))
    assert all("style" not in attributes for _, attributes in page.elements)
    assert all(not name.startswith("on") for _, attributes in page.elements for name in attributes)


@pytest.mark.parametrize("template", PAGES)
def test_hostile_texts_stay_text(template: str, render: Render) -> None:
    plain, attacked = (Markup(render(template, **full(template, text))) for text in ("이름", HOSTILE))
    assert attacked.problems == []
    shapes = [[(tag, sorted(attributes)) for tag, attributes in page.elements] for page in (plain, attacked)]
    assert shapes[0] == shapes[1]
    assert "{{ 7*7 }}" in attacked.text
    assert "49" not in attacked.text


@pytest.mark.parametrize("template", PAGES)
def test_everything_that_a_page_prints_is_escaped(template: str) -> None:
    assert [text for text in printed(TEMPLATES / template) if not is_escaped(text)] == []


@pytest.mark.parametrize("partial", PARTIALS)
def test_partials_escape_and_say_what_they_need_and_emit(partial: str) -> None:
    path = TEMPLATES / "partials" / partial
    assert [text for text in printed(path) if not is_escaped(text)] == []
    opening = re.match(r"\{#- (.*?) -#\}", path.read_text(encoding="utf-8"), re.S)
    assert opening is not None
    assert "Needs" in opening.group(1)
    assert re.search(r"\bEmits?\b", opening.group(1))


def printed(path: Path) -> list[str]:
    return [text.strip("- ") for text in re.findall(r"\{\{(.*?)\}\}", path.read_text(encoding="utf-8"), re.S)]


def is_escaped(text: str) -> bool:
    return text.endswith("|e") or PRINTED_AS_IT_IS.search(text) is not None


def test_no_template_needs_jinjas_gettext_extension() -> None:
    for path in TEMPLATES.rglob("*.html"):
        assert not re.search(
            r"\{%-?\s*(trans|pluralize)\b|\bn?gettext\(|\b_\(", path.read_text(encoding="utf-8")
        )


def test_a_memoir_shows_its_navigation_achievements_and_neighbours(render: Render) -> None:
    page = Markup(render("article.html", **full("article.html")))
    navigation = [nav["aria-label"] for nav in page.all("nav")]
    assert "분기 이동" in navigation
    assert "연도별 회고" in navigation
    links = [link.get("href") for link in page.all("a")]
    assert links.count("#1분기") == 2
    assert "#1분기-a" in links
    assert [link["href"] for link in page.all("a") if link.get("rel") == "prev"][-1].endswith("before.html")
    for expected in ("올해의 성과", "작년에 세운 목표", "그해에 쓴 글", "🥉"):
        assert expected in page.text
    assert "noindex" in [meta.get("content") for meta in page.all("meta")]


def test_a_memoir_by_topic_gets_its_sections_and_highlights(render: Render) -> None:
    full_year = year("주제", anchor="회사")
    by_topic = type(full_year)(2022, "주제", "ko", sections=full_year.sections * 2, highlights=("하나", "둘"))
    page = Markup(render("article.html", **{**least("article.html"), "article": post(memoir=by_topic)}))
    assert [nav["aria-label"] for nav in page.all("nav")] == ["사이트", "주제 이동"]
    assert [link["href"] for link in page.all("a")].count("#회사-s") == 2
    assert "둘" in page.text
    assert "올해의 성과" not in page.text


def test_of_many_achievements_the_last_ones_are_folded(render: Render) -> None:
    many = replace(year().periods[0], achievements=year().periods[0].achievements[:1] * 10)
    memoir = replace(year(), periods=(many,))
    page = Markup(render("article.html", **{**least("article.html"), "article": post(memoir=memoir)}))
    assert page.problems == []
    assert {"start": "7"} in page.all("ol")
    assert "외 4개" in page.text
    site = {"memoir_timeline": (TimelineYear(2022, (post(memoir=memoir),), ()),), **least("timeline.html")}
    assert "외 4개" in Markup(render("timeline.html", **site)).text


def test_a_long_timeline_opens_with_links_to_its_years_or_authors(render: Render) -> None:
    def links(count: int, *names: str) -> list[str]:
        years = tuple(TimelineYear(2022 - at, (post(memoir=year()),), ()) for at in range(count))
        authors = [SimpleNamespace(author=name, years=years) for name in names]
        site = {**least("timeline.html"), "memoir_timeline": years, "memoir_authors": authors}
        page = Markup(render("timeline.html", **site))
        assert page.problems == []
        found = [link["href"][1:] for link in page.all("a") if link["href"].startswith(("#y", "#author"))]
        assert set(found) <= set(page.ids())
        return found

    assert links(5, "가") == []
    assert links(6, "가") == ["y2022", "y2021", "y2020", "y2019", "y2018", "y2017"]
    assert links(1, "가", "나") == ["author-1", "author-2"]


def test_the_text_says_its_language_where_it_is_not_the_sites(render: Render) -> None:
    english_site = post(lang="en", memoir=year())
    page = Markup(render("article.html", **{**least("article.html"), "article": english_site}))
    content = [element for element in page.all("div") if "content" in element.get("class", "")]
    assert content == [{"class": "content e-content", "lang": "ko"}]


def test_tags_are_anchors_by_their_name(render: Render) -> None:
    names = [named("회고", "tag"), named("Brain Computer Interface", "tag")]
    page = Markup(render("tags.html", **{**least("tags.html"), "tags": [(name, [post()]) for name in names]}))
    assert "회고" in page.ids()
    assert "Brain%20Computer%20Interface" in page.ids()


def test_overviews_are_linked_only_where_they_are_written(render: Render) -> None:
    site = full("index.html")
    written = Markup(render("index.html", **site))
    assert {"timeline.html", "archives.html", "tags.html", "categories.html"} <= linked_files(written)
    off = {
        "ARCHIVES_SAVE_AS": "",
        "TAGS_SAVE_AS": "",
        "memoir_timeline_pages": {},
        "DISPLAY_CATEGORIES_ON_MENU": False,
    }
    silent = Markup(render("index.html", **{**site, **off}))
    assert not {"timeline.html", "archives.html", "tags.html", "categories.html"} & linked_files(silent)


def test_links_of_the_owner_may_have_more_than_two_parts(render: Render) -> None:
    links = {"SOCIAL": [("GitHub", "https://example.org/me", "fa-github")]}
    page = Markup(render("index.html", **{**least("index.html"), **links}))
    assert {"rel": "me", "href": "https://example.org/me"} in page.all("a")


def linked_files(page: Markup) -> set[str]:
    return {link["href"].rpartition("/")[2] for link in page.all("a")}


def test_blocks_can_be_overridden_by_a_site(environment: Environment) -> None:
    own = environment.from_string(
        '{% extends "article.html" %}{% block article_header %}<h1>{{ memoir_lang }}</h1>{% endblock %}'
    )
    page = own.render({**bare_site(), **full("article.html")})
    assert "<h1>ko</h1>" in page
