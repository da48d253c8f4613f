"""Hostile values in every parameter, of a post and of the site, run nothing and open nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from typing import Any

import html5lib
import pytest
from site_build import build

from pelican_memoir import settings, theme_path
from pelican_memoir.errors import SettingsError
from pelican_memoir.parameters.front_matter import PARAMETERS

HOSTILE = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>'",
    "javascript:alert(1)",
    " java\tscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "{{ 7 * 191 }}{% include 'base.html' %}",
    "</style></script><script>alert(1)</script>",
    "red;} body { background: url(https://evil.example/x) }",
    "../../etc/passwd",
]
KEYS = [
    *PARAMETERS,
    "title",
    "tags",
    "author",
    "description",
    "last-updated",
    "language",
    "mathjax",
    "series",
]
FOREIGN = "https://evil.example"


def offences(page: str) -> Iterator[str]:
    """What a page holds that a hostile value put there."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if (
            element.tag == "script"
            and element.get("type") != "application/ld+json"
            and not element.get("src")
        ):
            yield f"a script: {element.text}"
        for name, value in element.attrib.items():
            if str(name).startswith("on"):
                yield f"{element.tag} {name}={value}"
            address = "".join(value.split()).lower() if name in ("href", "src", "action") else ""
            if address.startswith(("javascript:", "data:text")) and element.tag != "img":
                yield f"{element.tag} {name}={value}"
        if element.tag == "img" and element.get("src") == "x":
            yield "a picture of nothing"
    if "1337" in page:
        yield "a template was rendered"


def all_offences(output: Path) -> list[str]:
    found = [
        f"{file.name}: {offence}"
        for file in output.rglob("*.html")
        for offence in offences(file.read_text(encoding="utf-8"))
    ]
    sheet = output / "theme" / "css" / "owner.css"
    if sheet.exists() and f"url({FOREIGN}" in sheet.read_text(encoding="utf-8"):
        found.append("the style sheet asks elsewhere")
    return found


def shapes(value: str) -> list[Any]:
    """The shapes beside a text in which a parameter may hold a value."""
    return [[value], {value: value}, {"href": value, "sri": value}]


def test_nothing_hostile_in_a_front_matter_runs(tmp_path: Path) -> None:
    files = {}
    for key in KEYS:
        repository = "" if key == "gh-repo" else "gh-repo: a/b\n"
        others = [shaped for value in HOSTILE[:3] for shaped in shapes(value)]
        for number, hostile in enumerate([*HOSTILE, *others]):
            head = f"{repository}{json.dumps(key)}: {json.dumps(hostile)}"
            files[f"_posts/2022-01-01-{key}-{number}.md"] = f"---\n{head}\n---\ntext\n"
    done = build(
        tmp_path,
        files,
        THEME=theme_path(),
        SITEURL="https://blog.example",
        ARTICLE_PATHS=["_posts"],
        MEMOIR_SHARE_LINKS_ACTIVE=["twitter", "email"],
        MEMOIR_DISQUS="name",
    )
    assert len(list(done.output.glob("*.html"))) > len(files) * 0.9
    assert all_offences(done.output) == []


SHAPES: dict[str, Callable[[str], Any]] = {
    "text": lambda value: value,
    "list": lambda value: [value],
    "mapping": lambda value: {value: value},
    "menu": lambda value: {"More": [{value: value}]},
    "account": lambda value: {"github": value, "mastodon": value, "email": value},
    "service": lambda value: {"repository": "a/b", "label": value, "category": value, "hostname": value},
    "other service": lambda value: {"repository": "a/b", "label": value, "theme": value},
    "form": lambda value: {"repository": "a/b", "endpoint": value},
    "matomo": lambda value: {"site_id": "1", "uri": value},
}
NAMES_OF_FILES = ("SAVE_AS", "_URL", "_ATOM", "PERMALINK", "TRANSLATIONS")
SITE = [name for name in settings.FIELDS if not name.endswith(NAMES_OF_FILES)]


def accepted(value: str) -> dict[str, Any]:
    """Each setting that takes a value in some shape, in the last of these; the others stop the build with a message."""
    found = {}
    for name, shape in product(SITE, SHAPES.values()):
        try:
            settings.read({name: shape(value)})
        except SettingsError:
            continue
        found[name] = shape(value)
    return found


@pytest.mark.parametrize("value", HOSTILE)
def test_nothing_hostile_in_a_setting_runs(value: str, tmp_path: Path) -> None:
    files = {
        "_posts/2022-01-01-a.md": "---\ntitle: a\n---\ntext\n",
        "pages/b.md": "---\ntitle: b\n---\ntext\n",
    }
    usual = {"THEME": theme_path(), "SITEURL": "https://blog.example", "ARTICLE_PATHS": ["_posts"]}
    done = build(tmp_path, files, **usual, **accepted(value))
    assert (done.output / "a.html").exists()
    assert all_offences(done.output) == []
