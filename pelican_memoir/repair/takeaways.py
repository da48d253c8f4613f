"""The summing-up of a period becomes an aside that says what it is."""

from __future__ import annotations

from collections.abc import Iterator

from pelican_memoir.memoir.element import Element
from pelican_memoir.repair.edit import Change, Edit, Retag
from pelican_memoir.repair.flow import in_phrase
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.tag import is_whole

TAKEAWAY = "memoir-takeaway"


def takeaways(page: Page) -> Iterator[Change]:
    """Yield the changes: a box becomes an aside, a paragraph or quotation stands in one.

    `role="note"`: as a landmark of its own it would have to lie outside of the period that it sums up.
    """
    label = ""
    for element in page.named((), having={"class", "id"}):
        period = page.periods.get(element.attributes.get("id", ""))
        if period is not None:
            label = period.takeaway
        if TAKEAWAY not in element.classes or not label or not _may_change(element):
            continue
        put = {"role": "note", "aria-label": label}
        if element.name == "div":
            yield Retag(element, name="aside", put=put)
        else:
            attributes = page.html[element.start + 1 + len(element.name) : element.inner - 1]
            said = "".join(f' {key}="{_escaped(value)}"' for key, value in put.items())
            start = f"<aside{said}{attributes}><{element.name}>"
            yield Edit(element.start, element.inner, start)
            yield Edit(element.end, element.end, "</aside>")


def _may_change(element: Element) -> bool:
    return (
        element.name in ("div", "p", "blockquote")
        and is_whole(element)
        and not in_phrase(element)
        and not any(around.name == "aside" for around in element.ancestors())
        and not {"role", "aria-label"} & element.attributes.keys()
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")
