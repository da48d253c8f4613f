"""The page that repairs look at: its HTML as a tree, and what they must know that the HTML does not say."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from pelican_memoir.memoir.tree import Tree, parse

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class PeriodHeading:
    """What is known of a period by its heading's anchor: how deep among periods (0 is outermost), and a label.

    `takeaway` names its summing-up for a reader who cannot see the box, in the language of the post.
    """

    depth: int = 0
    takeaway: str = ""


def _unknown(_: str) -> Size | None:
    return None


@dataclass(frozen=True)
class Page:
    """One piece of content. `periods` goes by the anchors of headings, `items` are anchors of achievements."""

    html: str
    title: str = ""
    periods: Mapping[str, PeriodHeading] = field(default_factory=dict)
    items: frozenset[str] = frozenset()
    size_of: Callable[[str], Size | None] = _unknown
    taken_ids: frozenset[str] = frozenset()

    @cached_property
    def tree(self) -> Tree:
        """The HTML as a tree; read when first asked for."""
        return parse(self.html)
