"""Reads and checks the language files that lie beside this module."""

from __future__ import annotations

import functools
import re
import tomllib
from collections.abc import Callable, Mapping
from importlib import resources
from typing import Any

from pelican_memoir.errors import LanguageError, Location, Problem
from pelican_memoir.languages.language import Language, Numbered, Patterns

_Check = Callable[[Any], list[str]]
"""Tells what is wrong with a list of patterns."""

NAMED = {"periods.halves": 2, "periods.seasons": 4, "periods.month_names": 12}
"""Tables keyed by number, and the greatest number in each."""

WORDS: Mapping[str, tuple[str, ...]] = {
    "periods": (
        *("month", "quarter", "half", "year", "of_year", "again", "before", "early_late", "from_to", "until"),
        *("and", "day", "week", "own", "only_dated"),
    ),
    "titles": (
        *("memoir", "whole", "before_year", "after_year", "year_words", "other", "lists", "mid_year"),
        *("looks_at", "arrives", "arriving", "own", "particles"),
    ),
    "voice": ("author", "first_person", "life"),
    "sections": (
        *(
            "goals",
            "next_year",
            "review_of_goals",
            "not_goals",
            "wishes",
            "closing",
            "opening",
            "takeaway",
            "tmi",
            "timeline",
            "lists",
            "rest",
        ),
    ),
    "outcomes": (
        *("gold", "silver", "bronze", "place", "prize", "certificate", "employment", "publication"),
        *("number", "completion", "setback", "not_done", "signs", "counted", "not_yet"),
        "results",
        "end",
    ),
    "links": ("says_nothing",),
    "groups": ("done", "keep", "problem", "try", "liked", "learned", "lacked", "longed"),
}
"""The tables of patterns and the keys each may have; a key that is missing has no patterns."""


_EXAMPLES = "\n[examples."
"""What the rest of a language's file begins with: only tests read it, and it is longer than all else."""


@functools.cache
def codes() -> tuple[str, ...]:
    """The codes of all languages, in alphabetical order."""
    folder = resources.files(__package__)
    return tuple(sorted(entry.name[:-5] for entry in folder.iterdir() if entry.name.endswith(".toml")))


@functools.cache
def languages() -> tuple[Language, ...]:
    """All languages. Raises `LanguageError` with every problem of all files."""
    return tuple(language(code) for code in codes())


@functools.cache
def language(code: str) -> Language:
    """The language `code` ("ko"). Raises `LanguageError` where its file is malformed.

    Its patterns are compiled when they are asked for: `parse` tells what is wrong with them.
    """
    text = _read(code).partition(_EXAMPLES)[0]
    return _language(_data(text, f"{code}.toml"), f"{code}.toml", _bad_texts)


@functools.cache
def examples(code: str) -> Mapping[str, Any]:
    """The `[examples]` of a language's file: what tests hold the patterns against."""
    found: Mapping[str, Any] = tomllib.loads(_read(code)).get("examples", {})
    return found


def parse(text: str, file: str) -> Language:
    """A language from the text of its file, with all patterns tried; `file` is named in what `LanguageError` says."""
    return _language(_data(text, file), file, _bad_patterns)


def _data(text: str, file: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise LanguageError(Problem(Location(file), "memoir.language", f"not TOML: {error}")) from error


def _language(data: Mapping[str, Any], file: str, bad: _Check) -> Language:
    problems = list(_problems(data, file, bad))
    if problems:
        raise LanguageError(*problems)
    end = "|".join(data.get("outcomes", {}).get("end", ()))
    return Language(
        code=data["code"],
        name=data["name"],
        ordinals=dict(data.get("ordinals", {})),
        words={
            f"{table}.{key}": tuple(text.replace("{end}", end) for text in data.get(table, {}).get(key, ()))
            for table, keys in WORDS.items()
            for key in keys
        },
        names={path: _numbered(data, path) for path in NAMED},
    )


def _read(code: str) -> str:
    return (resources.files(__package__) / f"{code}.toml").read_text(encoding="utf-8")


def _numbered(data: Mapping[str, Any], path: str) -> Numbered:
    table, key = path.split(".")
    return {int(number): tuple(names) for number, names in data.get(table, {}).get(key, {}).items()}


def _problems(data: Mapping[str, Any], file: str, bad: _Check) -> list[Problem]:
    def problem(message: str) -> Problem:
        return Problem(Location(file), "memoir.language", message)

    found = [
        problem(f"{key}: expected a text, got {data.get(key)!r}")
        for key in ("code", "name")
        if not isinstance(data.get(key), str)
    ]
    for table, keys in WORDS.items():
        for key, value in data.get(table, {}).items():
            path = f"{table}.{key}"
            if path in NAMED:
                found += [
                    problem(f"{path}.{number}: {why}") for number, why in _bad_names(value, NAMED[path], bad)
                ]
            elif key not in keys:
                found.append(problem(f"{path}: unknown; known are {', '.join(keys)}"))
            else:
                found += [problem(f"{path}: {why}") for why in bad(value)]
    return found


def _bad_names(value: Mapping[str, Any], most: int, bad: _Check) -> list[tuple[str, str]]:
    numbers = [(n, f"expected 1 to {most}") for n in value if not (n.isdecimal() and 1 <= int(n) <= most)]
    return numbers + [(n, why) for n, patterns in value.items() for why in bad(patterns)]


def _bad_texts(value: object) -> list[str]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return []
    return [f"expected a list of texts, got {value!r}"]


def _bad_patterns(value: Any) -> list[str]:
    if bad := _bad_texts(value):
        return bad
    for pattern in value:
        try:
            re.compile(with_numerals(pattern, "1", "1"))
        except re.error as error:
            bad.append(f"{pattern!r} is no regular expression: {error}")
    return bad


def with_numerals(pattern: str, numeral: str, ordinal: str) -> str:
    """`pattern` with `{n}` and `{o}` filled in; other braces stay as they are (`\\d{4}`)."""
    return pattern.replace("{n}", numeral).replace("{o}", ordinal)


def patterns(keys: str) -> Patterns:
    """The patterns of `keys` ("sections.goals") of all languages, the longest first."""
    found = {pattern for each in languages() for pattern in each.words[keys]}
    return tuple(sorted(found, key=lambda pattern: (-len(pattern), pattern)))
