"""What holds for every page: no word and no anchor is lost, a second repair finds nothing, nothing is refused."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import html5lib
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from repair_pages import case_name, cases, page_of

from pelican_memoir.repair import NAMES, Page, PeriodHeading, repair

WORDS = st.sampled_from(
    [
        "물때",
        "a",
        "1) 첫",
        "https://github.com/a/b",
        "https://example.org/x-–y",
        "(b).",
        "&amp;",
        "here",
        "여기",
    ]
)
INLINE = ["em", "a", "span", "font", "strong", "code", "tt", "start", "summary", "figcaption", "label"]
BLOCKS = (
    "div p center blockquote section figure details ul li h1 h2 h3 h4 h5 h6 table tr td th pre aside".split()
)
VOIDS = st.sampled_from(
    [
        "<br />",
        "<br>",
        "\n",
        "<hr />",
        '<img src="a.png" width="80%">',
        '<img src="b c.png" alt="" style="zoom: 50%">',
        '<input type="checkbox" disabled="disabled" />',
        "<p><br /></p>",
        "<!-- c -->",
        '<iframe src="https://example.org/x"></iframe>',
    ]
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        "",
        ' id="q1"',
        ' id="a"',
        ' id="main"',
        ' class="text-center"',
        ' class="memoir-takeaway box-note"',
        ' class="caption"',
        " align=center",
        ' style="color: red; text-align: right"',
        ' name="n"',
        ' href="https://github.com/a/b"',
        ' role="doc-endnote"',
    ]
)


def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """An element around something, its end tag there or not."""
    names = st.sampled_from([*INLINE, *BLOCKS, *BLOCKS])
    ends = st.sampled_from([True, True, True, True, False])
    return st.builds(
        lambda name, attributes, content, ends: (
            f"<{name}{attributes}>{''.join(content)}" + (f"</{name}>" if ends else "")
        ),
        names,
        ATTRIBUTES,
        st.lists(inner, max_size=4),
        ends,
    )


PAGES = st.lists(st.recursive(WORDS | VOIDS, element, max_leaves=14), max_size=5).map("\n".join)


def page(html: str) -> Page:
    """A page about which something is known."""
    return Page(
        html,
        title="2022",
        periods={"q1": PeriodHeading(0, "1분기 요약")},
        items=frozenset({"a"}),
        size_of={"a.png": (8, 4)}.get,
        taken_ids=frozenset({"main"}),
    )


def letters(html: str) -> list[str]:
    """The letters of a page's words as a browser would show them; where words part depends on broken tables."""
    root = html5lib.parse(html, treebuilder="etree", namespaceHTMLElements=False)
    return re.findall(r"\w", "".join(root.itertext()))


def is_within(some: list[str], all_of_them: list[str]) -> bool:
    """Tell whether all letters of the one are in the other, in their order."""
    rest = iter(all_of_them)
    return all(letter in rest for letter in some)


class Anchors(HTMLParser):
    """Takes down what links can lead to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for key, value in attrs:
            if value and (key == "id" or (key == "name" and tag == "a")):
                self.found.add(value)


def anchors(html: str) -> set[str]:
    """The anchors of a page."""
    parser = Anchors()
    parser.feed(html)
    parser.close()
    return parser.found


@settings(max_examples=100)
@given(PAGES)
@example("<p>a <START> b</p>")
@example('<center><img src="a.png"></center><center><figcaption>c</figcaption></center>')
def test_no_word_is_lost(html: str) -> None:
    assert is_within(letters(html), letters(repair(page(html), NAMES).html))


@settings(max_examples=100)
@given(PAGES)
def test_no_anchor_is_lost_but_those_the_page_has(html: str) -> None:
    assert anchors(html) - {"main"} <= anchors(repair(page(html), NAMES).html)


@settings(max_examples=100)
@given(PAGES)
def test_repairing_twice_changes_nothing_more(html: str) -> None:
    once = repair(page(html), NAMES).html
    assert repair(page(once), NAMES).html == once


@settings(max_examples=100)
@given(st.text(alphabet="<>/=\"' abp\n&;!-h1imgsrc", max_size=60), st.sampled_from(NAMES))
def test_nothing_is_refused(html: str, name: str) -> None:
    repair(page(html), [name])
    repair(page(html), NAMES)


@pytest.mark.parametrize("before", cases(), ids=case_name)
def test_cases_are_stable_and_keep_their_words(before: Path) -> None:
    golden = page_of(before.read_text(encoding="utf-8"))
    once = replace(golden, html=repair(golden, NAMES).html)
    assert repair(once, NAMES).html == once.html
    assert is_within(letters(golden.html), letters(once.html))


@settings(max_examples=100)
@given(st.lists(st.tuples(st.integers(1, 6), st.sampled_from(["", "q1", "a"])), max_size=12))
def test_levels_of_headings_have_no_gap(levels: list[tuple[int, str]]) -> None:
    html = "".join(f'<h{level} id="{anchor}">x</h{level}>' for level, anchor in levels)
    found = [int(level) for level in re.findall(r"<h([1-6])", repair(page(html), ["headings"]).html)]
    assert len(found) == len(levels)
    assert all(2 <= level <= above + 1 for above, level in pairwise([1, *found]))
