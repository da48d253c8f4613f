"""Hostile values through every key of the front matter and every setting of a site: nothing leaves its place."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import Any

import html5lib
import pytest
from site_build import Build, build

from pelican_memoir.jekyll.fields import FIELDS
from pelican_memoir.settings import FIELDS as SETTINGS

MARK = "zqx"
HOSTILE = (
    f"\"'><{MARK} onload=1></script></style></title></textarea><!--<script>{MARK}()</script>"
    "&amp;{{7}}]]>\u2028\\"
)
ADDRESS = f"javascript:{MARK}()"
BODY = "## 1분기\n\n### 1) 취업\n\n글\n\n## 2분기\n\n### 1) 이사\n\n## 2023년 목표\n\n- 운동\n"
SITE = ("SITENAME", "SITESUBTITLE", "AUTHOR", "DEFAULT_CATEGORY")
NOT_TEXT = {"MEMOIR_SITE_CSS", "MEMOIR_SITE_JS", "MEMOIR_TRANSLATIONS"}  # the owner's own files


def hostile_pages(done: Build) -> None:
    """Scan all output with parsers for anything that got out of its place."""
    for file in sorted(done.output.rglob("*")):
        if file.suffix == ".html":
            scan_html(file)
        elif file.suffix == ".xml":
            ET.parse(file)
        elif file.suffix == ".json":
            json.loads(file.read_text(encoding="utf-8"))


def scan_html(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    for element in tree.iter():
        name = str(element.tag)
        assert MARK not in name, f"{file.name}: an element <{name}>"
        for attribute, value in element.attrib.items():
            assert attribute != "onload", f"{file.name}: an attribute of <{name}>"
            assert MARK not in str(attribute), f"{file.name}: an attribute {attribute} of <{name}>"
            leads = element.get("http-equiv") or str(element.get("property", "")).endswith((":image", ":url"))
            if attribute in ("href", "src", "action", "formaction") or (attribute == "content" and leads):
                found = re.sub(r"[\s\x00-\x1f]", "", str(value)).lower()
                assert not found.startswith(("javascript:", "data:text")), (
                    f"{file.name}: {attribute} of <{name}>"
                )
        if name == "script" and element.get("type") == "application/ld+json":
            json.loads(element.text or "")
            assert "\u2028" not in (element.text or "")
        elif name in ("script", "style"):
            assert MARK not in (element.text or ""), f"{file.name}: inside <{name}>"


def post(mapping: dict[str, Any]) -> str:
    head = {"title": "2022년 회고", "date": "2022-12-31", **mapping}
    return f"---\n{json.dumps(head, ensure_ascii=False)}\n---\n{BODY}"


def value_of(key: str, hostile: str) -> list[Any]:
    """The forms in which a key may hold a text."""
    return [
        hostile,
        [hostile, hostile + "2"],
        {hostile: hostile},
        [{hostile: hostile, "name": hostile, "href": hostile}],
    ]


KEYS = sorted(
    {field.key for field in FIELDS}
    | set(
        "cover-img thumbnail-img share-img share-title share-description gh-repo gh-badge readtime comments".split()
    )
    | set(
        "before-content after-content head-extra footer-extra keywords nav-short full-width image images".split()
    )
    | set(
        "last-updated redirect_from redirect_to series memoir author cover-alt mathjax css ext-css js ext-js".split()
    )
)


@pytest.mark.slow
@pytest.mark.parametrize("hostile", [HOSTILE, ADDRESS], ids=["markup", "address"])
@pytest.mark.parametrize("form", range(4))
def test_front_matter(tmp_path: Path, hostile: str, form: int) -> None:
    files = {}
    for number, key in enumerate(KEYS):
        value = value_of(key, hostile)[form]
        mapping = (
            {key: value} if key != "memoir" else {"memoir": {"goals": [hostile], "tiles": {hostile: hostile}}}
        )
        files[f"_posts/2022-12-{number % 28 + 1:02}-p{number}.md"] = post({"slug": f"p{number}", **mapping})
    done = build(tmp_path, files, **site())
    hostile_pages(done)
    assert len(done.contents) >= len(KEYS) - 8


def site(**more: Any) -> dict[str, Any]:
    return {
        "THEME": "memoir",
        "SITEURL": "https://blog.example",
        "FEED_ALL_ATOM": "feeds/all.atom.xml",
        "CATEGORY_FEED_ATOM": "feeds/{slug}.atom.xml",
        "FEED_ALL_RSS": "feeds/all.rss.xml",
        **more,
    }


@pytest.mark.slow
def test_settings_of_the_site(tmp_path: Path) -> None:
    values: dict[str, Any] = dict.fromkeys(SITE, HOSTILE)
    values |= {"MENUITEMS": [(HOSTILE, "/a"), (HOSTILE, HOSTILE)], "LINKS": [(HOSTILE, HOSTILE)]}
    values |= {"SOCIAL": [(HOSTILE, "/b"), ("github", HOSTILE)]}
    for name, entry in SETTINGS.items():
        if name in NOT_TEXT or not isinstance(entry.default_factory(), str):  # type: ignore[misc, operator]
            continue
        try:
            entry.metadata["check"](HOSTILE)
        except ValueError:
            continue
        if not name.endswith(("_SAVE_AS", "_ATOM", "_URL", "PERMALINK", "_SEPARATOR")):
            values[name] = HOSTILE
    done = build(
        tmp_path,
        {"_posts/2022-12-31-year.md": post({}), "pages/a.md": "---\ntitle: x\n---\ny\n"},
        **site(**values),
    )
    hostile_pages(done)
    assert (
        HOSTILE.split("<")[0]
        in html5lib.parse(done.page("index.html"), namespaceHTMLElements=False).find(".//title").text
    )


@pytest.mark.slow
def test_names_of_all_kinds(tmp_path: Path) -> None:
    names = {
        "title": HOSTILE,
        "tags": [HOSTILE],
        "categories": [HOSTILE],
        "authors": [HOSTILE],
        "subtitle": HOSTILE,
    }
    files = {
        f"_posts/{year}-12-31-year.md": post({**names, "date": f"{year}-12-31"}) for year in (2021, 2022)
    }
    body = BODY.replace("취업", HOSTILE).replace("운동", HOSTILE).replace("1분기", f"1분기 {HOSTILE}")
    files["_posts/2023-12-31-year.md"] = post({"date": "2023-12-31"}).replace(BODY, body.replace("<", "&lt;"))
    hostile_pages(build(tmp_path, files, **site()))
