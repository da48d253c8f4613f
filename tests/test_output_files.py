"""Files of the output: confined to it, left as they lie where nothing differs, named where they cannot be written."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from pelican_memoir.output_files import InTheWayError, OutputError, place_in, replace, write


def test_a_file_gets_the_folders_that_it_needs(tmp_path: Path) -> None:
    write(tmp_path, "a/b/c.txt", "하나\n")
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == "하나\n".encode()


@pytest.mark.parametrize("name", ["../x", "a/../../x", "/etc/x", "away/x", "", "."])
def test_nothing_is_written_outside(tmp_path: Path, name: str) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "away").symlink_to(tmp_path)
    assert place_in(output, name) is None
    with pytest.raises(
        OutputError, match=r"it would lie outside the output; choose another place \[memoir.output\]"
    ):
        write(output, name, "x")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["output"]


def test_an_output_that_is_itself_a_link_is_written_to(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "output").symlink_to(tmp_path / "there")
    write(tmp_path / "output", "a.txt", b"x")
    assert (tmp_path / "there" / "a.txt").read_bytes() == b"x"


def test_what_is_right_is_left_as_it_lies(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    write(tmp_path, "a.txt", "a")
    os.utime(file, (1, 1))
    write(tmp_path, "a.txt", "a")
    assert file.stat().st_mtime == 1
    write(tmp_path, "a.txt", "b")
    assert (file.read_text(), file.stat().st_mtime != 1) == ("b", True)


@pytest.mark.parametrize("name", ["file/below.txt", "folder"])
def test_what_is_in_the_way_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_text("x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(InTheWayError, match="is in the way; take it away, and build again") as caught:
        write(tmp_path, name, "x")
    assert caught.value.file == str(tmp_path / name.split("/", maxsplit=1)[0])
    assert str(tmp_path / name) in str(caught.value)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (errno.ENOSPC, "No space left on device; make room, and build again"),
        (errno.EROFS, "Read-only file system; let the one who builds write there, or set OUTPUT_PATH"),
        (errno.EIO, "Input/output error; build again when that is mended"),
    ],
)
def test_what_stops_it_names_the_file_and_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, said: str
) -> None:
    def fail(file: Path, data: bytes) -> int:
        raise OSError(code, os.strerror(code))  # as of a file that is open, without its name

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OutputError) as caught:
        replace(tmp_path / "a.html", b"x")
    assert str(caught.value).startswith(f"{tmp_path / 'a.html'}: it cannot be written: {said}")
