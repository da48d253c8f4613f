"""The cheap question before the patterns of outcomes: which of them could match in a text at all?"""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, groupby

from pelican_memoir.languages import language
from pelican_memoir.memoir.scripts import languages_of

KINDS = (
    *("gold", "silver", "bronze", "place", "prize", "certificate", "employment", "publication"),
    *("number", "completion", "setback"),
)
"""The keys of the patterns in the languages' table `[outcomes]`."""

Sign = tuple[str, int]
"""A language and the index of one of its `KINDS`."""

_BETWEEN = "\0"
"""Parts texts that are looked through together: no sign reaches over it."""


def signs_in(texts: Sequence[str]) -> Mapping[int, set[Sign]]:
    """By the index of a text the languages and kinds of which a sign stands in it: no other pattern can match there.

    Looking for signs is much cheaper than looking for any of the patterns, and most paragraphs have none.
    """
    found: dict[int, set[Sign]] = defaultdict(set)
    together = _BETWEEN.join(texts).lower()
    if len(together) >= sum(map(len, texts)) + len(texts):  # in lower case some letters are two
        texts = [text.lower() for text in texts]
        together = _BETWEEN.join(texts)
    starts: list[int] = []
    for code in languages_of(together):
        for expression, kinds in _signs(code):
            for match in expression.finditer(together):
                starts = starts or [0, *accumulate(len(text) + 1 for text in texts)]
                found[bisect_right(starts, match.start()) - 1].update(kinds[match[1]])
    return found


@functools.cache
def _signs(code: str) -> tuple[tuple[re.Pattern[str], dict[str, list[Sign]]], ...]:
    """The signs and the units of numbers of a language as expressions, and for each what it is a sign of.

    A sign is one of those kinds that have it in their own patterns; a unit only where no sign has to stand beside it
    ("상위 5%"). Two expressions: each begins with a set of characters that it is quick to look for, one for both would
    not.
    """
    words = language(code).words
    signs, units = words["outcomes.signs"], words["outcomes.counted"]
    patterns = [[each.replace(r"\s+", " ") for each in words[f"outcomes.{kind}"]] for kind in KINDS]
    has_to_stand = re.compile(rf"(?:{_any_text(signs)})(?![?*{{])")
    alone = [[each for each in kind if not has_to_stand.search(_always(each))] for kind in patterns]

    def table(
        texts: Sequence[str], kinds: list[list[str]], expression: str
    ) -> tuple[re.Pattern[str], dict[str, list[Sign]]]:
        found = {
            text: [
                (code, index)
                for index, kind in enumerate(kinds)
                if any(_stands_in(text, each, texts) for each in kind)
            ]
            for text in texts
        }
        return re.compile(expression % _any_text(texts)), found

    return table(signs, patterns, "(%s)"), table(units, alone, r"[0-9]\s*(%s)")


def _always(pattern: str) -> str:
    """What of a pattern is in all that it matches: nothing in brackets, which may be one of several or none."""
    while (outside := re.sub(r"\([^()]*\)", "\n", pattern)) != pattern:
        pattern = outside
    return "" if "|" in pattern else pattern


def _stands_in(text: str, pattern: str, texts: Iterable[str]) -> bool:
    """A text stands in a pattern otherwise than in a longer one of `texts`: "합격" not in "불합격" alone."""
    for longer in texts:
        if text in longer and text != longer:
            pattern = pattern.replace(longer, " ")
    return text.strip() in pattern


def _any_text(texts: Iterable[str]) -> str:
    """A pattern that matches any of the texts, the longest first; those with one beginning are tried together."""
    found = []
    for first, group in groupby(sorted(texts), key=lambda text: text[:1]):
        rests = sorted((text[1:] for text in group), key=len, reverse=True)
        found.append(f"{re.escape(first)}(?:{'|'.join(map(re.escape, rests))})")
    return "|".join(found) or "(?!)"
