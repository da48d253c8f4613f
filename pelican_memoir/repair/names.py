"""Controls, links and header cells without words get a name, or become what they are."""

from __future__ import annotations

from collections.abc import Iterator

from pelican_memoir.memoir.content import item_text
from pelican_memoir.memoir.element import Element, text_of
from pelican_memoir.repair.edit import Retag
from pelican_memoir.repair.page import Page

_NAMED = frozenset(["a", "input", "th"])
_NAMED_BY = {"aria-label", "aria-labelledby", "title"}
_SHOWS = ("img", "svg", "math", "video", "picture", "object")


def names(page: Page) -> Iterator[Retag]:
    """Yield the changes: a task's box is named by its item, a link by its address; an empty header cell is a cell."""
    losing, columns = _losing(page), dict[int, bool]()
    for element in page.named(_NAMED):
        given = element.attributes
        if _NAMED_BY & given.keys() or given.get("type") == "hidden":
            continue
        if element.name == "input" and given.get("type", "").lower() == "checkbox":
            item = next((around for around in element.ancestors() if around.name == "li"), None)
            if item is not None and (words := item_text(item)):
                yield Retag(element, put={"aria-label": words})
        elif element.name == "a" and given.get("href") and not _says(element):
            yield Retag(element, put={"aria-label": given["href"]})
        elif element.name == "th" and not _says(element):
            yield Retag(element, name="td")
        elif element.name == "th" and "scope" not in given and id(_table_of(element)) in losing:
            yield Retag(element, put={"scope": "col" if _heads_columns(element, columns) else "row"})


def _says(element: Element) -> bool:
    return bool(text_of(element).strip()) or any(
        child.name in _SHOWS or _says(child) for child in element.elements
    )


def _losing(page: Page) -> set[int]:
    """Return the tables that lose a header cell: only these need to be told which way the others look."""
    tables = page.named(["table"])
    return {
        id(table)
        for table in tables
        if any(cell.name == "th" and not _says(cell) for row in _rows(table) for cell in row.elements)
    }


def _table_of(cell: Element) -> Element | None:
    return next((around for around in cell.ancestors() if around.name == "table"), None)


def _rows(element: Element) -> Iterator[Element]:
    for child in element.elements:
        if child.name == "tr":
            yield child
        elif child.name in ("thead", "tbody", "tfoot"):
            yield from _rows(child)


def _heads_columns(cell: Element, known: dict[int, bool]) -> bool:
    """Tell whether a cell stands in a row of header cells alone; `known` remembers the rows."""
    row = cell.parent
    if row is None:
        return False
    if id(row) not in known:
        known[id(row)] = all(other.name == "th" for other in row.elements)
    return known[id(row)]
