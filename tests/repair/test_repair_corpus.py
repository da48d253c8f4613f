"""Real posts after the repairs: regular headings, a text for every picture, every word and anchor, the same memoir."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from test_repair_properties import anchors, is_within, letters

from pelican_memoir.memoir import builder
from pelican_memoir.memoir.splice import splice
from pelican_memoir.repair import NAMES, Page, repair
from pelican_memoir.repairing import headings_of

DUMPS = ("seeds", "blogs/jerife", "blogs/pebpung")
OBSOLETE = re.compile(r"<(?:center|font)\b|<[^>]*\s(?:align|style|bgcolor)=|<img[^>]*\swidth=\"\d+%\"")


@pytest.fixture(scope="module")
def posts(corpus: Path) -> list[dict[str, Any]]:
    found = [
        json.loads(line)
        for name in DUMPS
        for line in (corpus / f"{name}.jekyll.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert len(found) > 70
    return found


@pytest.fixture(scope="module")
def repaired(posts: list[dict[str, Any]]) -> list[tuple[str, Page, str]]:
    """Each post's path, its page before the repairs, and its HTML after them."""
    return [(path, page, repair(page, NAMES).html) for path, page in pages(posts)]


def pages(posts: list[dict[str, Any]]) -> Iterator[tuple[str, Page]]:
    """Each post's page as the plugin hands it to the repairs."""
    for post in posts:
        html, title = post["html"], str(post["title"])
        placed = builder.build(html, title=title, date=None, language=None, front_matter={})
        if placed is None:
            yield post["path"], Page(html, title=title)
            continue
        spliced, memoir = splice(placed)
        periods = headings_of(memoir.periods, memoir.language)
        items = {item.anchor for period in memoir.periods for item in period.achievements if item.anchor}
        yield post["path"], Page(spliced, title=title, periods=periods, items=frozenset(items))


def test_nothing_is_lost_and_nothing_is_left_to_do(repaired: list[tuple[str, Page, str]]) -> None:
    for path, page, once in repaired:
        assert is_within(letters(page.html), letters(once)), path
        assert anchors(page.html) <= anchors(once), path
        assert repair(Page(once, page.title, page.periods, page.items), NAMES).html == once, path


def test_markup_is_regular(repaired: list[tuple[str, Page, str]]) -> None:
    for path, _, once in repaired:
        html = re.sub(r"<pre.*?</pre>", "", once, flags=re.S)
        levels = [int(level) for level in re.findall(r"<h([1-6])\b", html)]
        assert all(2 <= level <= above + 1 for above, level in pairwise([1, *levels])), path
        assert not OBSOLETE.search(html), path
        assert all(" alt" in image for image in re.findall(r"<img\b[^>]*>", html)), path


def test_periods_stay_where_the_memoir_says(repaired: list[tuple[str, Page, str]]) -> None:
    seen = 0
    for path, page, html in repaired:
        for anchor, period in page.periods.items():
            heading = re.search(rf'<(\w+)[^>]* id="{re.escape(anchor)}"', html)
            assert heading is not None, path
            assert not heading[1].startswith("h") or heading[1] == f"h{2 + period.depth}", path
            seen += 1
    assert seen >= 8
