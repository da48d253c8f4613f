"""Whole blogs: what Jekyll itself said of every post, but for its HTML."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import yaml

from pelican_memoir.jekyll import excerpt, post, source_file
from pelican_memoir.jekyll.addresses import Permalinks
from pelican_memoir.jekyll.values import Site


def read_as_jekyll_says(file: Path, path: str, configuration: dict[str, Any]) -> dict[str, object]:
    text, problems = source_file.load(file, path)
    assert text is not None
    site = Site(ZoneInfo(configuration.get("timezone") or "UTC"))
    separator = configuration.get("excerpt_separator") or excerpt.DEFAULT_SEPARATOR
    found = post.read(text, path, path, site, separator)
    told = [
        problem
        for problem in (*problems, *found.problems)
        if "must begin in the first line" not in str(problem)
    ]
    assert told == []  # one real post has blank lines before its fence: no front matter, to Jekyll and to us
    style = configuration.get("permalink") or "date"
    address = Permalinks(posts=style, pages=style).address(found, path)
    assert address is not None
    url, save_as = address
    return {
        "url": "/" + url,
        "dest": "/" + save_as,
        "date": found.metadata["date"].strftime("%Y-%m-%d %H:%M:%S"),
        "slug": found.metadata["slug"],
        "title": found.metadata["title"],
        "tags": found.metadata.get("tags", []),
        "categories": found.metadata.get("categories", []),
        "body": found.source.body,
        "excerpt": found.excerpt,
    }


@pytest.mark.parametrize(("blog", "count"), [("jerife", 40), ("pebpung", 35)])
def test_equals_what_jekyll_says(corpus: Path, blog: str, count: int) -> None:
    folder = corpus / "blogs" / blog
    configuration = yaml.safe_load((folder / "_config.yml").read_text(encoding="utf-8"))
    lines = (corpus / "blogs" / f"{blog}.jekyll.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == count
    for said in map(json.loads, lines):
        mine = read_as_jekyll_says(folder / said["path"], said["path"], configuration)
        wanted = {name: said[name] for name in ("url", "dest", "slug", "categories")}
        wanted["date"] = said["date"][:19]
        wanted["title"] = str(said["title"]).strip()
        wanted["tags"] = [str(tag) for tag in said["tags"]]
        wanted["body"] = said["body"].replace("\r\n", "\n")
        wanted["excerpt"] = said["excerpt_source"].replace("\r\n", "\n")
        assert mine == wanted, said["path"]
