"""Draws a share image with Pillow. Imported only where it is installed."""

from __future__ import annotations

import io
import math
import re
from dataclasses import dataclass
from functools import cache, lru_cache, partial

from PIL import Image, ImageColor, ImageDraw, ImageFont

from pelican_memoir.share_image.card import Card
from pelican_memoir.share_image.faces import Face
from pelican_memoir.share_image.lines import broken, shortened

SIZE = (1200, 630)
INK, MUTED, PAPER, LINE = "#1c2024", "#5b636c", "#ffffff", "#dde2e8"
QUARTERS = ("#0b57c2", "#1a7f4b", "#9a5b00", "#6a43b5")
"""The theme's colours in its light scheme."""
_COLOURS = (INK, MUTED, LINE, *QUARTERS)
_SHADES = 9
"""Steps from the paper to a colour, for the edges of letters: with the paper 64 colours in all."""
_STEPS = [round(step * _SHADES / 255) for step in range(256)]
"""The shade for each of the 256 steps in which a glyph covers the paper."""
_SEEN = [255 if shade else 0 for shade in _STEPS]
"""Which of those steps are more than the paper."""

_MARGIN, _WIDTH = 80, SIZE[0] - 160
_TITLE_TOP, _TITLE_BOTTOM, _FOOT = 158, 432, 486
_SIZES = (92, 82, 72, 64, 56, 48)
_PIECE = re.compile(r"[\u2e80-\u9fff]|[^\s\u2e80-\u9fff]+\s*|\s+")
"""What most titles can be measured by: a word with the space behind it, a Chinese or Japanese character."""


@cache
def _font(face: Face, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(face.path, size, index=face.index)


@lru_cache(maxsize=4096)
def _length(font: ImageFont.FreeTypeFont, text: str) -> float:
    """Return the width of a text; the last are kept, since shaping is what costs."""
    return font.getlength(text)


def _length_by_pieces(font: ImageFont.FreeTypeFont, text: str) -> float:
    """Return about the same, from pieces that other lines have as well."""
    return sum(_length(font, piece) for piece in _PIECE.findall(text))


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
    """Return the picture as PNG.

    It is painted in numbers of its palette: the few colours of a card are known, and need not be looked for in it.
    """
    image = Image.new("L", SIZE, 0)
    canvas = ImageDraw.Draw(image)
    _stripe(canvas, card)
    kicker, site = _font(face, 34), _font(face, 30)
    left = _length(kicker, card.kicker)
    _write(image, (_MARGIN, 108), card.kicker, QUARTERS[0], kicker)
    name = shortened(card.site, partial(_length, site), _WIDTH - left - 48)
    _write(image, (SIZE[0] - _MARGIN, 108), name, MUTED, site, anchor="rs")
    _title(image, card, face)
    _foot(image, card, face)
    image.putpalette(_palette())
    file = io.BytesIO()
    image.save(file, "PNG", compress_level=4)  # 6 takes half as long again for a twelfth less
    return file.getvalue()


@cache
def _palette() -> bytes:
    """Return red, green and blue of all numbers: of the paper, and of each colour from its faintest shade on."""
    paper = ImageColor.getrgb(PAPER)
    shades = [
        tuple(
            round(under + (over - under) * shade / _SHADES)
            for under, over in zip(paper, ImageColor.getrgb(colour), strict=True)
        )
        for colour in _COLOURS
        for shade in range(1, _SHADES + 1)
    ]
    return bytes(part for colour in (paper, *shades) for part in colour)


def _number(colour: str, shade: int = _SHADES) -> int:
    """Return the number of a shade of a colour; of none at all it is the paper's."""
    return _COLOURS.index(colour) * _SHADES + shade if shade else 0


@cache
def _numbers(colour: str) -> list[int]:
    """Return the number of a colour for each of the steps in which a glyph covers the paper."""
    return [_number(colour, shade) for shade in _STEPS]


def _write(
    image: Image.Image,
    place: tuple[float, float],
    text: str,
    colour: str,
    font: ImageFont.FreeTypeFont,
    *,
    anchor: str = "ls",
) -> None:
    """Write a text upon the paper that other cards have as well: labels, names, small numbers."""
    _paste(image, place, _written(text, colour, font, anchor))


@dataclass(frozen=True, slots=True)
class _Written:
    """A text as it is painted, where it is, and how far its corner is from where it is written."""

    numbers: Image.Image
    seen: Image.Image
    left: int
    top: int


def _paste(image: Image.Image, place: tuple[float, float], text: _Written) -> None:
    image.paste(text.numbers, (round(place[0]) + text.left, round(place[1]) + text.top), text.seen)


@lru_cache(maxsize=128)
def _written(text: str, colour: str, font: ImageFont.FreeTypeFont, anchor: str) -> _Written:
    """Return a text as it is painted; the last are kept."""
    return _painted(text, colour, font, anchor)


def _painted(text: str, colour: str, font: ImageFont.FreeTypeFont, anchor: str) -> _Written:
    left, top, right, bottom = font.getbbox(text, anchor=anchor)
    left, top = math.floor(left) - 1, math.floor(top) - 1
    ink = Image.new("L", (math.ceil(right) + 1 - left, math.ceil(bottom) + 1 - top))
    ImageDraw.Draw(ink).text((-left, -top), text, 255, font, anchor=anchor)
    return _Written(ink.point(_numbers(colour)), ink.point(_SEEN), left, top)


def _stripe(canvas: ImageDraw.ImageDraw, card: Card) -> None:
    """The year along the upper edge: a part for each period."""
    colours = [QUARTERS[quarter - 1] if quarter else LINE for _, quarter in card.stops] or list(QUARTERS)
    for place, colour in enumerate(colours):
        start, end = (round(SIZE[0] * each / len(colours)) for each in (place, place + 1))
        canvas.rectangle((start, 0, end, 19), fill=_number(colour))


def _title(image: Image.Image, card: Card, face: Face) -> None:
    room = _TITLE_BOTTOM - _TITLE_TOP
    for size in _SIZES:
        font = _font(face, size)
        measure = partial(_length, font)
        lines = broken(card.title, card.language, partial(_length_by_pieces, font), _WIDTH)
        if not all(measure(line) <= _WIDTH for line in lines):
            lines = broken(card.title, card.language, measure, _WIDTH)
        if len(lines) * size * 1.25 <= room and all(measure(line) <= _WIDTH for line in lines):
            break
    most = int(room / (size * 1.25))
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    lines = [shortened(line, measure, _WIDTH) for line in lines]
    top = _TITLE_TOP + (room - len(lines) * size * 1.25) / 2
    for place, line in enumerate(lines):
        _paste(image, (_MARGIN, top + (place + 0.82) * size * 1.25), _painted(line, INK, font, "ls"))


def _foot(image: Image.Image, card: Card, face: Face) -> None:
    """The figures at the right, and the periods in what is left of them."""
    value_font, name_font, stop_font = _font(face, 58), _font(face, 26), _font(face, 28)
    right = SIZE[0] - _MARGIN
    for value, name in reversed(card.figures):
        width = max(_length(value_font, value), _length(name_font, name))
        if right - width < SIZE[0] / 3:
            break
        _write(image, (right - width, _FOOT + 48), value, INK, value_font)
        _write(image, (right - width, _FOOT + 92), name, MUTED, name_font)
        right -= int(width) + 56
    if not card.stops:
        return
    canvas = ImageDraw.Draw(image)
    column = min(170.0, (right - _MARGIN) / len(card.stops))
    for place, (label, quarter) in enumerate(card.stops):
        start = _MARGIN + place * column
        colour = QUARTERS[quarter - 1] if quarter else MUTED
        canvas.rectangle((start, _FOOT + 32, start + column - 18, _FOOT + 39), fill=_number(colour))
        label = shortened(label, partial(_length, stop_font), column - 14)
        _write(image, (start, _FOOT + 92), label, INK, stop_font)
