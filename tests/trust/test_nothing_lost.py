"""Every word that Jekyll shows of a post is in its built page, as often; real posts, and posts made by chance."""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lacking import lacking
from site_build import build

from pelican_memoir.jekyll import front_matter
from pelican_memoir.repair import NAMES

sys.path.append(str(Path(__file__).parent.parent / "kramdown"))
import oracle
from documents import documents

BLOGS = ("seeds", "blogs/jerife", "blogs/pebpung")
UNSEEN = ("script", "style", "template", "iframe", "noscript")


def body_of(page: str) -> Any:
    """The part of a page that holds the post's text."""
    tree = html5lib.parse(page, namespaceHTMLElements=False)
    return next(each for each in tree.iter() if "e-content" in str(each.get("class", "")).split())


def fragment(html: str) -> Any:
    """HTML as a tree. In an element, as in a page: of what stands loosely in a table html5lib loses some otherwise."""
    return html5lib.parseFragment(f"<div>{html}</div>", namespaceHTMLElements=False)


def letters(tree: Any) -> Counter[str]:
    """The letters and digits that a reader sees, each as often as it stands there: words are never cut otherwise."""
    found: list[str] = []
    unread = ("memoir-card-host", "visually-hidden")
    hidden = [each for each in tree.iter() if each.tag in UNSEEN or each.get("class") in unread]
    for each in hidden:
        each.text = ""
        for child in list(each):
            each.remove(child)
    found.extend(tree.itertext())
    return Counter(re.findall(r"\w", "".join(found)))


@pytest.mark.slow
@pytest.mark.parametrize("blog", BLOGS)
def test_a_real_blog(blog: str, corpus: Path, tmp_path: Path) -> None:
    shown = [json.loads(line) for line in (corpus / f"{blog}.jekyll.jsonl").read_text("utf-8").splitlines()]
    root = corpus / blog
    files = {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.md")}
    names = {post["path"]: post for post in shown}
    files = {name: data for name, data in files.items() if name in names}
    if not files:  # the seeds lie flat
        files = {name: next(root.rglob(Path(name).name)).read_bytes() for name in names}
    done = build(
        tmp_path,
        files,
        THEME="memoir",
        MEMOIR_MATH="",
        # The one repair that shows what browsers hide: words that stand like tags, as in `<START>`.
        MEMOIR_REPAIR=[name for name in NAMES if name != "unknown"],
        ARTICLE_PATHS=["_posts"],
        STATIC_PATHS=[],
        ARTICLE_URL="{slug}.html",
        TIMEZONE="Asia/Seoul",
    )
    compared = 0
    for article in done.contents.values():
        post = names[Path(article.source_path).relative_to(tmp_path / "content").as_posix()]
        jekyll = fragment(post["html"])
        assert letters(body_of(done.page(article.save_as))) == letters(jekyll), post["path"]
        compared += 1
    assert compared == len(names)


@pytest.mark.slow
def test_posts_made_by_chance(tmp_path: Path) -> None:
    if not oracle.available():
        lacking("kramdown is not installed")
    made: list[str] = []

    @settings(max_examples=60)
    @given(documents)
    def collect(text: str) -> None:
        made.append(text)

    collect()
    kramdown = oracle.Kramdown()
    files, shown = {}, {}
    for number, text in enumerate(made):
        try:
            html = kramdown.html(text)
        except RuntimeError:  # kramdown itself fails on some texts
            kramdown = oracle.Kramdown()
            continue
        files[f"_posts/2022-01-01-p{number}.md"] = f"---\ntitle: a\n---\n{text}"
        shown[f"p{number}"] = html
    kramdown.close()
    done = build(tmp_path, files, THEME="memoir", MEMOIR_MATH="", MEMOIR_LIQUID=False)
    for slug, html in shown.items():
        jekyll = fragment(html)
        text = files[f"_posts/2022-01-01-{slug}.md"]
        assert letters(body_of(done.page(f"{slug}.html"))) == letters(jekyll), text
    assert len(shown) >= 30


KEYS = st.text(st.characters(categories=("L", "N")), min_size=1, max_size=8).map(lambda key: f"k{key}")
TEXTS = st.text(st.characters(exclude_categories=("C",)), max_size=20)
PLAIN = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**6), 10**6),
    TEXTS,
    st.integers(0, 999).map(lambda n: n / 8 + 0.125),
)
VALUES = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=8
)


@settings(max_examples=200)
@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=5))
def test_front_matter_goes_there_and_back(mapping: dict[str, Any]) -> None:
    first = front_matter.split(f"---\n{written(mapping)}\n---\nbody\n", "a.md")
    assert first.problems == ()
    assert first.mapping == mapping
    second = front_matter.split(f"---\n{written(first.mapping)}\n---\nbody\n", "a.md")
    assert second.mapping == first.mapping
    assert first.body == second.body == "body\n"


def written(mapping: dict[str, Any]) -> str:
    """A mapping as YAML: JSON is a part of it."""
    return json.dumps(mapping, ensure_ascii=False)
