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


Side = Element | str | None


class Neighbours:
    """What stands beside each element, white space passed over; reckoned once for all children of a parent."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Side, Side]] = {}

    def of(self, element: Element) -> tuple[Side, Side]:
        """Return what stands before and behind an element; None at the ends."""
        if element.parent is None:
            return None, None
        if id(element) not in self._known:
            children: list[Side] = [
                child for child in element.parent.children if not isinstance(child, str) or child.strip()
            ]
            sides = zip([None, *children], children, [*children[1:], None], strict=False)
            self._known |= {id(child): (before, behind) for before, child, behind in sides}
        return self._known[id(element)]


def in_phrase(element: Element) -> bool:
    """Tell whether an element stands where only words may: a block put there would end the paragraph."""
    return any(
        around.name not in HOLDS_BLOCKS and around.name not in ("ul", "ol", "table", "tr", "tbody", "dl")
        for around in element.ancestors()
    )
