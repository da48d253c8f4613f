"""Pictures that stand by themselves become figures, and those that follow each other a gallery."""

from __future__ import annotations

from collections.abc import Iterator

from pelican_memoir.memoir.element import Element
from pelican_memoir.memoir.tree import Tree
from pelican_memoir.repair.edit import Edit
from pelican_memoir.repair.flow import in_phrase
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.tag import is_whole, retag

GALLERY = "memoir-gallery"


def figures(page: Page) -> Iterator[Edit]:
    """Yield the edits: a paragraph or centred box with nothing but pictures is a figure."""
    found = [
        element for element in page.tree.elements if element.name in ("div", "p") and is_picture(element)
    ]
    for element in found:
        several = len(pictures_of(element)) > 1
        yield from retag(
            element, name="figure", declassed=["text-center"], classes=[GALLERY] if several else []
        )
    yield from galleries(page.tree, found)


def is_picture(element: Element) -> bool:
    """Tell whether an element holds pictures, linked or not, and nothing else."""
    if not is_whole(element) or in_phrase(element) or "<!--" in element.source[element.inner : element.close]:
        return False
    if any(isinstance(child, str) and child.strip() for child in element.children):
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


def galleries(tree: Tree, found: list[Element]) -> Iterator[Edit]:
    """Yield the tags around each run of figures that only white space parts."""
    starts = {id(element) for element in found}
    for parent in (tree.root, *tree.elements):
        if GALLERY in parent.classes:
            continue
        run: list[Element] = []
        for child in (*parent.children, ""):
            if isinstance(child, Element) and (id(child) in starts or _is_plain_figure(child)):
                if run and tree.html[run[-1].end : child.start].strip():
                    yield from _wrapped(run)
                    run = []
                run.append(child)
            elif isinstance(child, Element) or child.strip() or child == "":
                yield from _wrapped(run)
                run = []


def _is_plain_figure(element: Element) -> bool:
    return (
        element.name == "figure"
        and is_whole(element)
        and bool(pictures_of(element))
        and all(child.name in ("img", "br") or _is_linked_picture(child) for child in element.elements)
    )


def _wrapped(run: list[Element]) -> Iterator[Edit]:
    if len(run) > 1:
        yield Edit(run[0].start, run[0].start, f'<div class="{GALLERY}">')
        yield Edit(run[-1].end, run[-1].end, "</div>")
