"""The cheap question before all others: could this post be a memoir? An ordinary post ends here."""

from __future__ import annotations

import functools
import re

from pelican_memoir.memoir.period_words import any_form_pattern
from pelican_memoir.memoir.title import Evidence

_FEWEST = 3
_FULL_WIDTH = re.compile("[０-９]")
_TO_ASCII = {ord("０") + digit: ord("0") + digit for digit in range(10)}


def may_be_memoir(html: str, evidence: Evidence) -> bool:
    """True where the title alone makes a memoir, or where a few elements begin with a period's name.

    It reads the HTML with one regular expression and may say yes too often, never no to what has a series.
    """
    if evidence is Evidence.SURE:
        return True
    if evidence is Evidence.PLAN:
        return False
    text = html.translate(_TO_ASCII) if _FULL_WIDTH.search(html) else html
    found = _period_first().finditer(text)
    return sum(1 for _, _ in zip(range(_FEWEST), found, strict=False)) == _FEWEST


@functools.cache
def _period_first() -> re.Pattern[str]:
    """A tag's end, ornaments and perhaps a numbering or a year, then a period's name or a serial number."""
    before = r">[^<\w]{0,12}(?:\d{1,2}[.)] ?)?(?:\D{0,4}\d{4}\S{0,3} ?)?"
    return re.compile(rf"{before}(?:{any_form_pattern()}|(?:19|20)\d\d-\d)", re.IGNORECASE)
