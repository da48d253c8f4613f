"""Roles of footnotes where they may stand: none on the items of a list, a reference's on its link."""

from __future__ import annotations

from collections.abc import Iterator

from pelican_memoir.repair.edit import Edit
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.tag import retag

_REFERENCE = "doc-noteref"


def notes(page: Page) -> Iterator[Edit]:
    """Yield what takes kramdown's `role="doc-endnote"` off, and hands `doc-noteref` on to the link in `<sup>`."""
    for element in page.tree.elements:
        role = element.attributes.get("role")
        if role in ("doc-endnote", "doc-biblioentry"):
            yield from retag(element, drop=["role"])
        elif role == _REFERENCE and element.name == "sup":
            links = [child for child in element.elements if child.name == "a"]
            if len(links) == 1 and "role" not in links[0].attributes:
                yield from retag(element, drop=["role"])
                yield from retag(links[0], put={"role": _REFERENCE})
