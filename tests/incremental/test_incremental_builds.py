"""Whatever is changed between two builds, the second leaves what a build from nothing would have written."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pelican import signals
from pelican.writers import Writer
from site_build import build

from pelican_memoir.incremental.pages import Pages
from pelican_memoir.incremental.writer import IncrementalWriter
from pelican_memoir.theming import theme_path

QUARTERS = "".join(f"## {n}분기\n\n#### 1) 공모전 {n} - 우수상\n\n글 {n}\n\n" for n in range(1, 5))


def _post(title: str, body: str = "글입니다.", **more: str) -> str:
    fields = "".join(f"{name}: {value}\n" for name, value in more.items())
    return f"---\ntitle: {title}\n{fields}---\n{body}\n"


FILES = {
    "_posts/2021-12-31-y21.md": _post("2021년 회고", QUARTERS, tags="[회고]"),
    "_posts/2022-12-31-y22.md": _post("2022년 회고", QUARTERS, tags="[회고]"),
    "_posts/2022-02-01-sea.md": _post(
        "바다", "[배]({filename}2022-05-01-ship.md)와 ![그림]({static}/a.svg)", tags="[물]"
    ),
    "_posts/2022-05-01-ship.md": _post("배", tags="[물, 배]", categories="[항구]"),
    "_posts/2022-08-01-tide.md": _post("물때", tags="[물]", translation_key="tide"),
    "_posts/2022-08-02-tide-en.md": _post("Tides", "A text.", lang="en", slug="tide"),
    "_posts/2023-01-01-alone.md": _post("따로", "## 하나\n\n글\n\n## 둘\n\n글", toc="true"),
    "about.md": _post("소개", slug="about"),
    "a.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
}
SETTINGS: dict[str, Any] = {
    "THEME": theme_path(),
    "ARTICLE_PATHS": ["_posts"],
    "PAGE_PATHS": ["about.md"],
    "STATIC_PATHS": ["a.svg"],
    "USE_FOLDER_AS_CATEGORY": False,
    "SITEURL": "https://tide.example",
    "FEED_ALL_ATOM": "feeds/all.atom.xml",
    "DEFAULT_PAGINATION": 3,
}
SHIP = "_posts/2022-05-01-ship.md"


@dataclass
class Site:
    """A site in a folder: its files and settings, and templates of its own."""

    root: Path
    files: dict[str, str] = field(default_factory=lambda: dict(FILES))
    settings: dict[str, Any] = field(default_factory=lambda: dict(SETTINGS))
    templates: dict[str, str] = field(default_factory=dict)

    def build(self) -> None:
        """Build it; files that are none of it any more are gone before."""
        shutil.rmtree(self.root / "content", ignore_errors=True)
        shutil.rmtree(self.root / "templates", ignore_errors=True)
        for name, text in self.templates.items():
            file = self.root / "templates" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        more = {"THEME_TEMPLATES_OVERRIDES": [str(self.root / "templates")]} if self.templates else {}
        build(self.root, self.files, **self.settings, **more)

    def pages(self) -> dict[str, bytes]:
        """Return all files of its output."""
        output = self.root / "output"
        return {
            str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*") if path.is_file()
        }


def edit(name: str, old: str, new: str) -> Callable[[Site], None]:
    """Return a change of a file's text."""

    def change(site: Site) -> None:
        assert old in site.files[name]
        site.files[name] = site.files[name].replace(old, new)

    return change


def rename(old: str, new: str) -> Callable[[Site], None]:
    """Return a change of a file's name."""
    return lambda site: site.files.update({new: site.files.pop(old)})


def setting(**settings: Any) -> Callable[[Site], None]:
    """Return a change of settings."""
    return lambda site: site.settings.update(settings)


def template(name: str, text: str) -> Callable[[Site], None]:
    """Return a template of the site's own."""
    return lambda site: site.templates.update({name: text})


CHANGES: dict[str, Callable[[Site], None]] = {
    "nothing": lambda site: None,
    "a text": edit(SHIP, "글입니다", "고친 글입니다"),
    "a title": edit(SHIP, "title: 배", "title: 큰 배"),
    "a date": rename(SHIP, "_posts/2023-05-01-ship.md"),
    "tags": edit(SHIP, "[물, 배]", "[항해]"),
    "a category": edit(SHIP, "[항구]", "[바다]"),
    "an address": edit(SHIP, "title: 배", "title: 배\nslug: vessel"),
    "a draft": edit(SHIP, "title: 배", "title: 배\npublished: false"),
    "a post less": lambda site: site.files.pop(SHIP) and None,
    "a post more": lambda site: site.files.update({"_posts/2022-09-09-new.md": _post("새 글", tags="[물]")}),
    "a memoir": edit("_posts/2022-12-31-y22.md", "공모전 2 - 우수상", "공모전 2 - 대상"),
    "no memoir": edit("_posts/2021-12-31-y21.md", "title: 2021년 회고", "title: 옛날\nmemoir: false"),
    "a translation": edit("_posts/2022-08-02-tide-en.md", "Tides", "High tides"),
    "no translation": lambda site: site.files.pop("_posts/2022-08-02-tide-en.md") and None,
    "a page": edit("about.md", "title: 소개", "title: 나는"),
    "a title of the site": setting(SITENAME="다른 이름"),
    "an address of the site": setting(SITEURL="https://other.example"),
    "relative addresses": setting(RELATIVE_URLS=True),
    "addresses of posts": setting(ARTICLE_URL="p/{slug}/", ARTICLE_SAVE_AS="p/{slug}/index.html"),
    "links in the menu": setting(MENUITEMS=[("집", "/")]),
    "a language": setting(DEFAULT_LANG="ja"),
    "pages of a list": setting(DEFAULT_PAGINATION=2),
    "a template": template("partials/site_name.html", "<b>{{ SITENAME }}</b>"),
    "a template that looks at all posts": template(
        "partials/site_name.html",
        "{% for each in articles %}{{ each.title }}, {{ each.content|length }}; {% endfor %}",
    ),
}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a site that has been built, and with all its files as they were then."""
    folder = tmp_path_factory.mktemp("first")
    Site(folder / "site").build()
    shutil.copytree(folder / "site", folder / "kept")
    return folder


@pytest.fixture
def site(first: Path) -> Site:
    """A site that has been built, in the same place for each test, as what is remembered is of that place."""
    shutil.rmtree(first / "site")
    shutil.copytree(first / "kept", first / "site")
    return Site(first / "site")


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_the_second_build_leaves_what_a_first_would_write(
    site: Site, change: Callable[[Site], None], tmp_path: Path
) -> None:
    cold = Site(tmp_path / "cold")
    change(site)
    change(cold)
    site.build()
    cold.build()
    written = cold.pages()
    assert {name: data for name, data in site.pages().items() if name in written} == written


@pytest.mark.parametrize("setting", [{}, {"RELATIVE_URLS": True}], ids=["absolute", "relative"])
def test_changes_upon_changes(tmp_path: Path, setting: dict[str, Any]) -> None:
    own = {
        "partials/site_name.html": "{% for each in articles %}{{ each.title }} {% endfor %}",
        "partials/entry_footer.html": "{% set old = article.memoir_older %}{{ old.memoir_older.title if old }}",
    }
    site = Site(tmp_path / "site", settings={**SETTINGS, **setting}, templates=own)
    site.build()
    for step, name in enumerate(
        ("a title", "a post more", "a memoir", "a post less", "a title of the site", "nothing")
    ):
        CHANGES[name](site)
        site.build()
        cold = Site(tmp_path / f"cold{step}", dict(site.files), dict(site.settings), dict(site.templates))
        cold.build()
        written = cold.pages()
        assert {path: data for path, data in site.pages().items() if path in written} == written, name


def test_words_of_the_interface_take_part(site: Site) -> None:
    words = site.root / "words" / "ko" / "LC_MESSAGES" / "messages.po"
    words.parent.mkdir(parents=True)
    site.settings["MEMOIR_TRANSLATIONS"] = str(site.root / "words")
    for word in ("항해 일지", "기록"):
        words.write_text(
            f'msgid ""\nmsgstr "Language: ko\\n"\n\nmsgid "Posts"\nmsgstr "{word}"\n', encoding="utf-8"
        )
        site.build()
        assert word in site.pages()["index.html"].decode()


def _times(site: Site) -> dict[str, int]:
    output = site.root / "output"
    return {str(path.relative_to(output)): path.stat().st_mtime_ns for path in output.rglob("*.html")}


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The pages that are rendered."""
    found: list[str] = []
    render = Pages.render

    def noting(self: Pages, template: Any, context: dict[str, Any]) -> Any:
        found.append(context["output_file"])
        return render(self, template, context)

    monkeypatch.setattr(Pages, "render", noting)
    return found


def test_what_no_change_concerns_keeps_its_time_and_is_not_rendered(site: Site, rendered: list[str]) -> None:
    rendered.clear()
    before = _times(site)
    site.build()
    assert rendered == []
    assert _times(site) == before
    edit("_posts/2023-01-01-alone.md", "글\n\n## 둘", "다른 글\n\n## 둘")(site)
    site.build()
    assert "alone.html" in rendered
    assert {"sea.html", "y21.html", "tag/mul.html"} & set(rendered) == set()
    # The timeline counts the posts of each month: it is rendered, and comes out as it lies there.
    assert _times(site)["timeline.html"] == before["timeline.html"]


LONG = "긴 글입니다. " * 40


def test_a_list_is_rendered_where_it_shows_what_has_changed_alone(
    tmp_path: Path, rendered: list[str]
) -> None:
    site = Site(tmp_path / "site")
    site.files[SHIP] = _post("배", f"{LONG}\n\n둘째 문단입니다.", tags="[물, 배]")
    site.build()
    rendered.clear()
    edit(SHIP, "둘째", "고친 둘째")(site)
    site.build()
    assert rendered == ["ship.html"]
    edit(SHIP, "긴 글", "짧은 글")(site)
    site.build()
    assert {"ship.html", "index2.html", "tag/mul.html"} <= set(rendered)


def test_feeds_and_exports_are_left_where_nothing_of_theirs_has_changed(site: Site) -> None:
    names = ("feeds/all.atom.xml", "memoirs.json", "search.json")
    output = site.root / "output"
    before = {name: (output / name).stat().st_mtime_ns for name in names}
    site.build()
    assert {name: (output / name).stat().st_mtime_ns for name in names} == before
    edit(SHIP, "글입니다", "고친 글입니다")(site)
    site.build()
    changed = {name for name in names if (output / name).stat().st_mtime_ns != before[name]}
    assert changed == {"feeds/all.atom.xml", "search.json"}


def test_a_comment_that_has_come_is_shown(tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    site.settings["MEMOIR_STATICMAN"] = {"repository": "me/blog", "endpoint": "https://comments.example"}
    site.build()
    site.files["_data/comments/ship/1.yml"] = "name: 손님\nmessage: 잘 읽었습니다\ndate: 1650000000\n"
    site.build()
    assert "잘 읽었습니다" in site.pages()["ship.html"].decode()


def test_a_feed_that_another_plugin_looks_at_is_made(site: Site) -> None:
    seen: list[str] = []

    def on_feed(path: str, context: dict[str, Any], feed: Any) -> None:
        seen.append(Path(path).name)

    signals.feed_written.connect(on_feed)
    try:
        site.build()
    finally:
        signals.feed_written.disconnect(on_feed)
    assert "all.atom.xml" in seen


def test_a_file_that_was_changed_or_deleted_by_hand_is_written_again(site: Site) -> None:
    right = site.pages()
    (site.root / "output" / "ship.html").unlink()
    touched = site.root / "output" / "sea.html"
    touched.write_text(touched.read_text("utf-8").replace("바다", "사막"), encoding="utf-8")
    site.build()
    assert site.pages() == right


def test_a_file_of_another_time_with_the_same_text_is_left(site: Site) -> None:
    page = site.root / "output" / "ship.html"
    os.utime(page, (1, 1))
    site.build()
    assert page.stat().st_mtime == 1


def test_other_plugins_hear_of_every_page_in_the_same_order(site: Site) -> None:
    heard: list[str] = []

    def on_written(path: str, context: dict[str, Any]) -> None:
        heard.append(f"{Path(path).name} {context['output_file']}")

    signals.content_written.connect(on_written)
    try:
        site.build()
        again = list(heard)
        heard.clear()
        shutil.rmtree(site.root / "output")
        site.build()
    finally:
        signals.content_written.disconnect(on_written)
    assert again == heard
    assert len(heard) > 15


def test_what_another_plugin_makes_of_a_written_file_is_made_again(site: Site, tmp_path: Path) -> None:
    def minify(path: str, context: dict[str, Any]) -> None:
        file = Path(path)
        file.write_text(file.read_text("utf-8").replace("\n", " "), encoding="utf-8")

    signals.content_written.connect(minify)
    try:
        site.build()
        site.build()
        cold = Site(tmp_path / "cold")
        cold.build()
    finally:
        signals.content_written.disconnect(minify)
    assert site.pages() == cold.pages()


def test_pages_are_rendered_where_another_plugin_changes_posts_while_they_are_written(site: Site) -> None:
    count = 0

    def change(generator: Any, content: Any) -> None:
        nonlocal count
        count += 1
        content.title = f"{count}번째"

    count = 100
    signals.article_generator_write_article.connect(change)
    try:
        site.build()
    finally:
        signals.article_generator_write_article.disconnect(change)
    assert "101번째" in "".join(
        data.decode() for name, data in site.pages().items() if name.endswith(".html")
    )


def test_a_page_that_calls_a_filter_of_somebody_else_is_rendered_always(tmp_path: Path) -> None:
    site = Site(tmp_path / "site", templates={"partials/site_name.html": "{{ 'x'|counting }}"})
    calls: list[str] = []

    def counting(text: str) -> str:
        calls.append(text)
        return f"{len(calls) > 0}"

    site.settings["JINJA_FILTERS"] = {"counting": counting}
    site.build()
    first = len(calls)
    site.build()
    assert len(calls) == 2 * first > 0


def test_without_a_cache_pelicans_own_writer_writes(tmp_path: Path) -> None:
    writers: list[Any] = []

    def noting(generator: Any, writer: Any) -> None:
        writers.append(type(writer))

    signals.article_writer_finalized.connect(noting)
    try:
        Site(tmp_path / "a", settings={**SETTINGS, "MEMOIR_CACHE": False}).build()
        Site(tmp_path / "b").build()
    finally:
        signals.article_writer_finalized.disconnect(noting)
    assert writers == [Writer, IncrementalWriter]
