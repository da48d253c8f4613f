"""The cheap question before all others: could this post be a memoir? An ordinary post ends here."""

from __future__ import annotations

import html as html_text
import re

from pelican_memoir.memoir.heading import read_heading
from pelican_memoir.memoir.title import Evidence

_FEWEST = 2
_HEAD = re.compile(r"<(?:[hH][1-6](?=[\s>])[^>]*|summary[^>]*|strong|b)>(?:\s|<[^>]*>)*([^<>]{1,40})")


def may_be_memoir(html: str, evidence: Evidence) -> bool:
    """True where the title alone makes a memoir, or where a few elements begin with a period's name.

    It looks at what opens headings and bold lines, with one regular expression and without a tree. It may say yes
    too often.
    """
    if evidence is Evidence.SURE:
        return True
    if evidence is Evidence.ELSE:
        return False
    found = 0
    for match in _HEAD.finditer(html):
        found += read_heading(html_text.unescape(match[1])) is not None
        if found == _FEWEST:
            return True
    return False
