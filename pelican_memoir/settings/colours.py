"""An owner's colours, and pictures behind the page and its bars."""

from __future__ import annotations

from dataclasses import dataclass

from pelican_memoir.settings.checks import picture
from pelican_memoir.settings.setting import setting


def colour(value: object) -> str:
    """Accept a colour of CSS; None and an empty text leave it to the theme."""
    if value in (None, ""):
        return ""
    from pelican_memoir.parameters import colours  # late: most sites set none, and it takes a while to load

    return colours.colour(value)


def _colour(what: str) -> str:
    found: str = setting("", colour, f"The colour of {what}. Empty: the theme's.")
    return found


def _picture(what: str) -> str:
    found: str = setting("", picture, f"A picture behind {what}.")
    return found


@dataclass(frozen=True)
class Colours:
    """What the page is painted with. Colours are those of the light scheme; the dark one is made of them."""

    page_col: str = _colour("the page")
    text_col: str = _colour("text")
    link_col: str = _colour("links")
    hover_col: str = _colour("links under the pointer")
    navbar_col: str = _colour("the head of the page")
    navbar_text_col: str = _colour("texts in the head")
    navbar_border_col: str = _colour("the line below the head")
    footer_col: str = _colour("the foot of the page")
    footer_text_col: str = _colour("texts in the foot")
    footer_link_col: str = _colour("links in the foot")
    footer_hover_col: str = _colour("links in the foot under the pointer")
    mobile_theme_col: str = _colour("the browser's own bars on a phone")
    page_img: str = _picture("the page")
    navbar_img: str = _picture("the head of the page")
    footer_img: str = _picture("the foot of the page")
