"""Whether a title that looks back names a subject of its own: a market, a league, a tool, and no author's year."""

from __future__ import annotations

import functools
import re

from pelican_memoir.languages import language
from pelican_memoir.memoir.period_words import any_of, compiled
from pelican_memoir.memoir.ranges import range_at
from pelican_memoir.memoir.scripts import has_kana, languages_of
from pelican_memoir.memoir.title import comparable, is_after_year

_LABEL = re.compile(r"\s*[\[(【「『<〈《][^\])】」』>〉》]*[\])】」』>〉》]")
_LETTER = re.compile(r"[^\W\d_]")
_YEAR = re.compile(r"(?<!\d)(?:(?:19|20)\d\d(?!\d)\s?[년年]?|'\d\d(?!\d)|\d\d\s?[년年])")
_BEGINNING = re.compile(r"(?:(?<![^\W\d_])|(?<=[년年度]))[^\W_]")
_GOING_ON = "[가-힣ぁ-ん]*"
"""The rest of a word in the scripts whose words end in what they are in the sentence: "돌아보"는, "迎え"て."""

_LOOKING = ("memoir", "looks_at", "arrives", "arriving", "mid_year", "after_year")
_OWN = ("titles.own", "titles.year_words", "sections.goals", "sections.next_year")
_ASIDE = re.compile(r"[^\w\s'&]|\s-")


@functools.lru_cache(maxsize=256)
def names_subject(title: str) -> bool:
    """True where words that are no year, no period and not the author's own stand up to the word that looks back,
    or go on behind the year that it looks at.

    "2022년 프로야구 결산", "Kubernetes 2022: year in review"; not "2022년 회고: 이직", "My 2022 recap".
    Without a word that looks back any further word is one ("2022: on the road"). It says nothing of what the post is:
    a title may be a motto, too.
    """
    text = comparable(title)
    memoir, year = compiled("%s", "titles.memoir").search(text), _YEAR.search(text)
    told = text
    if memoir and year:
        told = text[: _end(text, memoir, year)]
        before = told[: memoir.start()] + " " + told[memoir.end() :]
        if _LETTER.search(_YEAR.sub(" ", before)) is None:
            return False  # as most do: "2022년 회고"
    if compiled("%s", "voice.author").search(text) or compiled("%s", "titles.whole").fullmatch(text):
        return False
    if year and memoir is None and is_after_year(text):
        told = text[: year.end()]  # what follows looks back: "증시 2022 정리"
    told = _without_periods(_LABEL.sub("", told, count=1))
    kana = has_kana(told)
    for code in reversed([*languages_of(told)]):  # what is all in Chinese signs is asked as Chinese first
        if kana and code == "zh":
            continue
        told = _own(code).sub(" ", told)
    return _LETTER.search(_YEAR.sub(" ", told)) is not None


def _end(text: str, memoir: re.Match[str], year: re.Match[str]) -> int:
    """Where what is looked at ends: "2022 retrospective of a tool", "回顾2022年手机市场", but "2022년 회고 및 계획"."""
    end = max(memoir.end(), year.end())
    goes_on = memoir.end() <= year.start() or text[memoir.end() - 1].isascii()
    aside = _ASIDE.search(text, end)
    return (aside.start() if aside else len(text)) if goes_on else end


def _without_periods(text: str) -> str:
    for match in [*_BEGINNING.finditer(text)][::-1]:
        period = range_at(text, match.start())
        if period is not None:
            text = f"{text[: match.start()]} {text[period.end :]}"
    return text


@functools.cache
def _own(code: str) -> re.Pattern[str]:
    """What leaves a title its author's, in one language: the words for one's own life and for looking back."""
    spoken = language(code).words
    looking = any_of(pattern for key in _LOOKING for pattern in spoken[f"titles.{key}"])
    own = any_of(pattern for key in _OWN for pattern in spoken[key])
    before_year, particles = any_of(spoken["titles.before_year"]), any_of(spoken["titles.particles"])
    return re.compile(rf"(?:{looking}){_GOING_ON}|{own}|(?<![a-z])(?:{before_year})(?![a-z])|{particles}")
