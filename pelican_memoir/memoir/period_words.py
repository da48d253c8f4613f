"""The words of all languages for periods, compiled: what a period's name may look like at a place in a text."""

from __future__ import annotations

import functools
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pelican_memoir.languages import languages, patterns, with_numerals
from pelican_memoir.memoir.numerals import NUMERAL, number_of
from pelican_memoir.memoir.reading import GREATEST, PointKind
from pelican_memoir.memoir.scripts import languages_of

_COUNTED: tuple[PointKind, ...] = ("month", "quarter", "half")
_NOT_BEFORE = re.compile(r"\(\?!\[[^\]]*\]\)")
"""What says of a pattern which characters may not follow."""
_NAMED: dict[str, PointKind] = {"month_names": "month", "halves": "half", "seasons": "season"}


@dataclass(frozen=True, slots=True)
class Point:
    """One period's name found in a text: "1분기", "Q1", "봄". `numeral` is true where a numeral gave the number."""

    kind: PointKind
    number: int
    start: int
    end: int
    numeral: bool


@dataclass(frozen=True, slots=True)
class _Form:
    """A way to name a period in a language.

    `number` is None where the match's own numeral ("n") or ordinal ("o") tells it.
    """

    pattern: str
    language: str
    kind: PointKind
    number: int | None


def any_of(found: Iterable[str]) -> str:
    """One pattern that matches any of `found`; one that matches nothing where there is none."""
    return "|".join(f"(?:{pattern})" for pattern in found) or "(?!)"


@functools.cache
def words(*keys: str) -> str:
    """Any of the patterns that the languages have under `keys` ("sections.goals")."""
    return any_of(sorted({pattern for key in keys for pattern in patterns(key)}, key=lambda p: (-len(p), p)))


@functools.cache
def names(table: str) -> str:
    """Any of the names in `[periods.<table>]` of the languages, whatever their number."""
    tables = (language.names[f"periods.{table}"] for language in languages())
    found = {name for numbered in tables for each in numbered.values() for name in each}
    return any_of(sorted(found, key=lambda name: (-len(name), name)))


@functools.cache
def compiled(template: str, *keys: str) -> re.Pattern[str]:
    """`template` with each `%s` filled by the words of the next of `keys`."""
    return re.compile(template % tuple(f"(?:{words(key)})" for key in keys))


def point_at(text: str, place: int) -> Point | None:
    """The period's name that begins at `place` of the normalised `text`, the longest there is, or None."""
    if _any_form().match(text, place) is None:
        return None
    best: Point | None = None
    spoken = frozenset(languages_of(text))
    for form in _forms():
        match = _expression(form.pattern).match(text, place) if form.language in spoken else None
        if match is None or (best is not None and match.end() <= best.end):
            continue
        number = form.number if form.number is not None else _number(match)
        if 1 <= number <= GREATEST[form.kind]:
            best = Point(form.kind, number, place, match.end(), numeral=form.number is None)
    return best


def _number(match: re.Match[str]) -> int:
    found = match.groupdict()
    ordinal, numeral = found.get("o"), found.get("n")
    return _ordinals()[ordinal] if ordinal else number_of(numeral or "")


@functools.cache
def _any_form() -> re.Pattern[str]:
    """Tells in one match that no form is at a place, as for most headings."""
    return re.compile(any_form_pattern())


@functools.cache
def any_form_pattern() -> str:
    """One pattern, without groups, that matches at least where some form does; it may match where none does.

    To compile all forms one behind the other takes long, so it holds what they begin with, and that once, and not
    which characters may not follow: a class of all Chinese characters takes as long as fifty forms.
    """
    rests: dict[str, set[str]] = defaultdict(set)
    for form in _forms():
        head, rest = _parted(_NOT_BEFORE.sub("", form.pattern))
        rests[head].add(rest)
    found = (f"{head}(?:{any_of(sorted(each))})" for head, each in rests.items())
    return with_numerals("|".join(found), NUMERAL, f"(?:{_any_ordinal()})")


def _parted(pattern: str) -> tuple[str, str]:
    """What a pattern begins with up to its number, and the rest of it but for what it says of what may follow."""
    if any(_is_whole(pattern[: bar.start()]) for bar in re.finditer(r"\|", pattern)):
        return "", pattern
    plain = pattern.partition("(?!")[0]
    pattern = plain if _is_whole(plain) else pattern
    head, number, rest = pattern.partition("{n}" if "{n}" in pattern else "{o}")
    return (head + number, rest) if number and _is_whole(head) else ("", pattern)


def _is_whole(pattern: str) -> bool:
    """Every bracket that it opens is closed."""
    return all(pattern.count(opening) == pattern.count(closing) for opening, closing in ("()", "[]"))


@functools.cache
def _forms() -> tuple[_Form, ...]:
    return tuple(_forms_of_languages())


def _forms_of_languages() -> Iterator[_Form]:
    for language in languages():
        for kind in _COUNTED:
            for pattern in language.words[f"periods.{kind}"]:
                yield _Form(pattern, language.code, kind, None)
        for table, named_kind in _NAMED.items():
            for number, names in language.names[f"periods.{table}"].items():
                for name in names:
                    yield _Form(name, language.code, named_kind, number)


@functools.cache
def _expression(pattern: str) -> re.Pattern[str]:
    """A form's pattern, compiled when it is first asked for: a blog asks for those of its own language alone."""
    return re.compile(with_numerals(pattern, f"(?P<n>{NUMERAL})", f"(?P<o>{_any_ordinal()})"))


@functools.cache
def _any_ordinal() -> str:
    return any_of(re.escape(word) for word in sorted(_ordinals(), key=len, reverse=True))


@functools.cache
def _ordinals() -> dict[str, int]:
    return {word: number for each in languages() for word, number in each.ordinals.items()}
