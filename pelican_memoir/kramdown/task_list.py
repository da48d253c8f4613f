"""Task lists: `- [ ] to do` and `- [x] done`. Source: kramdown-parser-gfm."""

from __future__ import annotations

import re

from pelican_memoir.kramdown.lexis import WS
from pelican_memoir.kramdown.tree import Node

_BOX = re.compile(rf"\A{WS}*\[([ xX])\]{WS}+")
_OPEN = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" />'
_DONE = '<input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked" />'


def mark_tasks(node: Node) -> None:
    """Turn the boxes of a list's items into check boxes, and name list and items with classes.

    An item without a box counts as a task once one before it has a box, as on GitHub's older pages.
    """
    found = False
    for item in node.children:
        first = item.children[0] if isinstance(item, Node) and item.children else None
        if (
            not isinstance(item, Node)
            or not isinstance(first, Node)
            or first.kind != "p"
            or first.value is None
        ):
            continue
        box = _BOX.match(first.value)
        if box:
            found = True
            first.value = (_OPEN if box.group(1) == " " else _DONE) + first.value[box.end() :]
        if found:
            item.attrs["class"] = "task-list-item"
    if found:
        node.attrs["class"] = "task-list"
