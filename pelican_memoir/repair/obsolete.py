"""Elements and attributes that HTML has given up become what says the same today."""

from __future__ import annotations

from collections.abc import Iterator

from pelican_memoir.memoir.element import Element
from pelican_memoir.repair.edit import Retag
from pelican_memoir.repair.page import Page

ELEMENTS = {
    "acronym": "abbr",
    "big": "span",
    "blink": "span",
    "center": "div",
    "dir": "ul",
    "font": "span",
    "marquee": "div",
    "nobr": "span",
    "strike": "s",
    "tt": "code",
}
_CELLS = ("td", "th", "tr", "col", "tbody", "thead", "tfoot", "colgroup")
ATTRIBUTES: dict[str, tuple[str, ...]] = {
    "align": (),
    "background": ("table", *_CELLS),
    "bgcolor": (),
    "border": ("img", "table"),
    "bordercolor": (),
    "cellpadding": ("table",),
    "cellspacing": ("table",),
    "char": _CELLS,
    "charoff": _CELLS,
    "clear": ("br",),
    "color": ("font", "hr"),
    "compact": ("ul", "ol", "dl"),
    "face": ("font",),
    "frame": ("table",),
    "frameborder": ("iframe",),
    "allowtransparency": ("iframe",),
    "height": ("table", *_CELLS),
    "hspace": (),
    "language": ("script",),
    "longdesc": ("img", "iframe"),
    "marginheight": ("iframe",),
    "marginwidth": ("iframe",),
    "name": ("a", "img"),
    "noshade": ("hr",),
    "nowrap": _CELLS,
    "rules": ("table",),
    "scrolling": ("iframe",),
    "size": ("font", "hr", "basefont"),
    "summary": ("table",),
    "type": ("ul", "li"),
    "valign": (),
    "vspace": (),
    "width": ("hr", "pre", "table", *_CELLS),
}
"""Attribute -> the elements on which it is obsolete; () for all."""

_FLOATS = {"left": "float-left", "right": "float-right"}


def obsolete(page: Page) -> Iterator[Retag]:
    """Yield the changes; what only painted (colours, frames of tables) is left to the style sheet."""
    ids: set[str] = set()
    for element in page.named(ELEMENTS, having=ATTRIBUTES.keys()):
        name = ELEMENTS.get(element.name)
        drop = [key for key in element.attributes if is_obsolete(key, element.name)]
        if name is None and not drop:
            continue
        put = {}
        anchor = element.attributes.get("name", "") if element.name in ("a", "img") else ""
        if anchor and "id" not in element.attributes:
            ids = ids or {other.attributes["id"] for other in page.named((), having={"id"})}
            if anchor not in ids:
                put["id"] = anchor
                ids.add(anchor)
        yield Retag(element, name=name, drop=drop, put=put, classes=aligned(element))


def is_obsolete(attribute: str, element: str) -> bool:
    """Tell whether HTML has given up the attribute on the element."""
    elements = ATTRIBUTES.get(attribute)
    return elements is not None and (not elements or element in elements)


def aligned(element: Element) -> list[str]:
    """Return the classes that say what `align` or `<center>` said."""
    if element.name == "center":
        return ["text-center"]
    align = element.attributes.get("align", "").strip().lower()
    if element.name in ("img", "table", "iframe"):
        return ["mx-auto", "d-block"] if align in ("center", "middle") else _known(_FLOATS.get(align))
    if align in ("center", "middle"):
        return ["align-center" if element.name in _CELLS else "text-center"]
    return _known({"left": "align-left", "right": "align-right"}.get(align))


def _known(name: str | None) -> list[str]:
    return [] if name is None else [name]
