"""Source files: encodings, line ends, and files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from pelican_memoir.jekyll.source_file import load


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a\nb", "a\nb"),
        (b"\xef\xbb\xbf---\r\ntitle: a\r\n---\r\n", "---\ntitle: a\n---\n"),
        (b"a\rb\r\n", "a\nb\n"),
        ("회고".encode(), "회고"),
    ],
)
def test_reads(tmp_path: Path, data: bytes, text: str) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(data)
    assert load(file, "a.md") == (text, ())


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "a.md:1:1: the file is empty [memoir.empty]"),
        (b" \r\n\n", "a.md:1:1: the file is empty [memoir.empty]"),
    ],
)
def test_tells_of_a_file_without_text(tmp_path: Path, data: bytes, said: str) -> None:
    file = tmp_path / "a.md"
    file.write_bytes(data)
    text, problems = load(file, "a.md")
    assert text is None
    assert [str(problem) for problem in problems] == [said]


def test_keeps_the_text_around_bytes_that_are_no_utf8(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_bytes("한 줄\r\n둘째 ".encode() + b"\xb0\xa1 rest")
    text, problems = load(file, "a.md")
    assert text is not None
    assert text.startswith("한 줄\n둘째 ")
    assert text.endswith(" rest")
    assert [str(problem) for problem in problems] == [
        "a.md:2:4: byte 0xb0 is no valid UTF-8: save the file as UTF-8 [memoir.encoding]"
    ]


@pytest.mark.parametrize(
    ("name", "reason"), [("missing.md", "no such file or directory"), (".", "is a directory")]
)
def test_tells_why_a_file_cannot_be_read(tmp_path: Path, name: str, reason: str) -> None:
    text, problems = load(tmp_path / name, name)
    assert text is None
    assert [str(problem) for problem in problems] == [
        f"{name}: the file cannot be read: {reason} [memoir.unreadable]"
    ]
