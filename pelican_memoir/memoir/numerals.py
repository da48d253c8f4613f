"""Numerals as they stand in memoirs: ASCII digits and Chinese ones (full-width digits are ASCII after NFKC)."""

from __future__ import annotations

import re

_DIGITS = {"〇": 0, "零": 0, **{digit: value for value, digit in enumerate("一二三四五六七八九", 1)}}

NUMERAL = r"(?:[0-9]{1,2}(?![0-9])|[一二三四五六七八九十]{1,3})"
"""A small number at the place where a period's numeral stands."""

_CHINESE_YEAR = re.compile("[一二][〇零一二三四五六七八九]{3}(?=年|[^〇零一二三四五六七八九十]|$)")


def number_of(numeral: str) -> int:
    """The value of a `NUMERAL`: "12", "十二", "二十". 0 where it is none."""
    if numeral.isdecimal():
        return int(numeral)
    tens, ten, ones = numeral.partition("十")
    if not ten:
        return _DIGITS.get(numeral, 0)
    if len(tens) > 1 or len(ones) > 1:
        return 0
    return (_DIGITS.get(tens, 0) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)


def with_ascii_years(text: str) -> str:
    """`text` with years in Chinese digits written in ASCII: "二零一九年" becomes "2019年"."""
    return _CHINESE_YEAR.sub(lambda match: "".join(str(_DIGITS[digit]) for digit in match.group()), text)
