"""Every language file's own examples, positive and negative, against the code that reads its patterns.

A heading's example is "kind number[-end] months[ ?][ | title]", '' where the heading names no period; "?" marks a
heading that counts only inside a series. A title's example is "year[ kind number]", '' where the post is no memoir.
Goals are asked in a memoir of 2022. An outcome's example is "kind[ level]: words", several parted by "; ".
"""

from __future__ import annotations

import pytest
from _pytest.mark import ParameterSet

from pelican_memoir.languages import codes, examples
from pelican_memoir.memoir.heading import read_heading
from pelican_memoir.memoir.outcomes import outcomes_of
from pelican_memoir.memoir.reading import Reading, Strength
from pelican_memoir.memoir.sections import is_goals
from pelican_memoir.memoir.title import Evidence, read_title
from pelican_memoir.repair.purposes import says_nothing


def _of(kind: str) -> list[ParameterSet]:
    return [
        pytest.param(text, expected, id=f"{code}: {text}")
        for code in codes()
        for text, expected in examples(code)[kind].items()
    ]


@pytest.mark.parametrize(("heading", "expected"), _of("headings"))
def test_a_heading_is_read_as_its_example_says(heading: str, expected: str) -> None:
    assert told(read_heading(heading)) == expected


@pytest.mark.parametrize(("title", "expected"), _of("titles"))
def test_a_title_is_read_as_its_example_says(title: str, expected: str) -> None:
    reading = read_title(title)
    parts = [reading.year]
    if reading.post_period is not None:
        parts += [reading.post_period.kind, reading.post_period.number]
    told = " ".join(map(str, parts)) if reading.evidence is Evidence.SURE else ""
    assert told == expected


@pytest.mark.parametrize(("heading", "expected"), _of("goals"))
def test_a_section_of_goals_is_known_by_its_heading(heading: str, expected: bool) -> None:
    assert is_goals(heading, 2022) is expected


@pytest.mark.parametrize(("text", "expected"), _of("outcomes"))
def test_an_outcome_is_read_from_its_words(text: str, expected: str) -> None:
    assert (
        "; ".join(f"{each.kind} {each.level}".strip() + f": {each.text}" for each in outcomes_of([text]))
        == expected
    )


@pytest.mark.parametrize(("text", "expected"), _of("links"))
def test_a_link_says_nothing_where_its_example_says_so(text: str, expected: bool) -> None:
    assert says_nothing(text) is expected


@pytest.mark.parametrize("code", codes())
def test_a_language_has_examples_of_both_kinds(code: str) -> None:
    for kind in ("headings", "titles", "goals", "outcomes", "links"):
        values = list(examples(code)[kind].values())
        assert any(values), kind
        assert not all(values), kind


def told(reading: Reading | None) -> str:
    """A reading in the form of the examples."""
    if reading is None:
        return ""
    ranged = reading.end_number is not None
    parts = [reading.kind + ("_range" if ranged else "")]
    parts.append(f"{reading.number}-{reading.end_number}" if ranged else str(reading.number))
    if reading.months:
        first, last = reading.months[0], reading.months[-1]
        parts.append(str(first) if len(reading.months) == 1 else f"{first}-{last}")
    if reading.strength is Strength.LOOSE:
        return " ".join([*parts, "?"])
    return " ".join(parts) + (f" | {reading.title}" if reading.title else "")
