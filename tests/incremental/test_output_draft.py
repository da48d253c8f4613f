"""A file takes the place of the old one only where it differs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pelican_memoir.incremental.draft import AS_IT_LIES, Draft


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with a text of long ago."""
    path = tmp_path / "a.html"
    path.write_text("글\n", encoding="utf-8")
    os.utime(path, (1, 1))
    return path


def _write(path: Path, text: str) -> list[bytes]:
    told: list[bytes] = []
    with Draft(path, "utf-8", lambda _, data: told.append(data)) as draft:
        draft.write(text)
    return told


def test_the_same_text_leaves_the_file(file: Path) -> None:
    assert _write(file, "글\n") == ["글\n".encode()]
    assert file.stat().st_mtime == 1


@pytest.mark.parametrize("text", ["다\n", "글\n\n", ""])
def test_another_text_takes_its_place(file: Path, text: str) -> None:
    assert _write(file, text) == [text.encode()]
    assert file.read_text("utf-8") == text


def test_a_file_that_is_known_to_be_right_is_not_even_read(file: Path) -> None:
    assert _write(file, AS_IT_LIES) == []
    assert file.read_text("utf-8") == "글\n"


def test_lines_end_as_python_has_them(file: Path) -> None:
    with Draft(file, "utf-8", lambda *_: None) as draft:
        assert [draft.write(text) for text in ("하나\r\n", "둘\r", "셋\n")] == [4, 2, 2]
    assert file.read_text("utf-8") == "하나\n둘\n셋\n"


def test_what_could_not_be_made_is_not_written(file: Path) -> None:
    def fail() -> None:
        with Draft(file, "utf-8", lambda *_: None) as draft:
            draft.write("halb")
            raise ValueError("half")

    with pytest.raises(ValueError, match="half"):
        fail()
    assert file.read_text("utf-8") == "글\n"


def test_a_file_that_is_not_there_is_written(tmp_path: Path) -> None:
    _write(tmp_path / "new.html", "글")
    assert (tmp_path / "new.html").read_text("utf-8") == "글"
