"""Reads the size of a picture from the first bytes of its file: PNG, JPEG, GIF, WebP, SVG.

A dependency would bring decoders for all of a picture; its header takes a few lines a format.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from struct import unpack_from

Size = tuple[int, int]

ENOUGH = 256 * 1024
"""Bytes of a file that its size is looked for in: photographs carry previews before it."""

_SVG = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_ALONE = {0x01, *range(0xD0, 0xDA)}


def image_size(data: bytes) -> Size | None:
    """Return width and height in pixels from the beginning of a file, None where it is no picture we know."""
    for begins, read in _READERS.items():
        if data.startswith(begins):
            try:
                return read(data)
            except (struct.error, IndexError):
                return None
    return svg(data) if b"<svg" in data[:4096].lower() else None


def png(data: bytes) -> Size | None:
    """The IHDR chunk comes first."""
    width, height = unpack_from(">II", data, 16)
    return width, height


def gif(data: bytes) -> Size | None:
    """The logical screen."""
    width, height = unpack_from("<HH", data, 6)
    return width, height


def jpeg(data: bytes) -> Size | None:
    """The first frame header; width and height change places where Exif says the picture lies on its side."""
    place, turned = 2, False
    while place < len(data):
        if data[place] != 0xFF:
            return None
        marker = data[place + 1]
        if marker == 0xFF:
            place += 1
        elif marker in _ALONE:
            place += 2
        elif marker in _FRAMES:
            height, width = unpack_from(">HH", data, place + 5)
            return (height, width) if turned else (width, height)
        else:
            (length,) = unpack_from(">H", data, place + 2)
            if marker == 0xE1 and data[place + 4 : place + 10] == b"Exif\0\0":
                turned = _lies_on_its_side(data[place + 10 : place + 2 + length])
            place += 2 + length
    return None


def _lies_on_its_side(tiff: bytes) -> bool:
    order = "<" if tiff[:2] == b"II" else ">"
    try:
        (start,) = unpack_from(order + "I", tiff, 4)
        (count,) = unpack_from(order + "H", tiff, start)
        for index in range(count):
            tag, _, _, value = unpack_from(order + "HHIH", tiff, start + 2 + 12 * index)
            if tag == 0x0112:
                return bool(value >= 5)
    except struct.error:
        return False
    return False


def webp(data: bytes) -> Size | None:
    """The three kinds of WebP: lossy, lossless, extended."""
    kind = data[12:16]
    if data[8:12] != b"WEBP":
        return None
    if kind == b"VP8 ":
        width, height = unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        (bits,) = unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        width, height = (int.from_bytes(data[place : place + 3], "little") + 1 for place in (24, 27))
        return width, height
    return None


def svg(data: bytes) -> Size | None:
    """`width` and `height` where they are pixels, else the view box."""
    tag = _SVG.search(data)
    if tag is None:
        return None
    width, height = (_length(tag[0], key) for key in (b"width", b"height"))
    if width and height:
        return width, height
    box = re.search(rb"""\bviewBox\s*=\s*["']\s*([^"']+)""", tag[0], re.IGNORECASE)
    numbers = re.findall(rb"-?\d+(?:\.\d+)?", box[1]) if box else []
    return (round(float(numbers[2])), round(float(numbers[3]))) if len(numbers) == 4 else None


def _length(tag: bytes, key: bytes) -> int | None:
    match = re.search(rb"""\s%s\s*=\s*["']\s*(\d+(?:\.\d+)?)(?:px)?\s*["']""" % key, tag)
    return round(float(match[1])) if match else None


_READERS: dict[bytes, Callable[[bytes], Size | None]] = {
    b"\x89PNG\r\n\x1a\n": png,
    b"GIF87a": gif,
    b"GIF89a": gif,
    b"\xff\xd8": jpeg,
    b"RIFF": webp,
}
"""What a file begins with -> what reads it."""
