"""What machines read of a built site: `memoirs.json`, held to its schema, and the feed, held to Atom's rules."""

from __future__ import annotations

import dataclasses
import json
import re
import xml.etree.ElementTree as ElementTree
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

import jsonschema
import pytest
from site_build import Build, build

from pelican_memoir import settings, theme_path
from pelican_memoir.memoir import model
from pelican_memoir.memoir.model import Memoir
from pelican_memoir.site.achievement_entries import domain_of
from pelican_memoir.site.export import schema

ROOT = Path(__file__).parent.parent
ATOM = "{http://www.w3.org/2005/Atom}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

YEAR = """---
title: "{year}년 회고 <b>& 정리</b>"
author: {author}
---
한 해를 돌아봅니다.

## 1분기 [1월~3월]
### 1) 캐글 동메달 & `<script>`
1,417팀 중 111등, `a < b` 였다.

### 2) 이사
## 2분기 [4월~6월]
### 1) 발표

## {next}년 목표
- 책 열두 권
"""
ENGLISH = "---\ntitle: 2022 in review\nlang: en\nslug: year-2022\n---\n## Q1\n\n### Moved house\n\n"
ENGLISH += "## Q2\n\n### Read 24 books\n"
FILES: dict[str, str | bytes] = {
    "2021-12-31-year-2021.md": YEAR.format(year=2021, next=2022, author="Kim"),
    "2022-12-31-year-2022.md": YEAR.format(year=2022, next=2023, author="Kim"),
    "2022-12-30-lee.md": YEAR.format(year=2022, next=2023, author="Lee"),
    "2022-12-31-year-2022-en.md": ENGLISH,
    "2022-02-03-february.md": "---\ntitle: 2월의 글\nmodified: 2022-03-01\n---\n글입니다.\n",
    "2022-04-02-first-quarter.md": "---\ntitle: 2022년 1분기 회고\nauthor: Kim\n---\n## 일\n글.\n\n## 삶\n글.\n",
    "2022-11-01-draft.md": YEAR.format(year=2020, next=2021, author="Kim").replace(
        "author:", "status: draft\nauthor:"
    ),
}
SITE = {"SITEURL": "https://blog.example/years", "SITENAME": "물때 & <노트>", "AUTHOR": "Kim"}


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build(tmp_path_factory.mktemp("site"), FILES, **SITE)


@pytest.fixture(scope="module")
def exported(done: Build) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(done.page("memoirs.json"))
    return found


def test_each_memoir_is_a_line_as_json_writes_it(done: Build, exported: dict[str, Any]) -> None:
    first, *lines, last = done.page("memoirs.json").splitlines()
    assert json.loads(first + last) == {**exported, "memoirs": []}
    assert len(lines) > 2
    assert [line.removesuffix(",") for line in lines] == [
        json.dumps(memoir, ensure_ascii=False) for memoir in exported["memoirs"]
    ]


def feed_of(done: Build, name: str = "feeds/achievements.atom.xml") -> ElementTree.Element:
    return ElementTree.fromstring((done.output / name).read_bytes())


def text_of(element: ElementTree.Element, name: str) -> str:
    return element.findtext(f"{ATOM}{name}") or ""


def test_the_export_is_as_its_schema_says(exported: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.Draft202012Validator(schema()).validate(exported)


@pytest.mark.parametrize("where", [("schema",), ("memoirs", 0, "memoir", "periods", 0, "kind")])
def test_the_schema_refuses_what_is_none(exported: dict[str, Any], where: tuple[str | int, ...]) -> None:
    wrong: Any = json.loads(json.dumps(exported))
    place = wrong
    for key in where[:-1]:
        place = place[key]
    place[where[-1]] = "century"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(schema()).validate(wrong)


def test_the_schema_describes_every_field_of_the_model() -> None:
    found = schema()["$defs"]
    names = {
        "memoir": model.Memoir,
        "period": model.Period,
        "post_period": model.PostPeriod,
        "achievement": model.Achievement,
        "outcome": model.Outcome,
        "image": model.Image,
        "link": model.Link,
        "section": model.Section,
        "goals": model.Goals,
        "group": model.Group,
        "tile": model.Tile,
    }
    for name, cls in names.items():
        fields = {field.name for field in dataclasses.fields(cls)} | (
            {"schema"} if name == "memoir" else set()
        )
        assert set(found[name]["properties"]) == fields, name
        assert set(found[name]["required"]) == fields, name


def test_everything_that_is_exported_is_described(exported: dict[str, Any]) -> None:
    assert exported["memoirs"]
    for entry in exported["memoirs"]:
        assert list(entry) == list(schema()["$defs"]["entry"]["properties"])
    assert list(exported) == list(schema()["properties"])


def test_the_published_schema_is_that_of_the_package() -> None:
    shipped = ROOT / "pelican_memoir" / "site" / "memoirs.schema.json"
    assert (ROOT / "docs" / "memoirs.schema.json").read_bytes() == shipped.read_bytes()
    assert json.loads(shipped.read_text(encoding="utf-8")) == schema()


def test_what_is_exported_and_in_which_order(exported: dict[str, Any]) -> None:
    base = SITE["SITEURL"]
    assert exported["site"] == {"title": "물때 & <노트>", "url": base, "language": "ko"}
    assert [entry["url"].removeprefix(base) for entry in exported["memoirs"]] == [
        "/year-2022.html",
        "/lee.html",
        "/first-quarter.html",
        "/year-2021.html",
        "/year-2022-en.html",
    ]
    newest, lee, quarter, before, english = exported["memoirs"]
    assert (newest["authors"], lee["authors"], english["language"]) == (["Kim"], ["Lee"], "en")
    assert newest["translations"] == [{"language": "en", "url": english["url"]}]
    assert (newest["previous"], before["next"], lee["previous"]) == (before["url"], newest["url"], None)
    assert (newest["parts"], quarter["whole"], lee["parts"]) == ([quarter["url"]], newest["url"], [])
    (first, *_) = newest["memoir"]["periods"]
    assert [post["title"] for post in newest["posts"][first["anchor"]]] == ["2월의 글", "2022년 1분기 회고"]


def test_a_memoir_can_be_read_back(done: Build, exported: dict[str, Any]) -> None:
    article = done.contents["2022-12-31-year-2022.md"]
    assert Memoir.from_dict(exported["memoirs"][0]["memoir"]) == article.memoir


def test_two_builds_write_the_same_bytes(done: Build, tmp_path: Path) -> None:
    again = build(tmp_path, dict(reversed(FILES.items())), **SITE)
    for name in ("memoirs.json", "feeds/achievements.atom.xml", "feeds/achievements-en.atom.xml"):
        assert (again.output / name).read_bytes() == (done.output / name).read_bytes()


def atom_problems(feed: ElementTree.Element) -> Iterator[str]:
    """What RFC 4287 demands of a feed and of its entries."""
    for element in (feed, *feed.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            if len(element.findall(f"{ATOM}{name}")) != 1:
                yield f"{element.tag}: not one {name}"
        if not urlsplit(text_of(element, "id")).scheme:
            yield f"{text_of(element, 'id')}: no absolute IRI"
        for name in ("updated", "published"):
            moment = element.findtext(f"{ATOM}{name}")
            if moment is not None and datetime.fromisoformat(moment).tzinfo is None:
                yield f"{moment}: no RFC 3339 time"
        alternates = [link for link in element.findall(f"{ATOM}link") if link.get("rel") == "alternate"]
        if len(alternates) != 1:
            yield f"{element.tag}: not one alternate link"
        if element.tag == f"{ATOM}entry" and element.find(f"{ATOM}author") is None:
            yield from () if feed.find(f"{ATOM}author") is not None else ["an entry without an author"]
    ids = [text_of(entry, "id") for entry in feed.findall(f"{ATOM}entry")]
    if len(ids) != len(set(ids)):
        yield "ids that are not unique"
    if not [link for link in feed.findall(f"{ATOM}link") if link.get("rel") == "self"]:
        yield "no link to itself"


@pytest.mark.parametrize("name", ["feeds/achievements.atom.xml", "feeds/achievements-en.atom.xml"])
def test_the_feed_is_valid_atom(done: Build, name: str) -> None:
    assert list(atom_problems(feed_of(done, name))) == []


def test_the_feed_tells_each_achievement_of_one_language(done: Build) -> None:
    feed = feed_of(done)
    assert feed.get(XML_LANG) == "ko"
    assert text_of(feed, "title") == "물때 & <노트> – 성과"
    entries = feed.findall(f"{ATOM}entry")
    assert [text_of(entry, "title") for entry in entries][:3] == ["발표", "이사", "캐글 동메달 & <script>"]
    assert len(entries) == 9
    bronze = entries[2]
    link = bronze.find(f"{ATOM}link")
    assert link is not None
    anchor = done.contents["2022-12-31-year-2022.md"].memoir.periods[0].achievements[0].anchor
    assert link.get("href") == f"{SITE['SITEURL']}/year-2022.html#{quote(anchor)}"
    assert text_of(bronze, "summary") == "<p>1,417팀 중 111등, a &lt; b 였다.</p>"
    assert [category.get("term") for category in bronze.findall(f"{ATOM}category")] == ["2022년", "1분기"]
    assert [text_of(author, "name") for author in bronze.findall(f"{ATOM}author")] == ["Kim"]
    english = feed_of(done, "feeds/achievements-en.atom.xml")
    assert [text_of(entry, "title") for entry in english.findall(f"{ATOM}entry")] == [
        "Read 24 books",
        "Moved house",
    ]


def test_ids_stay_when_the_site_or_its_addresses_move(done: Build, tmp_path: Path) -> None:
    moved = build(
        tmp_path,
        FILES,
        **{**SITE, "SITEURL": "http://blog.example", "ARTICLE_URL": "x/{slug}/"},
        ARTICLE_SAVE_AS="x/{slug}/index.html",
        MEMOIR_FEED_ATOM="new.xml",
    )
    assert ids_of(feed_of(moved, "new.xml")) == ids_of(feed_of(done))
    assert text_of(feed_of(moved, "new.xml"), "id") == text_of(feed_of(done), "id")
    assert all(re.fullmatch(r"tag:blog\.example,\d{4}-\d\d-\d\d:[!-~]+", id) for id in ids_of(feed_of(done)))


def ids_of(feed: ElementTree.Element) -> list[str]:
    return [text_of(entry, "id") for entry in feed.findall(f"{ATOM}entry")]


def test_the_feed_holds_as_many_as_the_sites_feeds_do_and_needs_no_address(tmp_path: Path) -> None:
    feed = feed_of(build(tmp_path, FILES, FEED_MAX_ITEMS=2))
    assert len(ids_of(feed)) == 2
    assert list(atom_problems(feed)) == []


def test_files_can_be_named_and_switched_off(tmp_path: Path) -> None:
    named = build(
        tmp_path / "named",
        FILES,
        MEMOIR_EXPORT_SAVE_AS="api/years.json",
        MEMOIR_FEED_ATOM="done.xml",
        MEMOIR_FEED_LANG_ATOM="{lang}/done.xml",
    )
    written = {path.relative_to(named.output).as_posix() for path in named.output.rglob("*.[jx]*")}
    assert written == {"api/years.json", "done.xml", "en/done.xml"}
    off = build(tmp_path / "off", FILES, MEMOIR_EXPORT_SAVE_AS=None, MEMOIR_FEED_ATOM=None)
    assert not list(off.output.rglob("*.json")) + list(off.output.rglob("*.xml"))


def test_a_site_without_memoirs_gets_neither(tmp_path: Path) -> None:
    done = build(tmp_path, {"a.md": "---\ntitle: A\ndate: 2022-01-01\n---\ntext\n"})
    assert not list(done.output.rglob("*.json")) + list(done.output.rglob("*.xml"))


def test_the_theme_names_the_feed(tmp_path: Path) -> None:
    done = build(tmp_path, FILES, THEME=theme_path(), **SITE)
    link = '<link rel="alternate" type="application/atom+xml" href="https://blog.example/years/feeds/'
    assert link + "achievements.atom.xml" in done.page("index.html")
    assert link + "achievements-en.atom.xml" in done.page("year-2022-en.html")


@pytest.mark.parametrize(
    ("url", "domain"),
    [
        ("https://Me@Blog.example:80/x", "blog.example"),
        ("/x", ""),
        ("", ""),
        ("http://a.example", "a.example"),
    ],
)
def test_domains(url: str, domain: str) -> None:
    assert domain_of(url) == domain


def test_a_feed_for_languages_needs_a_place_for_their_name() -> None:
    with pytest.raises(settings.SettingsError, match=r"MEMOIR_FEED_LANG_ATOM: expected a text with {lang}"):
        settings.read({"MEMOIR_FEED_LANG_ATOM": "feed.xml"})


def test_links_and_pictures_lead_where_the_page_does(tmp_path: Path) -> None:
    links = "![배]({static}/boat.png) [글]({filename}b.md#끝) [밖](https://a.example)"
    body = f"## 1분기\n\n### 1) 발표\n\n{links}\n\n## 2분기\n"
    files: dict[str, str | bytes] = {
        "2022-12-31-year.md": f"---\ntitle: 2022년 회고\n---\n{body}",
        "b.md": "---\ntitle: B\ndate: 2022-01-01\n---\ntext\n",
        "boat.png": b"",
    }
    done = build(tmp_path, files, SITEURL="https://tides.example")
    (memoir,) = json.loads(done.page("memoirs.json"))["memoirs"]
    item = memoir["memoir"]["periods"][0]["achievements"][0]
    assert [image["url"] for image in item["images"]] == ["https://tides.example/boat.png"]
    assert [link["url"] for link in item["links"]] == ["https://tides.example/b.html#끝", "https://a.example"]
