"""Where blocks may stand, and which elements stand side by side with nothing but white space between them."""

from __future__ import annotations

from pelican_memoir.memoir.element import Element

HOLDS_BLOCKS = frozenset(
    [
        "",
        "article",
        "aside",
        "blockquote",
        "dd",
        "details",
        "div",
        "figure",
        "li",
        "main",
        "section",
        "td",
        "th",
    ]
)
BLOCKS = HOLDS_BLOCKS | frozenset(
    "address center dl figcaption footer form h1 h2 h3 h4 h5 h6 header hr nav ol p pre table ul".split()
)


def siblings(element: Element) -> tuple[Element | str | None, Element | str | None]:
    """Return what stands before and behind an element, white space passed over; None at the ends."""
    children = [] if element.parent is None else element.parent.children
    seen = [child for child in children if not isinstance(child, str) or child.strip()]
    place = next(index for index, child in enumerate(seen) if child is element)
    before = seen[place - 1] if place else None
    return before, seen[place + 1] if place + 1 < len(seen) else None


def in_phrase(element: Element) -> bool:
    """Tell whether an element stands where only words may: a block put there would end the paragraph."""
    return any(
        around.name not in HOLDS_BLOCKS and around.name not in ("ul", "ol", "table", "tr", "tbody", "dl")
        for around in element.ancestors()
    )
