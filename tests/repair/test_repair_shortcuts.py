"""What saves time changes nothing: gates that skip repairs, and one tree that follows the changes of them all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from repair_pages import case_name, cases, page_of
from test_repair_properties import PAGES, page

from pelican_memoir.memoir import tree
from pelican_memoir.repair import NAMES, Page, repair
from pelican_memoir.repair.order import ORDER

ORDINARY = """<p>Words with <em>stress</em> and <a href="https://example.org/a">a link</a>,<br>
and a second line.</p>

<h2 id="a">A part</h2>

<div class="highlight"><pre class="highlight"><code><span class="n">x</span>
</code></pre></div>

<ul>
<li>one</li>
<li>two</li>
</ul>
"""


def one_by_one(given_page: Page) -> str:
    """What the repairs make of a page that is written out and read again behind each of them."""
    html = given_page.html
    for name in NAMES:
        html = repair(replace(given_page, html=html), [name]).html
    return html


def told_without_need(given_page: Page) -> list[str]:
    """The repairs that find something on a page although their gate says that they cannot."""
    return [
        name
        for name, each in ORDER.items()
        if not each.may(replace(given_page)) and list(each.changes(replace(given_page)))
    ]


@pytest.mark.parametrize("before", cases(), ids=case_name)
def test_golden_pages_pass_their_gates_and_need_one_tree(before: Path) -> None:
    golden = page_of(before.read_text(encoding="utf-8"))
    assert told_without_need(golden) == []
    assert repair(golden, NAMES).html == one_by_one(golden)


@settings(max_examples=300)
@given(PAGES)
@example('<h1>a</h1><h2></h1><a name="main">b</a>')  # a heading that ends another once it is renamed
@example('<p>x <b title="c>d</b> <img src="a.png"></p>')  # a quote that the next one put would close
@example('<p><center><img src="a.png"></p></center>\n\n<br>\n<img src="a.png"><p></p>')
@example(
    '<figure><img src="a.png"></figure>\n<br />\n<p><img src="a.png"></p>\n<br />\n<p class="caption">c</p>'
)
@example("<center>https://github.com/a/b</center>")  # a line that ends at a tag that becomes another
@example("a &am<p></p>p; <<br>b>")  # two texts that would be read otherwise as one
def test_any_page_passes_its_gates_and_needs_one_tree(html: str) -> None:
    assert told_without_need(page(html)) == []
    assert repair(page(html), NAMES).html == one_by_one(page(html))


@pytest.mark.parametrize(
    ("html", "trees"),
    [
        (ORDINARY, 0),
        (ORDINARY.replace("<br>", "<br />"), 0),
        (ORDINARY + '<div align="center"><h4>b</h4><img src="a.png" width="80%"/></div><br/>\n<h5>c</h5>', 0),
        (ORDINARY + '<p>a<p>b <img src="a.png" width="80%"/></p>', 1),
    ],
    ids=["nothing to do", "spelling alone", "pictures and headings", "a paragraph without an end"],
)
def test_pages_are_read_as_often_as_needed(html: str, trees: int, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    monkeypatch.setattr(
        "pelican_memoir.repair.page.parse", lambda source: (read.append(source), tree.parse(source))[1]
    )
    repair(replace(page(html), periods={}), NAMES)
    assert len(read) == trees
