"""The words for periods: what is asked first of a text must let through all that is asked then."""

from __future__ import annotations

import re

import pytest

from pelican_memoir.languages import codes, examples
from pelican_memoir.memoir import period_words
from pelican_memoir.memoir.heading import read_heading
from pelican_memoir.memoir.normalise import plain


@pytest.mark.parametrize("code", codes())
def test_whatever_names_a_period_is_let_through(code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    places = [
        (text, place)
        for heading in examples(code)["headings"]
        for text in [plain(heading)]
        for place in range(len(text))
    ]
    quick = [period_words.point_at(text, place) for text, place in places]
    monkeypatch.setattr(period_words, "_any_form", lambda: re.compile(""))
    monkeypatch.setattr(period_words, "languages_of", lambda text: codes())
    assert [period_words.point_at(text, place) for text, place in places] == quick
    assert any(quick)


def test_the_pattern_of_all_forms_has_no_group() -> None:
    assert re.compile(period_words.any_form_pattern()).groups == 0


def test_a_heading_without_a_period_compiles_no_form() -> None:
    period_words._expression.cache_clear()
    assert read_heading("An ordinary heading, 2nd edition") is None
    assert period_words._expression.cache_info().currsize == 0
