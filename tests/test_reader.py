"""The reader in whole builds: what becomes of front matter, body and file name."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from pelican.readers import _DISCARD, MarkdownReader
from pelican.settings import DEFAULT_CONFIG
from site_build import Build, build

from pelican_memoir.reader import JekyllReader

POST = "_posts/2022-12-31-year.md"


@pytest.mark.parametrize(
    "value", ["2022-12-31", "2022-02-31", "2022-1-1", "2022-12-31 10:00", "２０２２-12-31", "0000-01-01"]
)
def test_dates_are_read_as_pelican_reads_them(tmp_path: Path, value: str) -> None:
    settings = {**DEFAULT_CONFIG, "PATH": str(tmp_path)}
    ours, pelicans = JekyllReader(settings), MarkdownReader(settings)
    try:
        read = pelicans.process_metadata("date", value)
    except ValueError:
        assert ours.process_metadata("date", value) is _DISCARD
    else:
        assert ours.process_metadata("date", value) == read
        assert type(ours.process_metadata("date", value)) is type(read)


def post(front_matter: str, body: str = "body") -> str:
    return f"---\n{front_matter}\n---\n{body}\n"


def read(tmp_path: Path, front_matter: str, body: str = "body", path: str = POST, **settings: Any) -> Any:
    done = build(tmp_path, {path: post(front_matter, body)}, **settings)
    assert done.log == []
    return done.contents[Path(path).name]


@pytest.mark.parametrize(
    ("front_matter", "date"),
    [
        ("layout: post", "2022-12-31 00:00"),
        ("date: 2021-05-06", "2021-05-06 00:00"),
        ("date: 2021-05-06 10:00", "2021-05-06 10:00"),
        ("date: 2021-05-06 10:00:00", "2021-05-06 19:00"),
        ("date: 2021-05-06 10:00:00 +0900", "2021-05-06 10:00"),
        ("date: 2021-05-06T10:00:00Z", "2021-05-06 19:00"),
        ("date: 'May 6, 2021'", "2021-05-06 00:00"),
        ("date: 20210506", "2021-05-06 00:00"),
        ("date: 21-05-06", "2021-05-06 00:00"),
    ],
)
def test_dates(tmp_path: Path, front_matter: str, date: str) -> None:
    article = read(tmp_path, front_matter)
    assert article.date.strftime("%Y-%m-%d %H:%M %z") == f"{date} +0900"


@pytest.mark.parametrize(
    ("front_matter", "attribute", "value"),
    [
        ("layout: post", "title", "Year"),
        ("title: 2022", "title", "2022"),
        ("title: ' 2022년 회고 '", "title", "2022년 회고"),
        ("title: a\nsubtitle: b", "subtitle", "b"),
        ("layout: post", "slug", "year"),
        ("slug: 7", "slug", "7"),
        ("slug: ' 한 해의 끝: A b_v1.2 '", "slug", "한-해의-끝-A-b_v1.2"),
        ("slug: '??'", "slug", "??"),
        ("lang: EN", "lang", "en"),
        ("lang: KO", "lang", "ko"),
        ("language: ja", "lang", "ja"),
        ("layout: post", "lang", "ko"),
        ("layout: post", "status", "published"),
        ("published: 'false'", "status", "published"),
        ("status: Hidden", "status", "hidden"),
        ("template: article", "template", "article"),
        ("url: /elsewhere/", "url", "year.html"),
        ("save_as: a/b.html\nurl: a/b", "save_as", "a/b.html"),
        ("permalink: /:year/:title/", "save_as", "2022/year/index.html"),
        ("slug: 회고\npermalink: /:title.html", "url", "%ED%9A%8C%EA%B3%A0.html"),
    ],
)
def test_values(tmp_path: Path, front_matter: str, attribute: str, value: str) -> None:
    assert getattr(read(tmp_path, front_matter), attribute) == value


@pytest.mark.parametrize(
    ("front_matter", "attribute", "value", "told"),
    [
        ("slug: ' 끝: A/b '", "slug", "끝-A-b", "2:7: slug: expected a name without slashes"),
        (
            "save_as: /a/b.html\nurl: /a/b",
            "save_as",
            "a/b.html",
            "2:10: save_as: expected a path below the output",
        ),
    ],
)
def test_values_that_would_lead_elsewhere(
    tmp_path: Path, front_matter: str, attribute: str, value: str, told: str
) -> None:
    done = build(tmp_path, {POST: post(front_matter)})
    assert getattr(done.contents[Path(POST).name], attribute) == value
    assert f"{Path(POST).name}:{told}" in done.log[0]


def test_translations_find_their_original(tmp_path: Path) -> None:
    files = {
        POST: post("title: a"),
        "en.md": post("title: b\nslug: year\ndate: 2022-12-31\nlang: EN\ntranslation: true"),
    }
    done = build(tmp_path, files)
    original, translation = done.contents["2022-12-31-year.md"], done.contents["en.md"]
    assert (original.translations, done.log) == ([translation], [])


@pytest.mark.parametrize(
    ("front_matter", "tags", "category"),
    [
        ("layout: post", [], "misc"),
        ("tags: [Diary, 회고]", ["Diary", "회고"], "misc"),
        ("tags: Diary 회고", ["Diary", "회고"], "misc"),
        ("tags: a, b", ["a,", "b"], "misc"),
        ("tags:\n  - [2021년, 회고]\n  - 2022\n  -\n  - true", ["2021년", "회고", "2022", "true"], "misc"),
        ("tags: [a]\ntag: b c", ["b c"], "misc"),
        ("tags:", [], "misc"),
        ("categories: AI Diary", [], "AI"),
        ("categories: [AI Diary, x]", [], "AI Diary"),
        ("category: AI Diary", [], "AI Diary"),
        ("category: b\ncategories: [a]", [], "a"),
        ("categories: []", [], "misc"),
    ],
)
def test_tags_and_categories(tmp_path: Path, front_matter: str, tags: list[str], category: str) -> None:
    article = read(tmp_path, front_matter)
    assert [tag.name for tag in getattr(article, "tags", [])] == tags
    assert article.category.name == category


def test_folders_above_posts_are_categories(tmp_path: Path) -> None:
    article = read(tmp_path, "category: b", path="diary/_posts/deep/2022-12-31-a.md")
    assert article.category.name == "diary"


@pytest.mark.parametrize(
    ("front_matter", "authors"),
    [
        ("author: Kim", ["Kim"]),
        ("author: Kim, Lee & Sons", ["Kim, Lee & Sons"]),
        ("author: [Kim, Lee]", ["Kim", "Lee"]),
        ("author: {name: Kim, mail: x}", ["Kim"]),
        ("authors: Kim, Lee", ["Kim", "Lee"]),
        ("author: 7", ["7"]),
        ("author:", ["House"]),
    ],
)
def test_authors(tmp_path: Path, front_matter: str, authors: list[str]) -> None:
    article = read(tmp_path, front_matter, AUTHOR="House")
    assert [author.name for author in article.authors] == authors


@pytest.mark.parametrize(
    ("front_matter", "body", "summary"),
    [
        ("layout: post", "one *two*\n\nthree", "<p>one <em>two</em></p>\n"),
        ("excerpt_separator: <!--break-->", "# 하나\n<!--break-->\n# 하나", '<h2 id="하나">하나</h2>\n'),
        ("excerpt: as *it* is", "one", "as *it* is"),
        ("summary: in *Markdown*", "one", "<p>in <em>Markdown</em></p>\n"),
        ("layout: post", "see [x]\n\n[x]: /y", '<p>see <a href="/y">x</a></p>\n'),
    ],
)
def test_summaries(tmp_path: Path, front_matter: str, body: str, summary: str) -> None:
    assert read(tmp_path, front_matter, body).summary.rstrip() == summary.rstrip()


@pytest.mark.parametrize(
    ("front_matter", "setting", "summary"),
    [
        ("title: a", "", ""),
        ("excerpt_separator: ''", "\n\n", ""),
        ("excerpt_separator: three", "", "<p>one two</p>"),
        ("excerpt: own", "", "own"),
        ("excerpt: false", "\n\n", "<p>one two</p>"),
    ],
)
def test_an_empty_separator_makes_no_excerpt(
    tmp_path: Path, front_matter: str, setting: str, summary: str
) -> None:
    body = "one two\n\nthree\n\n[{{ page.excerpt | strip_html | strip }}]"
    article = read(tmp_path, front_matter, body, MEMOIR_EXCERPT_SEPARATOR=setting)
    assert article.summary.rstrip() == summary
    said = summary.removeprefix("<p>").removesuffix("</p>")
    assert article.content.rstrip().endswith(f"<p>[{said}]</p>")


def test_all_front_matter_stays_as_it_was_typed(tmp_path: Path) -> None:
    front_matter = "title: 2022\nuse_math: true\ntags: [a, 1]\nreleased: 2022-12-31\nsettings: 1\ntimezone: y"
    article = read(tmp_path, front_matter)
    assert article.front_matter == {
        "title": 2022,
        "use_math": True,
        "tags": ["a", 1],
        "released": datetime.date(2022, 12, 31),
        "settings": 1,
        "timezone": "y",
    }


@pytest.mark.parametrize(
    ("path", "front_matter", "status"),
    [
        ("_drafts/a.md", "date: 2022-01-01", "draft"),
        ("_posts/2022-01-01-a.md", "published: true", "published"),
    ],
)
def test_state_of_publication(tmp_path: Path, path: str, front_matter: str, status: str) -> None:
    assert read(tmp_path, front_matter, path=path).status == status


@pytest.mark.parametrize("value", ["false", "no", "", "~"])
def test_leaves_out_what_jekyll_does_not_publish(tmp_path: Path, value: str) -> None:
    done = build(tmp_path, {POST: post(f"published: {value}"), "_posts/2022-01-01-b.md": post("a: b")})
    assert list(done.contents) == ["2022-01-01-b.md"]
    assert done.log == []


def test_reads_the_dialect_and_tells_its_problems_by_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = build(tmp_path, {POST: "---\ntitle: a\n---\n\n'긍정'의\n\n## 하나 ##\n\n<div>open\n"})
    article = done.contents["2022-12-31-year.md"]
    assert "<p>‘긍정’의</p>" in article.content
    assert '<h2 id="하나">하나</h2>' in article.content
    (line,) = done.log
    assert line.startswith(f"content/{POST}:9")


def test_kramdown_takes_options(tmp_path: Path) -> None:
    article = read(tmp_path, "title: a", "one\ntwo", MEMOIR_KRAMDOWN={"hard_wrap": True})
    assert article.content == "<p>one<br>\ntwo</p>"


def test_leaves_the_text_to_markdown_where_a_site_wants_so(tmp_path: Path) -> None:
    body = "key: value\n\n'quoted' text\n\n~~~\ncode\n~~~"
    article = read(tmp_path, "title: a\ntags: [b]", body, MEMOIR_DIALECT="markdown")
    assert article.content.startswith("<p>key: value</p>\n<p>'quoted' text</p>")
    assert [tag.name for tag in article.tags] == ["b"]


OTHERS = {
    "pelican.md": "Title: Own\nDate: 2022-01-01\nCustom: x\n\n'quoted'\n",
    "rest.rst": "Rest\n####\n\n:date: 2022-01-02\n\ntext\n",
    "rule.md": "Title: Rule\nDate: 2022-01-03\n\ntext\n\n---\n\nmore\n",
    POST: post("title: Ours", "'quoted'"),
}


def test_leaves_other_files_to_their_reader(tmp_path: Path) -> None:
    done = build(tmp_path, OTHERS)
    assert done.log == []
    own, ours = done.contents["pelican.md"], done.contents["2022-12-31-year.md"]
    assert (own.title, own.custom, own.content, own.front_matter) == ("Own", "x", "<p>'quoted'</p>", {})
    assert (ours.title, ours.content) == ("Ours", "<p>‘quoted’</p>")
    assert set(done.contents) == {Path(name).name for name in OTHERS}


def test_posts_without_front_matter_are_posts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in Jekyll: a dated file below `_posts` needs none. Its name says all, and its text is all text."""
    monkeypatch.chdir(tmp_path)
    files = {
        "_posts/2022-01-01-no-matter.md": "# 'Text'\n",
        "_posts/2022-01-02-late.md": "\n\n---\ntitle: a\n---\n'text'\n",
        "_posts/2022-01-03-pelican.md": "Title: Pelican\n\n'text'\n",
    }
    done = build(tmp_path, files)
    assert done.log == [
        "content/_posts/2022-01-02-late.md:3:1: front matter must begin in the first line; here it is text"
        " [memoir.front-matter]"
    ]
    assert titles(done) == {
        "2022-01-01-no-matter.md": "No Matter",
        "2022-01-02-late.md": "Late",
        "2022-01-03-pelican.md": "Pelican",
    }
    assert "‘Text’" in done.contents["2022-01-01-no-matter.md"].content
    assert "‘text’" in done.contents["2022-01-02-late.md"].content
    assert "'text'" in done.contents["2022-01-03-pelican.md"].content


@pytest.mark.parametrize(
    ("paths", "ours"),
    [
        ([], {"a.md", "b.md", "c.md"}),
        (["_posts"], {"a.md", "b.md"}),
        (["_posts/x/"], {"b.md"}),
        (["_posts/a.md", "notes/*.md"], {"a.md", "c.md"}),
        ("notes", {"c.md"}),
    ],
)
def test_paths_say_which_files_are_posts(tmp_path: Path, paths: list[str] | str, ours: set[str]) -> None:
    text = post("title: a\ndate: 2022-01-01", "'q'")
    files = {"_posts/a.md": text, "_posts/x/b.md": text.replace("title: a", "title: b"), "notes/c.md": text}
    done = build(tmp_path, files, MEMOIR_PATHS=paths, PATH_METADATA="(?P<slug>.*)\\.md")
    read_by_us = {name for name, article in done.contents.items() if article.front_matter}
    assert read_by_us == ours
    assert set(done.contents) == {"a.md", "b.md", "c.md"}


def test_what_a_site_reads_from_paths_goes_before_the_files_name(tmp_path: Path) -> None:
    settings = {
        "FILENAME_METADATA": r"(?P<date>\d{4}-\d{2}-\d{2})-(?P<slug>.)",
        "PATH_METADATA": r"_posts/(?P<category>[a-z]+)/",
        "EXTRA_PATH_METADATA": {"_posts/x": {"status": "hidden", "title": "Extra"}},
    }
    article = read(tmp_path, "layout: post", path="_posts/x/2022-12-31-year.md", **settings)
    found = (article.title, article.slug, article.category.name, article.status, article.date.day)
    assert found == ("Extra", "y", "x", "hidden", 31)
    front_matter = "title: Own\nslug: mine\ncategory: z\nstatus: draft\ndate: 2021-01-01"
    article = read(tmp_path / "b", front_matter, path="_posts/x/2022-12-31-year.md", **settings)
    found = (article.title, article.slug, article.category.name, article.status, article.date.day)
    assert found == ("Own", "mine", "z", "draft", 1)


def test_permalink_for_all_posts(tmp_path: Path) -> None:
    article = read(tmp_path, "categories: [Diary]", MEMOIR_PERMALINK="pretty")
    assert (article.url, article.save_as) == ("diary/2022/12/31/year/", "diary/2022/12/31/year/index.html")


def test_pages_have_permalinks_too(tmp_path: Path) -> None:
    page = read(
        tmp_path, "title: About\npermalink: /about/", path="pages/about.md", MEMOIR_PERMALINK="pretty"
    )
    assert (page.url, page.save_as) == ("about/", "about/index.html")
    other = read(tmp_path / "b", "title: About", path="pages/about.md", MEMOIR_PERMALINK="pretty")
    assert other.url == "pages/about.html"


DIARY = "title: Diary"


@pytest.mark.parametrize("permalink", ["", "pretty"])
def test_posts_of_different_days_may_share_a_name(tmp_path: Path, permalink: str) -> None:
    files = {
        "_posts/2022-01-01-diary.md": post(DIARY),
        "_posts/2022-02-01-diary.md": post(DIARY),
        "_posts/2022-03-01-diary.md": post(DIARY),
        "b/_posts/2022-02-01-diary.md": post(DIARY + "\npermalink: /b/"),
        "c/_posts/2022-02-01-diary.md": post(DIARY),
        "_posts/2022-04-01-diary.md": post(DIARY + "\nlang: en"),
        "_posts/2022-05-01-diary.md": post(DIARY + "\nslug: mine"),
    }
    done = build(tmp_path, files, MEMOIR_PERMALINK=permalink)
    articles = [*done.context["articles"], *(done.contents["2022-04-01-diary.md"],)]
    slugs = {article.relative_source_path: article.slug for article in articles}
    assert slugs == {
        "_posts/2022-01-01-diary.md": "diary",
        "_posts/2022-02-01-diary.md": "diary-2022-02-01",
        "_posts/2022-03-01-diary.md": "diary-2022-03-01",
        "b/_posts/2022-02-01-diary.md": "diary-2022-02-01-2",
        "c/_posts/2022-02-01-diary.md": "diary-2022-02-01-3",
        "_posts/2022-04-01-diary.md": "diary",
        "_posts/2022-05-01-diary.md": "mine",
    }
    original = next(article for article in articles if article.slug == "diary" and article.lang == "ko")
    assert [article.lang for article in original.translations] == ["en"]
    if permalink:
        assert done.log == []
        assert {article.url for article in articles} >= {"2022/02/01/diary/", "b/", "c/2022/02/01/diary/"}
    else:
        assert sorted(line.split("[")[-1] for line in done.log) == ["memoir.slug]"] * 3


def test_posts_that_share_a_name_may_have_their_language_from_defaults(tmp_path: Path) -> None:
    files = {
        "_posts/2022-01-01-diary.md": post(DIARY),
        "ko/_posts/2022-01-01-diary.md": post(DIARY),
        "en/_posts/2022-01-01-diary.md": post(DIARY),
        "en/_posts/2022-02-01-diary.md": post(DIARY + "\nlang: EN"),
    }
    defaults = [{"scope": {"path": folder}, "values": {"lang": folder}} for folder in ("ko", "en")]
    done = build(tmp_path, files, MEMOIR_PERMALINK="pretty", MEMOIR_DEFAULTS=defaults)
    articles = [*done.context["articles"], *done.context["articles"][0].translations]
    articles += [each for article in done.context["articles"][1:] for each in article.translations]
    assert {article.relative_source_path: article.slug for article in articles} == {
        "_posts/2022-01-01-diary.md": "diary",
        "ko/_posts/2022-01-01-diary.md": "diary-2022-01-01",
        "en/_posts/2022-01-01-diary.md": "diary",
        "en/_posts/2022-02-01-diary.md": "diary-2022-02-01",
    }
    assert done.log == []


def test_static_links_are_resolved_in_text_and_summary(tmp_path: Path) -> None:
    files = {
        POST: post("title: a", "[one]({static}/a.txt) and [two]({filename}/_posts/2022-01-01-b.md)\n\nmore"),
        "_posts/2022-01-01-b.md": post("title: b"),
        "a.txt": "text",
    }
    done = build(tmp_path, files, SITEURL="https://example.org")
    page = done.page("year.html")
    assert done.log == []
    for link in ("https://example.org/a.txt", "https://example.org/b.html"):
        assert f'href="{link}"' in page
        assert f'href="{link}"' in done.contents["2022-12-31-year.md"].summary


def titles(done: Build) -> dict[str, str]:
    return {name: article.title for name, article in done.contents.items()}


def test_equals_jekyll_on_the_corpus_seeds(tmp_path: Path, corpus: Path) -> None:
    files = {f"_posts/{file.name}": file.read_bytes() for file in sorted((corpus / "seeds").glob("*.md"))}
    done = build(tmp_path, files, MEMOIR_PERMALINK="date")
    assert len(files) == 3
    assert [line for line in done.log if not line.endswith("[memoir.repair]")] == []
    assert titles(done)["2022-12-31-2022end.md"] == "2022년 한 해를 돌아보는 회고록"
    assert done.contents["2022-12-31-2022end.md"].url == "2022/12/31/2022end.html"
    assert all(article.memoir is not None for article in done.contents.values())


@pytest.mark.parametrize(("blog", "count"), [("jerife", 40), ("pebpung", 35)])
def test_whole_blogs_keep_their_posts_and_addresses(
    tmp_path: Path, corpus: Path, blog: str, count: int
) -> None:
    folder = corpus / "blogs" / blog
    posts = sorted((folder / "_posts").rglob("*.md"))
    permalink = yaml.safe_load((folder / "_config.yml").read_text(encoding="utf-8")).get("permalink", "date")
    files = {file.relative_to(folder).as_posix(): file.read_bytes() for file in posts}
    done = build(tmp_path, files, MEMOIR_PERMALINK=permalink)
    lines = (corpus / "blogs" / f"{blog}.jekyll.jsonl").read_text(encoding="utf-8").splitlines()
    wanted = {said["url"].removeprefix("/"): said["title"].strip() for said in map(json.loads, lines)}
    assert len(wanted) == count
    assert {article.url: article.title for article in done.contents.values()} == wanted
    assert all((done.output / article.save_as).is_file() for article in done.contents.values())
    assert [
        line
        for line in done.log
        if not line.endswith(("[memoir.kramdown]", "[memoir.front-matter]", "[memoir.repair]"))
    ] == []


def test_hands_other_plugins_keys_on_as_text(tmp_path: Path) -> None:
    keys = "series: Tides\nseries_index: 2\nrelated_posts: [a, 7]\nnoindex: true\nimage: {path: /a.png}\nmood: calm"
    article = read(tmp_path, keys)
    told = {
        name: article.metadata.get(name) for name in ("series", "series_index", "related_posts", "noindex")
    }
    assert told == {"series": "Tides", "series_index": "2", "related_posts": "a, 7", "noindex": "true"}
    assert "image" not in article.metadata  # a mapping is no text; it stays in `front_matter`
    assert article.front_matter["image"] == {"path": "/a.png"}
    assert "mood" not in article.metadata


def test_a_site_names_the_keys_of_its_own_plugins(tmp_path: Path) -> None:
    article = read(tmp_path, "series: Tides\nmood: calm", MEMOIR_METADATA=["mood"])
    assert article.mood == "calm"
    assert not hasattr(article, "series")
