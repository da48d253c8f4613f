"""Colours of an owner: read, held against each other, and carried over into the dark scheme.

Contrast is that of WCAG 2.2; 4.5 to 1 is what text of usual size wants.
"""

from __future__ import annotations

from coloraide import Color

from pelican_memoir.parameters.wrong import expected

ENOUGH = 4.5
_DARKENED, _MOST_CHROMA, _GREY = 0.24, 0.08, 0.012
"""In OKLCH: lightness and most chroma of a ground made for the dark scheme; chroma below which a colour is grey."""


def colour(value: object) -> str:
    """Accept any colour that CSS knows by name or figures, and return it as `#rrggbb`. Raises `WrongParameterError`."""
    try:
        return str(_read(str(value).strip()).to_string(hex=True, fit=True))
    except ValueError:
        raise expected("a colour (#rrggbb, a name, rgb(…), hsl(…))", value) from None


def contrast(text: str, ground: str) -> float:
    """The contrast between two colours, from 1 to 21."""
    return float(_read(text).contrast(_read(ground)))


def is_dark(ground: str) -> bool:
    """Tell whether light text belongs on a ground."""
    return contrast("#ffffff", ground) > contrast("#000000", ground)


def is_grey(ground: str) -> bool:
    """Tell whether a colour has no hue to speak of."""
    return bool(_read(ground).convert("oklch")["chroma"] < _GREY)


def readable(text: str, ground: str, wanted: float = ENOUGH) -> str:
    """The colour nearest to `text`, of its own hue, that can be read on `ground`."""
    found = _read(text).convert("oklch")
    step = 0.01 if is_dark(ground) else -0.01
    while contrast(_hex(found), ground) < wanted and 0 <= found["lightness"] + step <= 1:
        found["lightness"] += step
    return _hex(found)


def dark_ground(ground: str) -> str:
    """The ground of the dark scheme that stands for one of the light: a dark one stays as it is."""
    if is_dark(ground):
        return ground
    found = _read(ground).convert("oklch")
    found["lightness"], found["chroma"] = _DARKENED, min(found["chroma"], _MOST_CHROMA)
    return _hex(found)


def mixed(text: str, ground: str, share: float) -> str:
    """`ground` with a share of `text` in it, from 0 to 1."""
    return _hex(_read(ground).mix(_read(text), share, space="oklab"))


def _read(text: str) -> Color:
    return Color(text).convert("srgb")


def _hex(found: Color) -> str:
    return str(found.convert("srgb").to_string(hex=True, fit=True))
