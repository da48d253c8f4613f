"""Each plugin that people use beside ours, alone, in a whole build: it does its work, and a memoir loses nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from neighbour_site import Built, write
from neighbours import NEIGHBOURS
from warm_pelican import WarmPelican

YEAR = "year-2022.ko"
PAGE = "year-2022.html"


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory, warm: WarmPelican) -> str:
    """The words of the memoir where ours is the only plugin."""
    built = write(tmp_path_factory.mktemp("alone"), warm).build(["memoir"])
    assert built.complaints() == []
    return built.words(PAGE)


# `yaml_metadata` wants to read the same files as we do, so the order could matter.
ORDERS = [("memoir", name) for name in NEIGHBOURS] + [("yaml_metadata", "memoir")]


@pytest.mark.parametrize("plugins", ORDERS, ids="-".join)
def test_a_memoir_loses_nothing(
    tmp_path: Path, warm: WarmPelican, alone: str, plugins: tuple[str, str]
) -> None:
    (name,) = set(plugins) - {"memoir"}
    built = write(tmp_path, warm).build(plugins, NEIGHBOURS[name])
    assert built.complaints() == []
    assert built.article(YEAR)["memoir"].startswith("Memoir(year=2022,")
    assert built.words(PAGE) == alone
    for page in built.output.rglob("*.html"):
        assert "{static}" not in page.read_text(encoding="utf-8"), page.name
    EFFECTS[name](built)


def sees(name: str, **found: str) -> Callable[[Built], None]:
    """Return the check that the neighbour left an attribute on articles, with these words in it."""

    def check(built: Built) -> None:
        for article, words in found.items():
            assert words in str(built.article(f"{article.replace('_', '-')}.ko").get(name)), (article, name)

    return check


def reads_its_own_files(built: Built) -> None:
    """Files whose YAML is not ours to read are the neighbour's, and a post is read as Jekyll does, not by it."""
    assert built.article(YEAR)["summary"] == "<p>올해도 ‘긍정’의 힘으로 살았다.</p>"
    assert "<em>emphasis</em>" in built.article("a-native-note.ko")["content"]


def lists_every_page(built: Built) -> None:
    sitemap = built.page("sitemap.xml")
    for page in (PAGE, "year-2022-en.html", "tides.html", "timeline.html"):
        assert f"https://neighbours.example/{page}</loc>" in sitemap, page


def made_a_cloud(built: Built) -> None:
    assert "tag_cloud" in built.seen["context"]


def optimised(built: Built) -> None:
    assert (built.output / "seo-report.html").exists() or list(
        Path(built.output.parent).rglob("seo*report*.html")
    )
    assert '"@type"' in built.page("tides.html")


def scaled_the_picture(built: Built) -> None:
    assert list(built.output.rglob("derivatives/small/boat.png"))
    assert "derivatives/small/boat.png" in built.page(PAGE)


def shows_the_excerpt(built: Built) -> None:
    """The excerpt that the author cut is longer-lived than one that is cut by a number of words."""
    summary = built.article(YEAR)["summary"]
    assert "read-more" in summary or "continue" in summary


def formulas_are_set_once(built: Built) -> None:
    page = built.page("tides.html")
    assert page.count("<math") + page.count("\\(") == 1


def is_smaller(built: Built) -> None:
    assert "\n\n" not in built.page(PAGE)


def has_two_languages(built: Built) -> None:
    korean, english = built.page(PAGE), built.page("en/year-2022.html")
    assert 'lang="ko"' in korean
    assert 'lang="en"' in english
    assert "A year of tides." in english
    assert "Years" in built.page("en/timeline.html")


def built_at_all(built: Built) -> None:
    assert built.page(PAGE)


EFFECTS: dict[str, Callable[[Built], Any]] = {
    "yaml_metadata": reads_its_own_files,
    "series": sees("series", tides="해마다", year_2022="해마다"),
    "neighbors": sees("next_article", year_2022="Article"),
    "related_posts": sees("related_posts", year_2022="Article"),
    "similar_posts": sees("similar_posts", year_2022="Article"),
    "tag_cloud": made_a_cloud,
    "share_post": sees("share_post", year_2022="mailto:"),
    "sitemap": lists_every_page,
    "seo": optimised,
    "image_process": scaled_the_picture,
    "featured_image": sees("featured_image", tides="boat.png"),
    "read_more": shows_the_excerpt,
    "render_math": formulas_are_set_once,
    "webassets": built_at_all,
    "minify": is_smaller,
    "i18n_subsites": has_two_languages,
}
