"""Partials of the theme that many pages show alike are rendered once, and count as looked at by each of the pages."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Template
from site_build import build

from pelican_memoir.incremental.fragments import SHARED, Fragments
from pelican_memoir.incremental.looks import Looks, Watch
from pelican_memoir.theming import theme_path

FILES = {
    f"_posts/2022-0{month}-01-post{month}.md": f"---\ntitle: 글 {month}\ntags: [물, 배, 달]\n---\n본문입니다.\n"
    for month in range(1, 7)
}
SETTINGS: dict[str, Any] = {
    "THEME": theme_path(),
    "ARTICLE_PATHS": ["_posts"],
    "USE_FOLDER_AS_CATEGORY": False,
    "SITEURL": "https://tide.example",
    "DEFAULT_PAGINATION": 2,
    "MEMOIR_WORKERS": 0,
}
ITEM = "partials/post_item.html"


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each partial was rendered to be kept."""
    found: Counter[str] = Counter()
    render = Fragments._render

    def noting(self: Fragments, template: Template, *rest: Any) -> str:
        found[str(template.name)] += 1
        return render(self, template, *rest)

    monkeypatch.setattr(Fragments, "_render", noting)
    return found


def pages(root: Path, **settings: Any) -> dict[str, str]:
    """The pages of a site."""
    output = build(root, FILES, **{**SETTINGS, **settings}).output
    return {str(path.relative_to(output)): path.read_text("utf-8") for path in sorted(output.rglob("*.html"))}


def test_all_that_is_shared_is_there() -> None:
    assert all(Path(theme_path(), "templates", name).is_file() for name in SHARED)


@pytest.mark.parametrize(
    "settings", [{}, {"RELATIVE_URLS": True, "SITEURL": ""}], ids=["absolute", "relative"]
)
def test_pages_are_what_they_are_without(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rendered: Counter[str], settings: dict[str, Any]
) -> None:
    found = pages(tmp_path / "with", **settings)
    times = rendered.total()
    monkeypatch.setattr("pelican_memoir.incremental.fragments.SHARED", frozenset())
    assert pages(tmp_path / "without", **settings) == found
    assert times == rendered.total() > 0


def test_a_post_is_rendered_once_for_all_lists(tmp_path: Path, rendered: Counter[str]) -> None:
    found = pages(tmp_path)
    assert sum(page.count("post-item") for page in found.values()) > 3 * len(FILES)
    assert rendered[ITEM] == len(FILES)
    assert 1 < rendered["partials/site_links.html"] < 6 < len(found)


def test_a_partial_of_the_site_s_own_is_rendered_each_time(tmp_path: Path, rendered: Counter[str]) -> None:
    own = tmp_path / "templates" / "partials"
    own.mkdir(parents=True)
    (own / "post_item.html").write_text(
        '<i>{{ output_file }}</i>{% include "!theme/partials/post_item.html" %}', "utf-8"
    )
    (own / "social.html").write_text("<li>{{ output_file }}</li>", "utf-8")
    found = pages(
        tmp_path / "site",
        THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "templates")],
        MEMOIR_SOCIAL_NETWORK_LINKS={"github": "tide"},
    )
    assert rendered["partials/site_places.html"] == len(found)
    assert found["index2.html"].count("<i>index2.html</i>") == 2
    assert all(f"<li>{name}</li>" in page for name, page in found.items())


def test_lists_are_rendered_anew_after_an_edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages(tmp_path / "site")
    name = "_posts/2022-03-01-post3.md"
    monkeypatch.setitem(FILES, name, FILES[name].replace("글 3", "큰 글 3"))
    edited = pages(tmp_path / "site")
    assert edited == pages(tmp_path / "cold")
    assert all("큰 글 3" in edited[page] for page in ("index2.html", "tag/mul2.html", "post3.html"))


def test_what_cannot_be_followed_is_rendered_each_time(tmp_path: Path, rendered: Counter[str]) -> None:
    pages(tmp_path, JINJA_FILTERS={"memoir_title": str.upper})
    assert rendered[ITEM] > len(FILES)


def test_a_part_counts_for_the_page() -> None:
    watch = Watch()
    page = watch.begin({})
    with watch.within() as part:
        watch.names.add("lang")
        part.is_known = False
    watch.names.add("tag")
    assert (page.names, page.is_known) == ({"lang", "tag"}, False)
    assert part == Looks({}, {"lang"}, is_known=False)
    watch.end()
