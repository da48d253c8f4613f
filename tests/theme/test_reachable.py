"""Attributes that a post's HTML gets on its page: classes for style attributes, a place in the tab order."""

from __future__ import annotations

import pytest

from pelican_memoir.theming.reachable import reachable


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ('<td style="text-align: right">1</td>', '<td class="align-right">1</td>'),
        ('<th style="text-align: center">a</th>', '<th class="align-center">a</th>'),
        ("<table>\n<tr><td>1</td></tr></table>", '<table tabindex="0">\n<tr><td>1</td></tr></table>'),
        ('<pre class="highlight"><code>', '<pre tabindex="0" class="highlight"><code>'),
        ("<pre><code>", '<pre tabindex="0"><code>'),
    ],
)
def test_attributes_are_added(html: str, shown: str) -> None:
    assert reachable(html) == shown


@pytest.mark.parametrize(
    "html",
    [
        '<td style="color: red">1</td>',
        '<td class="a" style="text-align: right">1</td>',
        '<p style="text-align: right">1</p>',
        '<code>&lt;td style="text-align: right"&gt;</code>',
        '<table class="mine"><tr></tr></table>',
        "<preface></preface>",
    ],
)
def test_all_else_stays_as_its_author_wrote_it(html: str) -> None:
    assert reachable(html) == html


def test_paragraphs_around_long_formulas_can_be_scrolled_by_keyboard() -> None:
    long, short = (f'<math alttext="{"x+" * count}"><mi>x</mi></math>' for count in (30, 3))
    html = f"<p>하나</p>\n<p><b>{long}</b></p>\n<ul><li>{long}</li><li>{short}</li></ul>\n<p>{short}</p>"
    expected = html.replace(f"<p><b>{long}", f'<p tabindex="0"><b>{long}').replace(
        f"<li>{long}", f'<li tabindex="0">{long}'
    )
    assert reachable(html) == expected


def test_numbered_lines_leave_the_box_around_their_table() -> None:
    row = '<tr><td><pre class="lineno">1\n</pre></td><td><pre{}>x\n</pre></td></tr>'
    table = f'<table class="rouge-table"><tbody>{row}</tbody></table>'
    html = f'<figure class="highlight"><pre><code class="language-python">{table.format("")}</code></pre></figure>'
    expected = table.format(' tabindex="0"')
    assert reachable(html) == f'<figure class="highlight">{expected}</figure>'
