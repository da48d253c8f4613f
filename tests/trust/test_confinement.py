"""Nothing is written or read outside its place, and what tries is told with file, line and a way out."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from site_build import Build, build

from pelican_memoir.errors import SettingsError

NAME = "_posts/2022-12-31-my-year.md"
OTHER = {"_posts/2022-01-01-other.md": "---\ntitle: Other\n---\nother\n"}
SECRET = "the secret of the machine"
FILES_OUTSIDE = {"secret.txt", "elsewhere/secret.txt", "elsewhere/secret.yml"}


@pytest.fixture(autouse=True)
def _in_the_folder_of_the_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "elsewhere").mkdir()
    for name in FILES_OUTSIDE:
        (tmp_path / name).write_text(SECRET, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "site")


def files_outside(root: Path) -> set[str]:
    """All files of a test's folder but those of the site's content and output."""
    names = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    return {name for name in names if not re.match(r"site/(content|output|cache)/", name)}


def build_with(tmp_path: Path, front_matter: str, body: str = "The text stays.", **settings: object) -> Build:
    done = build(
        tmp_path / "site",
        {NAME: f"---\ntitle: My year\n{front_matter}\n---\n{body}\n", **OTHER},
        **{"TAG_SAVE_AS": "tag/{slug}.html", **settings},  # type: ignore[arg-type]
    )
    assert files_outside(tmp_path) == FILES_OUTSIDE
    assert "other" in done.page("other.html")
    return done


@pytest.mark.parametrize(
    ("front_matter", "file", "message"),
    [
        ("permalink: ../../x", "x.html", "climbs out of the site; as in Jekyll, that is left out: /x"),
        ("permalink: /abs/", "abs/index.html", None),
        ("permalink: /%2e%2e/%2e%2e/x", "my-year.html", "climbs by '..'"),
        ("permalink: '..\\..\\x'", "my-year.html", "holds a backslash"),
        ("permalink: 'C:/x'", "my-year.html", "begins with a drive"),
        ("permalink: '/a%00b'", "my-year.html", "holds a NUL"),
        (
            "save_as: ../../x.html",
            "my-year.html",
            "expected a path below the output folder, got '../../x.html'",
        ),
        (
            "save_as: /abs/x.html",
            "abs/x.html",
            "expected a path below the output folder, got '/abs/x.html'; 'abs/x.html'",
        ),
        ("save_as: 'C:\\x.html'", "my-year.html", "expected a path below the output folder"),
        (
            "save_as: x.html\nurl: ../../y",
            "x.html",
            "url: expected a path below the output folder, got '../../y'",
        ),
        ("slug: a/../../b", "a-..-..-b.html", "slug: expected a name without slashes"),
        ("slug: ..", "my-year.html", "slug: expected a name of letters and digits, got '..'"),
        ("tags: [../../x, /etc/passwd]", "my-year.html", None),
        ("category: ../../x", "my-year.html", None),
        ("author: ../../x", "my-year.html", None),
        ("lang: ../../x", "my-year.html", "lang: expected a language code"),
        ("redirect_from: [../../x, '/%2e%2e/x', 'http://[x/']", "my-year.html", "lies outside the site"),
        ("redirect_from: [/my-year.html/x/, /other.html/y]", "my-year.html", "is in the way of a page"),
        (
            "redirect_to: javascript:alert(1)",
            "my-year.html",
            "expected an address of this site or of the web",
        ),
        ("redirect_to: 'data:text/html,x'", "my-year.html", "expected an address of this site or of the web"),
        ("redirect_to: '\\\\evil.example'", "my-year.html", "expected an address of this site or of the web"),
        ("template: ../../secret.txt", "my-year.html", "the theme has none of the name"),
        ("template: /etc/passwd", "my-year.html", "the theme has none of the name"),
    ],
)
def test_names_of_files_that_lead_out(
    tmp_path: Path, front_matter: str, file: str, message: str | None
) -> None:
    done = build_with(tmp_path, front_matter)
    assert "The text stays." in done.page(file)
    if message is None:
        assert [line for line in done.log if "memoir" in line] == []
    else:
        told = [line for line in done.log if message in line]
        assert told, done.log
        assert told[0].startswith(f"content/{NAME}:")


@pytest.mark.parametrize("slug", ["a/../../b", ".."])
def test_a_slug_that_is_a_folder(tmp_path: Path, slug: str) -> None:
    place = {"ARTICLE_URL": "{slug}/", "ARTICLE_SAVE_AS": "{slug}/index.html"}
    done = build(tmp_path / "site", {NAME: f"---\nslug: {slug}\n---\ntext\n"}, **place)
    assert files_outside(tmp_path) == FILES_OUTSIDE
    assert len(list(done.output.rglob("index.html"))) == 2


@pytest.mark.parametrize(
    "name",
    [
        *("MEMOIR_TIMELINE_SAVE_AS", "MEMOIR_TIMELINE_LANG_SAVE_AS", "MEMOIR_EXPORT_SAVE_AS"),
        *("MEMOIR_FEED_ATOM", "MEMOIR_FEED_LANG_ATOM"),
        *("MEMOIR_COMMENTS_SAVE_AS", "MEMOIR_COMMENTS_LANG_SAVE_AS"),
    ],
)
@pytest.mark.parametrize("value", ["../{lang}x", "/tmp/{lang}x", "a\\..\\{lang}x", "C:{lang}x"])
def test_settings_that_lead_out_stop_the_build(tmp_path: Path, name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=f"{name}: expected a path below the output folder"):
        build(tmp_path / "site", OTHER, **{name: value})
    assert files_outside(tmp_path) == FILES_OUTSIDE


def test_a_permalink_of_the_site_that_leads_out_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"MEMOIR_PERMALINK: .* climbs by '\.\.'"):
        build(tmp_path / "site", OTHER, MEMOIR_PERMALINK="/%2e%2e/:title/")


@pytest.mark.parametrize(
    "tag",
    [
        "{% include ../../secret.txt %}",
        "{% include /../secret.txt %}",
        "{% include linked.txt %}",
        "{% include up/secret.txt %}",
        "{% include_relative ../../../secret.txt %}",
        "{% include_relative linked.txt %}",
        "{{ site.data.linked }}{{ site.data.up.secret }}",
        "{% assign name = '../../secret.txt' %}{% include {{ name }} %}",
        "![](../../../secret.txt) ![](/linked.txt) [a]({% link linked.txt %})",
    ],
)
def test_nothing_outside_is_read(tmp_path: Path, tag: str) -> None:
    content = tmp_path / "site" / "content"
    for folder in ("_includes", "_posts", "_data"):
        (content / folder).mkdir(parents=True)
        (content / folder / "linked.txt").symlink_to(tmp_path / "secret.txt")
        (content / folder / "linked.yml").symlink_to(tmp_path / "secret.txt")
        (content / folder / "up").symlink_to(tmp_path / "elsewhere")
    done = build_with(tmp_path, "", f"The text stays. {tag}", STATIC_PATHS=[])
    assert "The text stays." in done.page("my-year.html")
    for file in done.output.rglob("*.*"):
        assert SECRET.encode() not in file.read_bytes()


def test_no_page_is_written_through_a_link_in_the_output(tmp_path: Path) -> None:
    output = tmp_path / "site" / "output"
    output.mkdir()
    (output / "away").symlink_to(tmp_path)
    done = build_with(tmp_path, "redirect_from: [/away/x/, /away/secret.txt]")
    assert len([line for line in done.log if "lies outside the site" in line]) == 2


def test_no_template_in_a_title_is_run(tmp_path: Path) -> None:
    title = "{{ 7 | times: 191 }}{% include x %}{{ SITENAME }}{% set x = 1 %}"
    done = build(tmp_path / "site", {NAME: f"---\ntitle: {json.dumps(title)}\n---\ntext\n"}, THEME="memoir")
    page = done.page("my-year.html")
    assert "1337" not in page
    assert title.replace("&", "&amp;") in page
