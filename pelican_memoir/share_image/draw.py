"""Draws a share image with Pillow. Imported only where it is installed."""

from __future__ import annotations

import io
from functools import cache

from PIL import Image, ImageDraw, ImageFont

from pelican_memoir.share_image.card import Card
from pelican_memoir.share_image.faces import Face
from pelican_memoir.share_image.lines import broken, shortened

SIZE = (1200, 630)
INK, MUTED, PAPER, LINE = "#1c2024", "#5b636c", "#ffffff", "#dde2e8"
QUARTERS = ("#0b57c2", "#1a7f4b", "#9a5b00", "#6a43b5")
"""The theme's colours in its light scheme."""

_MARGIN, _WIDTH = 80, SIZE[0] - 160
_TITLE_TOP, _TITLE_BOTTOM, _FOOT = 158, 432, 486
_SIZES = (92, 82, 72, 64, 56, 48)


@cache
def _font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(face.path, size, index=face.index)


def covers(face: Face, text: str) -> bool:
    """Tell whether a face has a glyph for every character of a text: what it has not it draws as its box."""
    return all(_has(face, character) for character in set(text) if not character.isspace())


@cache
def _has(face: Face, character: str) -> bool:
    font = _unshaped(face)
    return font is not None and _glyph(font, character) != _box(face)


@cache
def _box(face: Face) -> tuple[tuple[int, int], bytes] | None:
    font = _unshaped(face)
    return None if font is None else _glyph(font, "\U0010fffd")


@cache
def _unshaped(face: Face) -> ImageFont.FreeTypeFont | None:
    try:
        # Without shaping, which would put a circle below a mark that stands alone.
        return ImageFont.truetype(face.path, 24, index=face.index, layout_engine=ImageFont.Layout.BASIC)
    except OSError:
        return None


def _glyph(font: ImageFont.FreeTypeFont, character: str) -> tuple[tuple[int, int], bytes]:
    mask = font.getmask(character)
    return mask.size, bytes(mask)


def draw(card: Card, face: Face) -> bytes:
    """Return the picture as PNG."""
    image = Image.new("RGB", SIZE, PAPER)
    canvas = ImageDraw.Draw(image)
    _stripe(canvas, card)
    kicker, site = _font(face, 34), _font(face, 30)
    left = canvas.textlength(card.kicker, kicker)
    canvas.text((_MARGIN, 108), card.kicker, QUARTERS[0], kicker, anchor="ls")
    name = shortened(card.site, site.getlength, _WIDTH - left - 48)
    canvas.text((SIZE[0] - _MARGIN, 108), name, MUTED, site, anchor="rs")
    _title(canvas, card, face)
    _foot(canvas, card, face)
    file = io.BytesIO()
    # An octree finds the few colours of a card in a tenth of the time that the median cut takes.
    image.quantize(64, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(
        file, "PNG", compress_level=6
    )
    return file.getvalue()


def _stripe(canvas: ImageDraw.ImageDraw, card: Card) -> None:
    """The year along the upper edge: a part for each period."""
    colours = [QUARTERS[quarter - 1] if quarter else LINE for _, quarter in card.stops] or list(QUARTERS)
    for place, colour in enumerate(colours):
        start, end = (round(SIZE[0] * each / len(colours)) for each in (place, place + 1))
        canvas.rectangle((start, 0, end, 19), fill=colour)


def _title(canvas: ImageDraw.ImageDraw, card: Card, face: Face) -> None:
    room = _TITLE_BOTTOM - _TITLE_TOP
    for size in _SIZES:
        font = _font(face, size)
        lines = broken(card.title, card.language, font.getlength, _WIDTH)
        if len(lines) * size * 1.25 <= room and all(font.getlength(line) <= _WIDTH for line in lines):
            break
    most = int(room / (size * 1.25))
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    lines = [shortened(line, font.getlength, _WIDTH) for line in lines]
    top = _TITLE_TOP + (room - len(lines) * size * 1.25) / 2
    for place, line in enumerate(lines):
        canvas.text((_MARGIN, top + (place + 0.82) * size * 1.25), line, INK, font, anchor="ls")


def _foot(canvas: ImageDraw.ImageDraw, card: Card, face: Face) -> None:
    """The figures at the right, and the periods in what is left of them."""
    value_font, name_font, stop_font = _font(face, 58), _font(face, 26), _font(face, 28)
    right = SIZE[0] - _MARGIN
    for value, name in reversed(card.figures):
        width = max(value_font.getlength(value), name_font.getlength(name))
        if right - width < SIZE[0] / 3:
            break
        canvas.text((right - width, _FOOT + 48), value, INK, value_font, anchor="ls")
        canvas.text((right - width, _FOOT + 92), name, MUTED, name_font, anchor="ls")
        right -= int(width) + 56
    if not card.stops:
        return
    column = min(170.0, (right - _MARGIN) / len(card.stops))
    for place, (label, quarter) in enumerate(card.stops):
        start = _MARGIN + place * column
        colour = QUARTERS[quarter - 1] if quarter else MUTED
        canvas.rectangle((start, _FOOT + 32, start + column - 18, _FOOT + 39), fill=colour)
        canvas.text(
            (start, _FOOT + 92),
            shortened(label, stop_font.getlength, column - 14),
            INK,
            stop_font,
            anchor="ls",
        )
