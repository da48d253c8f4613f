"""A link to a repository that stands by itself becomes a source card: who, what, where."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pelican_memoir.memoir.element import Element, text_of
from pelican_memoir.repair.edit import Change, Edit, Retag
from pelican_memoir.repair.page import Page
from pelican_memoir.repair.tag import is_whole

SOURCE = "memoir-source"
HOSTS = "github.com gitlab.com bitbucket.org codeberg.org gitee.com huggingface.co git.sr.ht".split()
_BLOCKS = frozenset(["blockquote", "p"])
_REPOSITORY = re.compile(
    rf"https?://(?:www\.)?(?:{'|'.join(map(re.escape, HOSTS))})"
    r"/(?!(?:features|topics|orgs|sponsors|settings|marketplace|search|about|docs|blog|papers)/)"
    r"[\w.~-]+/(?P<name>[\w.-]+?)(?:\.git)?/?(?:(?:tree|blob|-)/\S*)?"
)


def sources(page: Page) -> Iterator[Change]:
    """Yield the changes: the quotation or paragraph becomes a box, the repository's name in the address is set off."""
    for element in page.named(_BLOCKS):
        if not is_whole(element) or SOURCE in element.classes:
            continue
        if (
            element.name == "p"
            and element.parent is not None
            and element.parent.name in ("blockquote", "div")
        ):
            continue
        link = only_link(element)
        repository = _REPOSITORY.fullmatch(link.attributes.get("href", "")) if link else None
        if link is None or repository is None:
            continue
        yield Retag(element, name="div" if element.name == "blockquote" else None, classes=[SOURCE])
        yield from _set_off(page, link, repository)


def only_link(element: Element) -> Element | None:
    """Return the link that is all an element says, through the paragraph in it."""
    children = [child for child in element.children if not isinstance(child, str) or child.strip()]
    if len(children) != 1 or isinstance(children[0], str):
        return None
    child = children[0]
    if child.name == "p" and element.name == "blockquote":
        return only_link(child)
    return child if child.name == "a" and is_whole(child) and text_of(child).strip() else None


def _set_off(page: Page, link: Element, repository: re.Match[str]) -> Iterator[Edit]:
    """Yield the tags around the repository's name where the link shows its address as it is."""
    text = page.html[link.inner : link.close]
    if text == repository[0] and "&" not in text:
        start, end = (link.inner + place for place in repository.span("name"))
        yield Edit(start, start, "<strong>")
        yield Edit(end, end, "</strong>")
