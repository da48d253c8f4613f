"""Language files are checked as a whole, and every problem is told."""

from __future__ import annotations

import subprocess
import sys
from importlib import resources

import pytest

from pelican_memoir.errors import LanguageError
from pelican_memoir.languages import codes, language, languages
from pelican_memoir.languages.loader import parse


def test_the_four_languages_are_there() -> None:
    assert codes() == ("en", "ja", "ko", "zh")
    assert [each.code for each in languages()] == list(codes())


def test_a_language_knows_its_words() -> None:
    korean = language("ko")
    assert korean.names["periods.halves"][1] == ("상반기", "전반기")
    assert korean.ordinals["첫 번째"] == 1
    assert "회고록?" in korean.words["titles.memoir"]


@pytest.mark.parametrize("code", codes())
def test_every_pattern_of_a_language_can_be_compiled_and_nothing_follows_its_examples(code: str) -> None:
    """In use the patterns are compiled when they are asked for, and the file is read up to its examples."""
    text = (resources.files("pelican_memoir.languages") / f"{code}.toml").read_text(encoding="utf-8")
    assert parse(text, f"{code}.toml") == language(code)


def test_languages_are_read_without_compiling_their_patterns() -> None:
    code = """if True:
        import re
        import pelican_memoir.languages as l
        made = []
        compile_, re.compile = re.compile, lambda *given: made.append(given) or compile_(*given)
        assert [each.code for each in l.languages()] == list(l.codes())
        assert made == [], made
    """
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_a_file_that_is_no_toml_is_told_with_its_name() -> None:
    with pytest.raises(LanguageError, match=r"^xx\.toml: not TOML"):
        parse("code = ", "xx.toml")


def test_all_problems_are_told_at_once() -> None:
    text = """
    code = "xx"
    [periods]
    month = ["(", "{n}m"]
    moon = ["x"]
    [periods.halves]
    3 = ["third"]
    [titles]
    memoir = "no list"
    """
    with pytest.raises(LanguageError) as caught:
        parse(text, "xx.toml")
    messages = [problem.message for problem in caught.value.problems]
    assert messages == [
        "name: expected a text, got None",
        "periods.month: '(' is no regular expression: missing ), unterminated subpattern at position 0",
        "periods.moon: unknown; known are " + messages[2].split("known are ")[1],
        "periods.halves.3: expected 1 to 2",
        "titles.memoir: expected a list of texts, got 'no list'",
    ]
    assert {problem.code for problem in caught.value.problems} == {"memoir.language"}
