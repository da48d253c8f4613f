"""Problems are told one by one, and where a whole blog has the same one, the first in full and the rest together."""

from __future__ import annotations

import logging

import pytest

from pelican_memoir.errors import Location, Problem
from pelican_memoir.jekyll.source_file import UNREADABLE
from pelican_memoir.telling import IN_FULL, gathering, listening, tell


def problem(number: int, code: str = "memoir.test", lines: tuple[int, ...] = ()) -> Problem:
    return Problem(Location(f"{number}.md", 3), code, f"wrong {number}", lines)


def test_each_is_a_message_of_its_own(caplog: pytest.LogCaptureFixture) -> None:
    tell(problem(number) for number in range(IN_FULL + 2))
    assert [record.getMessage() for record in caplog.records] == [
        f"{number}.md:3: wrong {number} [memoir.test]" for number in range(IN_FULL + 2)
    ]


def test_what_many_posts_have_is_told_together(caplog: pytest.LogCaptureFixture) -> None:
    with gathering():
        tell(problem(number) for number in range(IN_FULL))
        tell([problem(10), problem(11, lines=(3, 8)), problem(12, code="memoir.other")])
        assert len(caplog.records) == IN_FULL + 1
    assert caplog.records[-1].getMessage() == (
        "2 more like these:\n10.md:3: wrong 10 [memoir.test]\n11.md:3, 8\n[memoir.test]"
    )
    assert [record.getMessage() for record in caplog.records].count("12.md:3: wrong 12 [memoir.other]") == 1


def test_what_is_listened_to_is_told_one_by_one(caplog: pytest.LogCaptureFixture) -> None:
    with gathering(), listening() as heard:
        tell(problem(number) for number in range(IN_FULL + 2))
    assert len(heard.problems) == IN_FULL + 2
    assert heard.is_all


def test_files_that_cannot_be_read_stay_errors(caplog: pytest.LogCaptureFixture) -> None:
    with gathering():
        tell(problem(number, UNREADABLE) for number in range(IN_FULL + 1))
    assert {record.levelno for record in caplog.records} == {logging.ERROR}
    assert len(caplog.records) == IN_FULL + 1


def test_what_waits_is_told_where_something_fails(caplog: pytest.LogCaptureFixture) -> None:
    def fail() -> None:
        with gathering():
            tell(problem(number) for number in range(IN_FULL + 3))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert caplog.records[-1].getMessage().startswith("3 more like these:")
