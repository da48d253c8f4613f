"""The elements of a page are the same whether its tags alone tell them or a parser."""

from __future__ import annotations

import gc
import weakref

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from test_repair_properties import PAGES

from pelican_memoir.memoir.element import Element
from pelican_memoir.memoir.tree import parse
from pelican_memoir.repair import NAMES, Page, repair
from pelican_memoir.repair.nested import Nested, nested
from pelican_memoir.repair.parsed import Parsed
from pelican_memoir.repair.scan import scan

BLOCKS = "p li ul h2 table td a b".split()
PIECES = st.sampled_from(
    [
        *(f"<{name}>" for name in BLOCKS),
        *(f"</{name}>" for name in BLOCKS),
        *("<br />", "<hr>", "<!-- c -->", "<!-->", "<IMG>", "<script>", "</script>", "<b/>", "</b >"),
        *("<a href='x'>", '<a title="x>', "<a title='=\">'>", '<img alt = "a" ALT="b" x>'),
        *("a &amp; b", "<", ">"),
    ]
)


def told_by_tags(html: str) -> Nested | None:
    """The elements of a page where its tags tell them."""
    found = scan(html)
    return found and nested(found)


def described(element: Element) -> tuple[object, ...]:
    """All that can be asked of an element, but for those around it."""
    around = element.parent
    return (
        (element.name, element.start, element.inner, element.close, element.end, element.is_bare),
        (dict(element.attributes), element.classes, around and (around.name, around.start)),
        [child if isinstance(child, str) else child.start for child in element.children],
    )


@settings(max_examples=300)
@given(PAGES | st.lists(PIECES, max_size=12).map("".join))
@example('<ul>\n<li>a<!--b-->c &lt;<img src="a&amp;b"/></li>\n</ul>\n<p class="x y">d<br />e</p>')
@example("<p>a</p><!-- b --><p>c</p>")
def test_tags_tell_what_a_parser_reads(html: str) -> None:
    quick, slow = told_by_tags(html), Parsed(parse(html))
    if quick is None:
        return
    assert slow.is_regular
    assert [described(each) for each in quick.all()] == [described(each) for each in slow.all()]
    assert described(quick.root) == described(slow.root)
    names, keys = ["p", "img"], {"id", "href", "alt"}
    assert [each.start for each in quick.named(names, keys)] == [
        each.start for each in slow.named(names, keys)
    ]
    stretches = [
        sorted((start, end, around.start) for start, end, around in each.stretches(["a", "\n"]))
        for each in (quick, slow)
    ]
    assert stretches[0] == stretches[1]


@pytest.mark.parametrize(
    "html",
    [
        "<p>a<p>b</p>",  # no end tag
        "<p><div>a</div></p>",  # a paragraph that its content ends
        "<ul><li>a<li>b</li></li></ul>",
        "<h2><h3>a</h3></h2>",
        "<b><i>a</b></i>",
        "a < b",
        '<a title="x>y</a><a title="z">',
        "<script>a</script>",
        "<P>a</P>",
        "<b>" * 600 + "</b>" * 600,
    ],
)
def test_where_tags_do_not_tell_a_parser_is_asked(html: str) -> None:
    assert told_by_tags(html) is None


def test_the_number_of_removed_elements_costs_no_more_than_their_tags() -> None:
    page = Page('<div align="center">' + "<p></p>\n" * 3 + '<img src="a.png"></div>')
    removed = page.named(["p"])
    page.take_out([(element.start, element.end) for element in removed])
    assert page.named(["p"]) == []
    assert [element.name for element in page.elements] == ["div", "img"]


def test_elements_do_not_wait_for_the_collector() -> None:
    gc.collect()
    gc.disable()
    try:
        page = Page('<div><p>a <img src="a.png"></p></div>')
        picture = page.named(["img"])[0]
        assert [around.name for around in picture.ancestors()] == ["p", "div", ""]
        known = weakref.ref(page.tree)
        del page, picture
        assert known() is None
        assert repair(Page('<div><h4>a</h4><p><img src="a.png"></p></div>'), NAMES).html
        assert not [each for each in gc.get_objects() if isinstance(each, Nested)]
    finally:
        gc.enable()
