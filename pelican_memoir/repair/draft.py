"""A page on its way through the repairs: changes are made in its tree, and written out when that no longer tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pelican_memoir.memoir.element import Element
from pelican_memoir.memoir.tree import fits_instead, is_start_tag
from pelican_memoir.repair.census import Census, census_of
from pelican_memoir.repair.edit import Change, Edit, Guess, Removal, Retag, Wrap, apply
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.tag import is_whole

_NAME = re.compile(r"[^\s/<>]*")


class Draft:
    """Makes changes so that the next repair sees what reading the changed page anew would show it.

    Reading is what costs, so most changes are made in the tree: another tag, an element between blocks that goes.
    Where a tree cannot follow (an `Edit`, markup that a parser has to mend) the page is written out and read again.
    """

    def __init__(self, page: Page) -> None:
        self.guesses: list[Guess] = []
        # A copy: what is changed in a tree must not be seen through the page of the caller.
        self._page = replace(page)
        self._edits: list[Edit] = []
        self._is_stale = False

    def page(self, *, afresh: bool = False) -> Page:
        """Return the page as it is now; `afresh`: with all changes in its source, not only in its tree."""
        if self._is_stale or (afresh and (self._edits or self._page.start_tags)):
            before = self._page.before or self._page.census
            self._page = replace(self._page, html=self.html(), before=before, told=self._told())
            self._edits, self._is_stale = [], False
        return self._page

    def _told(self) -> Census | None:
        """Return what names the page may hold by now, None where it has to be looked through for that."""
        if self._page.told is None and self._page.scan is None:
            return None
        put = "".join([edit.text for edit in self._edits])
        return self._page.census + census_of(put) if put else self._page.census

    def html(self) -> str:
        """Return the page's HTML with all changes."""
        edits = list(self._edits)
        for element, tag in self._page.start_tags.items():
            edits.append(Edit(element.start, element.inner, str(tag)))
            named = _NAME.match(self._page.html, element.start + 1)
            if named and named[0].lower() != element.name and is_whole(element):
                start = element.close + 2
                edits.append(Edit(start, start + len(named[0]), element.name))
        return apply(self._page.html, edits)

    def make(self, changes: Iterable[Change]) -> None:
        """Make the changes that one repair asks for."""
        removed: list[Element] = []
        for change in changes:
            match change:
                case Retag():
                    self._retag(change)
                case Removal(element):
                    removed.append(element)
                case Wrap(start, end, opening, closing):
                    self._edits += [Edit(start, start, opening), Edit(end, end, closing)]
                case Edit():
                    self._edits.append(change)
                    self._is_stale = True
        if removed:
            self._remove(removed)

    def _retag(self, change: Retag) -> None:
        element, page = change.element, self._page
        if change.guess is not None:
            self.guesses.append(change.guess)
        before = element.name
        tag = page.start_tag(element).changed(change)
        is_followed = (
            not page.has_open_quote
            and (tag.is_usual or is_start_tag(str(tag)))
            and (tag.name == before or (page.is_regular and fits_instead(tag.name, before)))
        )
        self._is_stale = self._is_stale or not is_followed
        page.retag(element, tag)

    def _remove(self, elements: list[Element]) -> None:
        self._edits += [Edit(element.start, element.end) for element in elements]
        for element in elements:
            parent = element.parent
            if parent is None or not self._page.is_regular or not _is_between_blanks(element):
                self._is_stale = True
                return
            parent.children.remove(element)
        self._page.take_out([(element.start, element.end) for element in elements])


def _is_between_blanks(element: Element) -> bool:
    """Tell whether no text is right before or behind an element: two texts must not become one."""
    siblings: list[Element | str] = element.parent.children if element.parent else []
    place = siblings.index(element)
    return not any(
        isinstance(sibling, str) and sibling.strip() for sibling in siblings[max(0, place - 1) : place + 2]
    )
