"""Pictures that stand by themselves become figures, and those that follow each other a gallery."""

from __future__ import annotations

from collections.abc import Iterator

from pelican_memoir.memoir.element import Element
from pelican_memoir.repair.edit import Change, Retag, Wrap
from pelican_memoir.repair.flow import in_phrase
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.tag import is_whole

GALLERY = "memoir-gallery"
_BOXES = frozenset(["div", "p"])


def figures(page: Page) -> Iterator[Change]:
    """Yield the changes: a paragraph or centred box with nothing but pictures is a figure."""
    found = [element for element in _boxes(page) if is_picture(element)]
    for element in found:
        several = len(pictures_of(element)) > 1
        yield Retag(element, name="figure", declassed=["text-center"], classes=[GALLERY] if several else [])
    yield from galleries(page, found)


def _boxes(page: Page) -> list[Element]:
    """Return the boxes right around pictures, linked or not, in the order of the source."""
    found: dict[Element, None] = {}
    for picture in page.named(["img"]):
        around = picture.parent
        if around is not None and around.name == "a":
            around = around.parent
        if around is not None and around.name in _BOXES:
            found[around] = None
    return sorted(found, key=lambda box: box.start)


def is_picture(element: Element) -> bool:
    """Tell whether an element holds pictures, linked or not, and nothing else."""
    if any(isinstance(child, str) and child.strip() for child in element.children):
        return False  # first: most hold words
    if not is_whole(element) or in_phrase(element) or "<!--" in element.source[element.inner : element.close]:
        return False
    return bool(pictures_of(element)) and all(
        child.name in ("img", "br") or _is_linked_picture(child) for child in element.elements
    )


def pictures_of(element: Element) -> list[Element]:
    """Return the pictures right inside an element, or inside a link of it."""
    return [child for child in element.elements if child.name == "img" or _is_linked_picture(child)]


def _is_linked_picture(element: Element) -> bool:
    children = [child for child in element.children if not isinstance(child, str) or child.strip()]
    return (
        element.name == "a"
        and is_whole(element)
        and bool(children)
        and all(isinstance(child, Element) and child.name == "img" for child in children)
    )


def galleries(page: Page, found: list[Element]) -> Iterator[Wrap]:
    """Yield the tags around each run of figures that only white space parts."""
    plain = [element for element in page.named(["figure"]) if _is_plain_figure(element)]
    siblings: dict[Element, list[Element]] = {}
    for figure in sorted([*found, *plain], key=lambda figure: figure.start):
        if figure.parent is not None:
            siblings.setdefault(figure.parent, []).append(figure)
    for parent in sorted(siblings, key=lambda parent: parent.start):
        if GALLERY in parent.classes:
            continue
        run: list[Element] = []
        for figure in siblings[parent]:
            if run and page.source(run[-1].end, figure.start).strip():
                yield from _wrapped(run)
                run = []
            run.append(figure)
        yield from _wrapped(run)


def _is_plain_figure(element: Element) -> bool:
    return (
        element.name == "figure"
        and is_whole(element)
        and bool(pictures_of(element))
        and all(child.name in ("img", "br") or _is_linked_picture(child) for child in element.elements)
    )


def _wrapped(run: list[Element]) -> Iterator[Wrap]:
    if len(run) > 1:
        yield Wrap(run[0].start, run[-1].end, f'<div class="{GALLERY}">', "</div>")
