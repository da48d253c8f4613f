"""Sizes of pictures from the first bytes of their files."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pelican_memoir.repair.image_size import image_size
from pelican_memoir.repair.local_pictures import Sizes

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 640, 480)
FRAME = b"\xff\xc2\0\x11\x08" + struct.pack(">HH", 300, 400)
COMMENT = b"\xff\xfe\0\x06abcd"


def exif(order: str, orientation: int) -> bytes:
    """An Exif segment that says how the camera was held."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    entry = struct.pack(order + "HHIHH", 0x0112, 3, 1, orientation, 0)
    tiff = mark + struct.pack(order + "IH", 8, 1) + entry
    return b"\xff\xe1" + struct.pack(">H", len(tiff) + 8) + b"Exif\0\0" + tiff


def webp(kind: bytes, data: bytes) -> bytes:
    """A WebP file of one chunk."""
    return b"RIFF\0\0\0\0WEBP" + kind + b"\0\0\0\0" + data


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (PNG, (640, 480)),
        (b"GIF89a" + struct.pack("<HH", 12, 34), (12, 34)),
        (b"\xff\xd8" + COMMENT + FRAME, (400, 300)),
        (b"\xff\xd8\xff\xff\xfe\0\x02" + FRAME, (400, 300)),
        (b"\xff\xd8" + exif("<", 1) + FRAME, (400, 300)),
        (b"\xff\xd8" + exif("<", 6) + FRAME, (300, 400)),
        (b"\xff\xd8" + exif(">", 8) + FRAME, (300, 400)),
        (webp(b"VP8 ", b"\0\0\0\x9d\x01\x2a" + struct.pack("<HH", 320, 200)), (320, 200)),
        (webp(b"VP8L", b"\x2f" + struct.pack("<I", 319 | 199 << 14)), (320, 200)),
        (webp(b"VP8X", b"\0\0\0\0" + b"\x3f\x01\0" + b"\xc7\0\0"), (320, 200)),
        (b'<?xml version="1.0"?>\n<svg width="320" height="200px">', (320, 200)),
        (b'<svg\n viewBox="0 0 320.4 200" width="100%">', (320, 200)),
        (b'<svg viewBox="0,0,320,200">', (320, 200)),
        (b"<svg>", None),
        (b"<html>", None),
        (b"", None),
        (PNG[:-1], None),
        (b"\xff\xd8\xff", None),
        (b"\xff\xd8ab", None),
        (webp(b"ALPH", b""), None),
        (b"RIFF\0\0\0\0WAVEfmt ", None),
    ],
)
def test_reads_the_size(data: bytes, size: tuple[int, int] | None) -> None:
    assert image_size(data) == size


@given(st.sampled_from([PNG, b"\xff\xd8" + exif("<", 6) + FRAME, b"RIFF", b"GIF89a", b"<svg "]), st.data())
def test_broken_files_have_no_size_but_no_error(data: bytes, draw: st.DataObject) -> None:
    cut = draw.draw(st.integers(0, len(data)))
    found = image_size(data[:cut] + draw.draw(st.binary(max_size=20)))
    assert found is None or len(found) == 2


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    """A blog with a few pictures, and one outside of it."""
    for name in ("blog/assets/a b.png", "blog/_posts/own.png", "outside.png"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(PNG)
    (tmp_path / "blog/assets/text.png").write_text("no picture")
    return tmp_path / "blog"


@pytest.mark.parametrize(
    ("address", "found"),
    [
        ("/assets/a%20b.png", True),
        ("/assets/a b.png?v=1#x", True),
        ("{static}/assets/a b.png", True),
        ("assets/a b.png", True),
        ("../assets/a b.png", True),
        ("own.png", True),
        ("{attach}own.png", True),
        ("https://home.example/assets/a b.png", True),
        ("https://other.example/assets/a b.png", False),
        ("//home.example/assets/a b.png", False),
        ("data:image/png;base64,AAAA", False),
        ("/own.png", False),
        ("../../outside.png", False),
        ("/../outside.png", False),
        ("/assets/text.png", False),
        ("/assets", False),
        ("/assets/%00.png", False),
        ("", False),
    ],
)
def test_finds_the_file_behind_an_address(blog: Path, address: str, found: bool) -> None:
    size = Sizes(str(blog), str(blog / "_posts"), "https://home.example").of(address)
    assert size == ((640, 480) if found else None)
