"""What a post's HTML lacks for a strict policy, for the keyboard and for lines that are numbered; no word changes."""

from __future__ import annotations

import re

from pelican_memoir.theming.math_classes import classed

ALIGNED_CELL = re.compile(r'(<t[hd]) style="text-align: (left|center|right)"(?=>)')
SCROLLING = re.compile(r"<(?:(?:table|pre)(?= class=\"highlight\">|>)|span(?= class=\"memoir-math\">))")

NUMBERED = re.compile(r'<pre[^<>]*><code[^<>]*>(<table class="rouge-table">.*?</table>)</code></pre>', re.S)
"""Lines with numbers as Rouge writes them: a table, which may not stand in `<pre>`."""
AROUND_LONG_FORMULA = re.compile(r'<(?:p|li)(?=>(?:(?!</?(?:p|li)>).)*<math alttext="[^"]{30})', re.S)
"""A paragraph with a formula that a small screen has no room for, and that no browser breaks."""


def reachable(html: str) -> str:
    """Return a post's HTML with what it needs to be read everywhere.

    The style attributes that kramdown gives the cells of tables become classes (`align-right`), and those of
    formulas too, because `style-src 'self'` stops style attributes; boxes that scroll (`pre`, `table`, formulas,
    paragraphs around long ones) get a place in the tab order, because a keyboard cannot scroll them otherwise.
    A table of numbered lines leaves the `<pre>` around it, in which none may stand: each of its columns has one.
    """
    html = NUMBERED.sub(r"\1", html) if "rouge-table" in html else html
    aligned = ALIGNED_CELL.sub(r'\1 class="align-\2"', html)
    found = SCROLLING.sub(r'\g<0> tabindex="0"', classed(aligned))
    return AROUND_LONG_FORMULA.sub(r'\g<0> tabindex="0"', found) if "<math" in found else found
