"""What is asked before the patterns of outcomes must never keep one from being found."""

from __future__ import annotations

import pytest

from pelican_memoir.languages import codes, examples
from pelican_memoir.memoir import outcomes
from pelican_memoir.memoir.outcome_signs import KINDS
from pelican_memoir.memoir.outcomes import outcomes_of, outcomes_of_each
from pelican_memoir.memoir.scripts import languages_of

_TEXTS = [text for code in codes() for text in examples(code)["outcomes"]]
_ALL = {(code, index) for code in codes() for index in range(len(KINDS))}


@pytest.mark.parametrize("end", ["", " 2022", ".", " 5%", "했다", "した", "了"])
def test_no_outcome_is_lost_where_no_sign_is_seen(end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [text + end for text in _TEXTS]
    quick = [outcomes_of([text]) for text in texts]
    for text, found in zip(texts, quick, strict=True):
        wanted = {each for each in _ALL if each[0] in set(languages_of(text.lower()))}
        monkeypatch.setattr(outcomes, "signs_in", lambda given, wanted=wanted: {0: wanted})
        assert outcomes_of([text]) == found, text
    assert any(quick)


def test_texts_are_told_apart_that_are_looked_through_together() -> None:
    stories = [["İİ 우수상", "x"], [], ["동메달을 땄다"], ["Top 2", "24권 완독"]]
    assert outcomes_of_each(stories) == [outcomes_of(story) for story in stories]
    assert [len(found) for found in outcomes_of_each(stories)] == [1, 0, 1, 2]
