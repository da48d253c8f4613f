"""The plugin in whole builds: which content gets a memoir, which sites it touches, caches, other plugins' order."""

from __future__ import annotations

import logging
import subprocess
import sys
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pelican.plugins
import pytest
from pelican import signals
from pelican.plugins._utils import iter_namespace
from pelican.readers import MarkdownReader
from site_build import build

import pelican_memoir
from pelican_memoir.inspection import inspect
from pelican_memoir.memoir.model import Memoir
from pelican_memoir.migrate.plan import original_around
from pelican_memoir.plugin import on_all_generators_finalized

YEAR = """---
title: 2022년 회고
{more}
---
시작하며.

## 1분기 [1월~3월]

### 1) 자격증 취득

잘 되었다.

## 2분기 [4월~6월]

### 1) 이사

힘들었다.

## 3분기 [7월~9월]

### 1) 입사

## 4분기 [10월~12월]

### 1) 발표

[글]({{static}}/a.txt)
"""


def year(more: str = "layout: post") -> str:
    return YEAR.format(more=more).replace("{{", "{").replace("}}", "}")


CONTENT = {
    "_posts/2022-12-31-listed.md": year(),
    "_posts/2022-12-30-hidden.md": year("status: hidden"),
    "_posts/2022-12-29-draft.md": year("status: draft"),
    "_posts/2022-12-28-translation.md": year("slug: listed\nlang: en"),
    "_posts/2022-12-27-hidden-translation.md": year("slug: hidden\nlang: en\nstatus: hidden"),
    "_posts/2022-12-26-draft-translation.md": year("slug: draft\nlang: en\nstatus: draft"),
    "_posts/2022-05-01-ordinary.md": "---\ntitle: Ordinary\n---\ntext\n",
    "pages/page.md": year("date: 2022-12-31"),
    "pages/hidden-page.md": year("date: 2022-12-31\nstatus: hidden"),
    "pages/draft-page.md": year("date: 2022-12-31\nstatus: draft"),
    "pages/rest.rst": "Rest\n####\n\ntext\n",
    "a.txt": "text",
}


def test_all_kinds_of_content_get_their_memoir(tmp_path: Path) -> None:
    done = build(tmp_path, CONTENT)
    assert done.log == []
    without = {name for name, content in done.contents.items() if content.memoir is None}
    assert without == {"2022-05-01-ordinary.md", "rest.rst"}
    assert {Path(name).name for name in CONTENT if not name.endswith(".txt")} == set(done.contents)
    for name in set(done.contents) - without:
        memoir = done.contents[name].memoir
        assert isinstance(memoir, Memoir)
        assert (memoir.year, [period.number for period in memoir.periods]) == (2022, [1, 2, 3, 4])
        assert done.contents[name].front_matter["title"] == "2022년 회고"
    assert done.contents["rest.rst"].front_matter == {}


def test_addresses_stay_what_pelican_makes_of_them(tmp_path: Path) -> None:
    later: list[Any] = []

    def rename(generators: list[Any]) -> None:
        article = next(
            each for each in generators[0].articles if each.source_path.endswith("2022-12-31-listed.md")
        )
        article.slug = article.metadata["slug"] = "renamed-by-another-plugin"
        later.append(article)

    with signals.all_generators_finalized.connected_to(rename):
        done = build(
            tmp_path, CONTENT, ARTICLE_URL="{date:%Y}/{slug}/", ARTICLE_SAVE_AS="{date:%Y}/{slug}/index.html"
        )
    assert later[0].url == "2022/renamed-by-another-plugin/"
    assert (done.output / later[0].save_as).is_file()
    assert 'href="/2022/renamed-by-another-plugin/"' in done.page("index.html")


def test_the_context_joins_the_years(tmp_path: Path) -> None:
    files = {**CONTENT, "_posts/2021-12-31-before.md": year().replace("2022", "2021")}
    done = build(tmp_path, files)
    listed, before = done.contents["2022-12-31-listed.md"], done.contents["2021-12-31-before.md"]
    assert done.context["MEMOIR"]
    assert done.context["memoirs"] == [listed, before]
    assert [entry.year for entry in done.context["memoir_timeline"]] == [2022, 2021]
    assert (listed.memoir_prev, listed.memoir_next) == (before, None)
    assert (before.memoir_prev, before.memoir_next) == (None, listed)
    posts = listed.memoir_posts
    ordinary = done.contents["2022-05-01-ordinary.md"]
    assert ordinary in posts[listed.memoir.periods[1].anchor]
    assert ordinary not in posts[listed.memoir.periods[0].anchor]


def test_a_memoir_is_what_inspect_shows(tmp_path: Path) -> None:
    """The page's memoir and the command line's differ in the anchors that the page adds, and in nothing else."""
    text = year().replace("이사", "'집'을 \"옮김\"...")
    done = build(tmp_path, {"_posts/2022-12-31-a.md": text, "a.txt": ""}, DEFAULT_LANG="en")
    file = tmp_path / "content/_posts/2022-12-31-a.md"
    shown, _ = inspect(str(file), original_around(file))
    on_page = done.contents["2022-12-31-a.md"].memoir.to_dict()
    assert shown["language"] == "ko"
    assert shown["periods"][1]["achievements"][0]["title"] == "'집'을 \"옮김\"..."
    assert on_page == {key: shown[key] for key in on_page}


@pytest.mark.parametrize("relative", [True, False])
@pytest.mark.parametrize("url", ["", "https://example.org/blog"])
def test_links_are_resolved_after_the_splice(tmp_path: Path, relative: bool, url: str) -> None:
    done = build(tmp_path, CONTENT, RELATIVE_URLS=relative, SITEURL=url)
    page = done.page("listed.html")
    prefix = "." if relative else url
    assert f'<a href="{prefix}/a.txt">' in page
    assert "{static}" not in page
    assert 'data-period="quarter-1"' in page


@pytest.mark.parametrize(
    "plugins",
    [
        ["pelican_memoir"],
        ["memoir"],
        ["memoir", "pelican_memoir"],
        ["pelican.plugins.memoir"],
        [pelican_memoir],
    ],
    ids=str,
)
def test_is_enabled_by_any_name(tmp_path: Path, plugins: Any) -> None:
    done = build(tmp_path, CONTENT, PLUGINS=plugins)
    assert done.contents["2022-12-31-listed.md"].memoir is not None
    assert done.page("listed.html").count('data-period="quarter-1"') == 1


def test_is_enabled_without_being_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Others that are installed would be switched on too, for all sites that this process builds from now on.
    found = iter_namespace(pelican.plugins)
    kept = [each for each in found if each.name.endswith(".memoir")]
    monkeypatch.setattr("pelican.plugins._utils.iter_namespace", lambda package: kept)
    done = build(tmp_path, CONTENT, PLUGINS=None)
    assert done.page("listed.html").count('data-period="quarter-1"') == 1


def test_leaves_other_sites_of_the_process_alone(tmp_path: Path) -> None:
    build(tmp_path / "with", CONTENT)
    done = build(tmp_path / "without", {"a.md": "Title: A\nDate: 2022-01-01\n\n'text'\n"}, PLUGINS=[])
    assert not hasattr(done.contents["a.md"], "memoir")
    assert "MEMOIR" not in done.context
    assert done.contents["a.md"].metadata["reader"] == "markdown"


class OtherReader(MarkdownReader):
    """A plugin's own reader for Markdown."""

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        return "<p>other</p>", {"title": "Other", "date": self.process_metadata("date", "2022-01-01")}


def add_other_reader(readers: Any) -> None:
    readers.reader_classes["md"] = OtherReader


@pytest.fixture
def other_plugin() -> Any:
    module = ModuleType("other_plugin")
    module.register = lambda: signals.readers_init.connect(add_other_reader)  # type: ignore[attr-defined]
    yield module
    signals.readers_init.disconnect(add_other_reader)


@pytest.mark.parametrize("first", [True, False])
def test_wins_the_readers_place_in_any_order(tmp_path: Path, other_plugin: Any, first: bool) -> None:
    plugins = [pelican_memoir, other_plugin] if first else [other_plugin, pelican_memoir]
    for round_ in ("one", "two"):  # receivers stay connected between the sites of a process
        files = {"_posts/2022-12-31-a.md": "---\ntitle: Ours\n---\n", "b.md": "no front matter"}
        done = build(tmp_path / round_, files, PLUGINS=plugins)
        assert {content.title for content in done.contents.values()} == {"Ours", "Other"}


def look_at_all_texts(generators: Any) -> None:
    for generator in generators:
        for article in getattr(generator, "articles", ()):
            assert article.content


def test_a_plugin_that_looks_at_texts_first_does_not_freeze_them(tmp_path: Path) -> None:
    other = ModuleType("other_plugin")
    other.register = lambda: signals.all_generators_finalized.connect(look_at_all_texts)  # type: ignore[attr-defined]
    signals.all_generators_finalized.disconnect(
        on_all_generators_finalized
    )  # so that it comes after the other's
    try:
        done = build(tmp_path, CONTENT, PLUGINS=[other, pelican_memoir])
    finally:
        signals.all_generators_finalized.disconnect(look_at_all_texts)
    assert done.page("listed.html").count('data-period="quarter-1"') == 1


@pytest.mark.parametrize("layer", ["reader", "generator"])
def test_caches(tmp_path: Path, layer: str) -> None:
    caching = {"CACHE_CONTENT": True, "LOAD_CONTENT_CACHE": True, "CONTENT_CACHING_LAYER": layer}
    cold = build(tmp_path, CONTENT, **caching)
    warm = build(tmp_path, CONTENT, **caching)
    assert cold.log == warm.log == []
    for name, content in cold.contents.items():
        assert warm.contents[name].memoir == content.memoir
        assert warm.contents[name].front_matter == content.front_matter
    assert warm.page("listed.html") == cold.page("listed.html")
    assert warm.page("listed.html").count('data-period="quarter-1"') == 1


PROBE = """
import pickle, sys, gzip
for name in sys.argv[1:]:
    data = gzip.open(name, "rb").read()
    sys.modules["pelican_memoir"] = None
    pickle.loads(data)
    assert b"pelican_memoir.m" not in data
print("read")
"""


@pytest.mark.parametrize("layer", ["reader", "generator"])
def test_a_cache_can_be_read_after_uninstalling(tmp_path: Path, layer: str) -> None:
    caching = {"CACHE_CONTENT": True, "LOAD_CONTENT_CACHE": True, "CONTENT_CACHING_LAYER": layer}
    build(tmp_path, CONTENT, **caching, PLUGINS=["memoir"])
    files = sorted(str(file) for file in (tmp_path / "cache").glob("*Generator*"))
    assert files
    run = subprocess.run([sys.executable, "-c", PROBE, *files], capture_output=True, text=True, check=False)
    assert run.stdout == "read\n", run.stderr


def test_a_post_that_breaks_the_processor_is_told_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(html: str, **_: Any) -> None:
        raise RuntimeError("out of luck")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("pelican_memoir.finishing.builder", SimpleNamespace(build=fail))
    done = build(tmp_path, {"_posts/2022-12-31-a.md": year(), "a.txt": "text"})
    assert done.log == [
        "content/_posts/2022-12-31-a.md: no memoir was read: RuntimeError('out of luck') [memoir.processor]"
    ]
    assert "자격증" in done.page("a.html")


@pytest.mark.parametrize(
    ("settings", "file"),
    [
        ({}, "timeline.html"),
        (
            {"MEMOIR_TIMELINE_SAVE_AS": "years/index.html", "MEMOIR_TIMELINE_URL": "years/"},
            "years/index.html",
        ),
        ({"MEMOIR_TIMELINE_SAVE_AS": "", "MEMOIR_TIMELINE_LANG_SAVE_AS": "timeline/{lang}.html"}, None),
    ],
)
def test_the_timeline_page(tmp_path: Path, settings: dict[str, str], file: str | None) -> None:
    done = build(tmp_path, CONTENT, THEME=pelican_memoir.theme_path(), **settings)
    pages = {page.relative_to(done.output).as_posix() for page in done.output.rglob("*.html")}
    years = {page for page in pages if "timeline" in page or "years" in page}
    assert years == ({file, "timeline-en.html"} if file else set())
    if file:
        assert "listed.html" in done.page(file)
        english = done.page("timeline-en.html")
        assert '<html lang="en">' in english
        assert "listed.html" not in english
        assert f'href="/{file.removesuffix("index.html")}"' in english  # the timeline in the other language


def test_a_theme_without_a_timeline_is_no_mistake(tmp_path: Path) -> None:
    done = build(tmp_path, CONTENT, THEME="simple")
    assert done.log == []
    assert not (done.output / "timeline.html").exists()


def test_says_nothing_of_its_own_accord(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, logger="pelican_memoir"):
        build(tmp_path, CONTENT)
    assert [record for record in caplog.records if record.name.startswith("pelican_memoir")] == []


def test_a_whole_jekyll_blog_as_content_is_pointed_to_its_move(tmp_path: Path) -> None:
    files = {
        "_config.yml": "title: B\n",
        "_posts/2022-01-01-a.md": "---\ntitle: A\n---\n{% include box.html %}\n",
        "_includes/box.html": "<p>box</p>\n",
        "_layouts/post.html": "---\n---\n{{ content }}\n",
        "_site/2022/01/01/a.html": "<html><head><title>A</title></head><body>box</body></html>\n",
        "about.md": "---\ntitle: About\n---\nMe\n",
    }
    done = build(tmp_path, files)
    assert list(done.contents) == ["2022-01-01-a.md"]
    assert "<p>box</p>" in done.contents["2022-01-01-a.md"].content
    missing = [line for line in done.log if "memoir.not-built" in line]
    assert [line.partition(": ")[0].rpartition("/")[2] for line in missing] == ["about.md", "content"]
    assert "`pelican-memoir migrate` writes the settings that show its pages, too" in missing[1]
    assert not [line for line in done.log if "_layouts" in line or "_site" in line or "_includes" in line]
