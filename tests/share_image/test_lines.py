"""Where a title breaks: by its language, evenly, and never within a word."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from pelican_memoir.share_image.lines import broken, shortened


def width(text: str) -> float:
    return sum(2 if character > "\u2fff" else 1 for character in text)


@pytest.mark.parametrize(
    ("text", "language", "room", "lines"),
    [
        ("짧은 제목", "ko", 40, ["짧은 제목"]),
        ("2022년 한 해를 돌아보는 회고록", "ko", 24, ["2022년 한 해를", "돌아보는 회고록"]),
        ("A Year of Letting Go: 2023 in Review", "en", 24, ["A Year of Letting", "Go: 2023 in Review"]),
        ("振り返り、そして次の年へ。", "ja", 20, ["振り返り、", "そして次の年へ。"]),
        ("あいうえおかきくけこ。", "ja", 20, ["あいうえおか", "きくけこ。"]),
        ("あいうえ「おかきく」けこさしす", "ja", 18, ["あいうえ「おかき", "く」けこさしす"]),
        ("2023 年度总结 in review", "zh", 14, ["2023 年度总结", "in review"]),
        ("", "ko", 10, []),
    ],
)
def test_lines(text: str, language: str, room: int, lines: list[str]) -> None:
    assert broken(text, language, width, room) == lines


@example("「 aa、、、、", "ja")  # a space behind an opening mark
@given(st.text(alphabet="가나 ab、。「」ーっ", max_size=40), st.sampled_from(["ko", "ja", "zh", "en"]))
def test_no_character_is_lost_and_none_stands_where_it_may_not(text: str, language: str) -> None:
    lines = broken(text, language, width, 12)
    assert "".join("".join(lines).split()) == "".join(text.split())
    if language in ("ja", "zh"):
        for before, line in pairwise(lines):
            assert line[0] not in "、。」ーっ"
            assert before[-1] != "「"


def test_shortened() -> None:
    assert shortened("가나다", width, 6) == "가나다"
    assert shortened("가나다라", width, 6) == "가나…"
