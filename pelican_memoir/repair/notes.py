"""Roles of footnotes where they may stand: none on the items of a list, a reference's on its link."""

from __future__ import annotations

from collections.abc import Iterator

from pelican_memoir.repair.edit import Retag
from pelican_memoir.repair.page import Page

_REFERENCE = "doc-noteref"


def notes(page: Page) -> Iterator[Retag]:
    """Yield what takes kramdown's `role="doc-endnote"` off, and hands `doc-noteref` on to the link in `<sup>`."""
    for element in page.named((), having={"role"}):
        role = element.attributes["role"]
        if role in ("doc-endnote", "doc-biblioentry"):
            yield Retag(element, drop=["role"])
        elif role == _REFERENCE and element.name == "sup":
            links = [child for child in element.elements if child.name == "a"]
            if len(links) == 1 and "role" not in links[0].attributes:
                yield Retag(element, drop=["role"])
                yield Retag(links[0], put={"role": _REFERENCE})
