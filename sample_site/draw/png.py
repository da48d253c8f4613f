"""A picture in pixels: the sea from above, written as PNG with the standard library alone."""

from __future__ import annotations

import math
import struct
import zlib


def satellite(width: int, height: int) -> bytes:
    """Return a PNG of the sea with a bloom and hatched clouds, 8-bit RGB."""

    def pixel(x: int, y: int) -> tuple[int, int, int]:
        swirl = math.sin(x / 31 + 2 * math.sin(y / 47)) + math.sin((x + y) / 53)
        if math.sin(x / 67 - y / 41) > 0.82:
            return (226, 230, 232) if (x + y) % 12 < 6 else (196, 203, 207)
        return (176, 74, 56) if swirl > 1.45 else (36, 80, 107) if swirl < 0 else (58, 112, 140)

    rows = b"".join(b"\0" + bytes(v for x in range(width) for v in pixel(x, y)) for y in range(height))

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows, 9))
        + chunk(b"IEND", b"")
    )
