"""An owner's eleven colours in the light scheme and the dark: the tokens that they become, and what is hard to read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pelican_memoir.parameters import colours

GROUNDS = {
    "page-col": ("text-col", "link-col", "hover-col"),
    "navbar-col": ("navbar-text-col",),
    "footer-col": ("footer-text-col", "footer-link-col", "footer-hover-col"),
}
"""Each ground, and the texts that stand on it."""

LIGHT = {"page-col": "#ffffff", "text-col": "#1c2024", "link-col": "#0b57c2"}
DARK = {"page-col": "#17191e", "text-col": "#e8eaed", "link-col": "#8ab8ff"}
"""The theme's own colours, which an owner's are seen beside; a test holds them to the style sheet."""

_STRONG, _CLEAR = 12.0, 7.5
"""The contrast in the dark scheme of running text, and of all else, also on a veiled picture."""


@dataclass(frozen=True, slots=True)
class HardToRead:
    """A text of low contrast: the names of its colour and its ground, the contrast, and a colour that would do."""

    text: str
    ground: str
    contrast: float
    better: str


def hard_to_read(palette: Mapping[str, str]) -> list[HardToRead]:
    """Return the texts in an owner's own colours that can hardly be read in the light scheme."""
    found = []
    for ground, texts in GROUNDS.items():
        under = palette.get(ground) or palette.get("page-col") or LIGHT["page-col"]
        for text in texts:
            over = palette.get(text)
            if over and (figure := colours.contrast(over, under)) < colours.ENOUGH:
                found.append(HardToRead(text, ground, figure, colours.readable(over, under)))
    return found


def tokens(palette: Mapping[str, str]) -> dict[str, str]:
    """Return the theme's tokens, by name without their prefix, for the colours that an owner has set.

    Each is `light-dark(…)`. A dark page is dark in both schemes. In the dark scheme grounds are darkened and texts
    lightened until they can be read, each in its own hue. What stands on an owner's ground without a colour of its own
    gets one that can be read there.
    """
    page = palette.get("page-col", LIGHT["page-col"])
    dark_page = DARK["page-col"] if colours.is_grey(page) else colours.dark_ground(page)
    schemes = (page, page) if colours.is_dark(page) else (page, dark_page)
    found = {"page-bg": schemes} if "page-col" in palette else {}
    if "page-col" in palette or "text-col" in palette:
        found |= _of_text(palette.get("text-col") or _usual("text-col", page), schemes)
    for name in ("link", "hover"):
        own = palette.get(f"{name}-col") or ("page-col" in palette and name == "link" and _link_on(page))
        if own:
            found[name] = own, own if schemes[0] == schemes[1] else _clear(own, schemes[1])
    for bar in ("navbar", "footer"):
        found |= _of_bar(bar, palette, schemes)
    return {
        name: light if light == dark else f"light-dark({light}, {dark})"
        for name, (light, dark) in found.items()
    }


Pair = tuple[str, str]
"""A colour in the light scheme and in the dark."""


def _of_text(text: str, page: Pair) -> dict[str, Pair]:
    """The text itself, and what is mixed of it and the page: passing remarks, boxes, lines."""
    both = (text, text if page[0] == page[1] else colours.readable(text, page[1], _STRONG))
    found = {"text": both}
    for name, share in (("surface", 0.05), ("border", 0.17), ("muted", 0.68)):
        light, dark = (colours.mixed(over, under, share) for over, under in zip(both, page, strict=True))
        found[name] = light, dark
    (light, dark), surface = found["muted"], found["surface"]
    found["muted"] = colours.readable(light, surface[0]), colours.readable(dark, surface[1])
    return found


def _of_bar(bar: str, palette: Mapping[str, str], page: Pair) -> dict[str, Pair]:
    """What one of the two bars is painted with."""
    own = {key.removeprefix(f"{bar}-"): value for key, value in palette.items() if key.startswith(f"{bar}-")}
    if not own:
        return {}
    one_scheme = page[0] == page[1]
    found: dict[str, Pair] = {}
    ground, dark_ground = page
    if "col" in own:
        ground = own.pop("col")
        dark_ground = ground if one_scheme else colours.dark_ground(ground)
        found[f"{bar}-bg"] = ground, dark_ground
    own.setdefault("text-col", colours.readable(_usual("text-col", ground), ground))
    for key, value in own.items():
        dark = (
            colours.mixed("#ffffff", dark_ground, 0.15) if key == "border-col" else _clear(value, dark_ground)
        )
        found[f"{bar}-{key.removesuffix('-col')}"] = value, value if one_scheme else dark
    return found


def _clear(text: str, ground: str) -> str:
    """A text's colour for a ground of the dark scheme; one that is easily read already stays."""
    return text if colours.contrast(text, ground) >= _CLEAR else colours.readable(text, ground, _CLEAR)


def _usual(name: str, ground: str) -> str:
    return (DARK if colours.is_dark(ground) else LIGHT)[name]


def _link_on(page: str) -> str:
    return colours.readable(_usual("link-col", page), page)
