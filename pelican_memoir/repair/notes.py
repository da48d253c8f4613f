"""Roles that a footnote's list item may not have any more: an item of a list is one, whatever it holds."""

from __future__ import annotations

from collections.abc import Iterator

from pelican_memoir.repair.edit import Edit
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.tag import retag


def notes(page: Page) -> Iterator[Edit]:
    """Yield what takes kramdown's `role="doc-endnote"` off."""
    for element in page.tree.elements:
        if element.attributes.get("role") in ("doc-endnote", "doc-biblioentry"):
            yield from retag(element, drop=["role"])
