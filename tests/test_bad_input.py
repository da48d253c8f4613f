"""Bad input in whole builds: one clear line for each mistake, the text kept, the rest of the site built."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest
from site_build import Build, build

GOOD = {"_posts/2022-01-01-good.md": "---\ntitle: Good\n---\ngood\n"}
NAME = "_posts/2022-12-31-my-year.md"


@pytest.fixture(autouse=True)
def _in_the_folder_of_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def build_with(tmp_path: Path, text: str | bytes) -> Build:
    done = build(tmp_path, {NAME: text, **GOOD})
    assert done.contents["2022-01-01-good.md"].title == "Good"
    assert "good" in done.page("good.html")
    return done


@pytest.mark.parametrize(
    ("front_matter", "place", "message"),
    [
        ("tags: 3", ":2:7", "tags: expected a list, got 3"),
        ("title: null", ":2:8", "title: expected a text, got nothing"),
        ("title:", ":2:1", "title: expected a text, got nothing"),
        ("title: [a, b]", ":2:8", "title: expected a text, got a list"),
        ("x: 1\ndate: soon", ":3:7", "date: expected a date such as 2022-12-31, got 'soon'"),
        ("date: 2022-13-45", ":2:7", "date: expected a date such as 2022-12-31, got '2022-13-45'"),
        ("date: 3", ":2:7", "date: expected a date such as 2022-12-31, got 3"),
        ("date:", ":2:1", "date: expected a date, got nothing"),
        ("date: [2022]", ":2:7", "date: expected a date, got a list"),
        ("date: 2022-12-31 10:00 XYZ", ":2:7", "date: expected a date such as 2022-12-31"),
        ("modified: never", ":2:11", "modified: expected a date such as 2022-12-31, got 'never'"),
        ("tags: {a: b}", ":2:7", "tags: expected a list, got a mapping"),
        ("tags: [{a: b}]", ":2:7", "tags: expected a list of texts, got a mapping"),
        ("tags: true", ":2:7", "tags: expected a list, got true"),
        ("categories: 2022", ":2:13", "categories: expected a list, got 2022"),
        ("category: {a: b}", ":2:11", "category: expected a text or a list, got a mapping"),
        ("author: [{a: {b: c}}, {name: {x: y}}]", ":2:9", "author: expected a list of texts, got a mapping"),
        ("slug: []", ":2:7", "slug: expected a text, got a list"),
        ("lang: 한국어", ":2:7", "lang: expected a language code such as ko, got '한국어'"),
        ("status: soon", ":2:9", "status: expected one of published, draft, hidden, skip, got 'soon'"),
        ("excerpt: [a]", ":2:10", "excerpt: expected a text, got a list"),
        ("excerpt_separator: {}", ":2:20", "excerpt_separator: expected a text, got a mapping"),
        ("permalink: /:yaer/", ":2:12", "permalink: unknown placeholder :yaer"),
        ("template: [x]", ":2:11", "template: expected a text, got a list"),
        ("save_as: ../x.html", ":2:10", "save_as: expected a path below the output folder, got '../x.html'"),
        ("save_as: [x]", ":2:10", "save_as: expected a text, got a list"),
        ("title: a: b", ":2:9", "the front matter is no valid YAML: mapping values are not allowed"),
        ("- a", ":1:1", "expected lines of 'key: value' between the fences, got a list"),
        ("\ttitle: x", ":2:1", "the front matter is no valid YAML"),
    ],
)
def test_wrong_values(tmp_path: Path, front_matter: str, place: str, message: str) -> None:
    done = build_with(tmp_path, f"---\n{front_matter}\n---\nThe *text* stays.\n")
    (line,) = done.log
    assert line.startswith(f"content/{NAME}{place}: {message}")
    assert line.endswith("[memoir.front-matter]")
    article = done.contents["2022-12-31-my-year.md"]
    assert article.content == "<p>The <em>text</em> stays.</p>"
    assert article.date.strftime("%Y-%m-%d") == "2022-12-31"
    assert article.title == "My Year"
    assert article.slug == "my-year"
    assert not hasattr(article, "tags")


def test_a_template_that_the_theme_lacks(tmp_path: Path) -> None:
    done = build_with(tmp_path, "---\ntemplate: nowhere\n---\ntext\n")
    (line,) = done.log
    assert line == f"content/{NAME}: template: the theme has none of the name 'nowhere' [memoir.front-matter]"
    assert "text" in done.page("my-year.html")


def test_each_mistake_is_a_line_in_the_order_of_the_file(tmp_path: Path) -> None:
    done = build_with(tmp_path, "---\ndate: soon\ntitle: null\ntags: 3\n---\ntext\n")
    assert [re.search(r"md:(\d):\d+: (\w+)", line).groups() for line in done.log] == [  # type: ignore[union-attr]
        ("2", "date"),
        ("3", "title"),
        ("4", "tags"),
    ]


def test_no_closing_fence(tmp_path: Path) -> None:
    done = build_with(tmp_path, "---\ntitle: x\n\nThe text stays.\n")
    assert done.log == [
        f"content/{NAME}:1:1: the front matter is not closed: no line of --- ends it [memoir.front-matter]"
    ]
    assert "<p>The text stays.</p>" in done.contents["2022-12-31-my-year.md"].content


def test_no_date_is_invented(tmp_path: Path) -> None:
    done = build(tmp_path, {"undated.md": "---\ndate: soon\n---\ntext\n", **GOOD})
    assert list(done.contents) == ["2022-01-01-good.md"]
    assert done.log[0].startswith("content/undated.md:2:7: date: expected a date")


@pytest.mark.parametrize(
    "data", [b"", b"\n \r\n", b"\xef\xbb\xbf"], ids=["nothing", "white space", "only a BOM"]
)
def test_empty_files(tmp_path: Path, data: bytes) -> None:
    done = build_with(tmp_path, data)
    assert done.log == [f"content/{NAME}:1:1: the file is empty [memoir.empty]"]
    assert list(done.contents) == ["2022-01-01-good.md"]


@pytest.mark.parametrize("text", ["---\ntitle: x\n---\n", "---\n---\n"])
def test_front_matter_without_text_is_a_post(tmp_path: Path, text: str) -> None:
    done = build_with(tmp_path, text)
    assert done.log == []
    assert done.contents["2022-12-31-my-year.md"].content == ""


def test_invalid_utf8(tmp_path: Path) -> None:
    done = build_with(tmp_path, b"---\ntitle: x\n---\nbefore\nmid \xb0\xa1 end\n")
    assert done.log == [
        f"content/{NAME}:5:5: byte 0xb0 is no valid UTF-8: save the file as UTF-8 [memoir.encoding]"
    ]
    content = done.contents["2022-12-31-my-year.md"].content
    assert content.startswith("<p>before\nmid ")
    assert content.endswith(" end</p>")


@pytest.mark.parametrize("encoding", ["utf-16", "cp949"])
def test_other_encodings(tmp_path: Path, encoding: str) -> None:
    done = build_with(tmp_path, "제목: 회고\n\n본문\n".encode(encoding))
    (line,) = done.log
    assert line.startswith(f"content/{NAME}:1:1: byte 0x")
    assert "save the file as UTF-8" in line


@pytest.mark.skipif(os.name != "posix", reason="needs permissions as Unix has them")
def test_an_unreadable_file(tmp_path: Path) -> None:
    (tmp_path / "content" / "_posts").mkdir(parents=True)
    (tmp_path / "content" / NAME).symlink_to(tmp_path / "content" / NAME)
    done = build(tmp_path, GOOD)
    line, again = [line for line in done.log if "memoir." in line]
    assert line.startswith(f"content/{NAME}: the file cannot be read: ")
    assert line.endswith("[memoir.unreadable]")
    assert again.startswith(f"content/{NAME}: not built: the file cannot be read: ")
    assert done.contents["2022-01-01-good.md"].title == "Good"


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"], ids=["plain", "BOM"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_and_byte_order_marks(tmp_path: Path, prefix: bytes, end: bytes) -> None:
    text = "---\ntitle: 회고\ntags: [a]\n---\n\none\ntwo\n\n```\ncode\n```\n"
    done = build_with(tmp_path, prefix + text.encode().replace(b"\n", end))
    article = done.contents["2022-12-31-my-year.md"]
    assert done.log == []
    assert (article.title, [tag.name for tag in article.tags]) == ("회고", ["a"])
    assert article.content.startswith("<p>one\ntwo</p>\n")
    assert "\r" not in article.content
    assert article.summary == "<p>one\ntwo</p>"


@pytest.mark.parametrize(
    "front_matter",
    [
        "a: " + "[" * 50_000,
        "a: &a [x, x]\nb: &b [*a, *a]\nc: *c",
        "? [a, b]\n: c",
        "{a: b",
        "title: \x01",
        "title: 'a\nb",
        "!!python/object:os.system {}",
        "title: !!binary x",
        "date: 99999-01-01",
        "date: 2022-12-31 99:99:99",
        "date: 0001-01-01 00:00:00 +0900",
        "modified: 9999-12-31 23:59:59 -0900",
        "date: !!timestamp soon",
        "allowed_statuses: 4\ncontent: x\nsettings: [1]\nrelative_dir: 1\ntimezone: Mars\nget_content: 3",
        "translation: true\nlang: 3",
        "status: true",
        "published: [1]",
        "title: .nan\ntags: [.inf, -.inf]",
        "0x: 1\n12:30: 2\n~: 3\ntrue: 4",
    ],
)
def test_nothing_takes_the_site_down(tmp_path: Path, front_matter: str) -> None:
    done = build_with(tmp_path, f"---\n{front_matter}\n---\nThe text stays.\n")
    assert all(line.count("\n") == 0 for line in done.log if "memoir." in line)
    if "2022-12-31-my-year.md" in done.contents:
        assert "The text stays." in done.contents["2022-12-31-my-year.md"].content
    else:
        assert done.log
