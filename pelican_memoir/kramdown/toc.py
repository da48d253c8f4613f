"""The table of contents that stands in place of a list marked `{:toc}`.

Source: kramdown's syntax page, "Automatic \\"Table of Contents\\" Generation".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican_memoir.kramdown.tree import Child, Node

if TYPE_CHECKING:
    from pelican_memoir.kramdown.render import Renderer


def toc_html(renderer: Renderer, place: Node) -> str:
    """The headers of the whole document as nested lists of links, of the kind of list that was marked."""
    attrs = dict(place.attrs)
    attrs.setdefault("id", "markdown-toc")
    root = Node(place.kind, None, 0, attrs)
    stack: list[tuple[int, Node]] = []
    headers, renderer.headers = renderer.headers, []
    for level, name, children in headers:
        item = _item(attrs["id"], name, children)
        while stack and stack[-1][0] >= level:
            stack.pop()
        _sublist(stack[-1][1] if stack else None, root, place.kind).children.append(item)
        stack.append((level, item))
    if not root.children:
        return ""
    holder = Node("root")
    holder.children = [root]
    renderer.toc = root
    return renderer.children(holder, -2)


def _sublist(item: Node | None, root: Node, kind: str) -> Node:
    """The list that takes an entry: below `item`, which gets one if it has none, or the outermost."""
    if item is None:
        return root
    last = item.children[-1]
    if isinstance(last, Node) and last.kind == kind:
        return last
    inner = Node(kind)
    item.children.append(inner)
    return inner


def _item(prefix: str, name: str, children: list[Child]) -> Node:
    link = Node("a", None, 0, {"href": f"#{name}", "id": f"{prefix}-{name}"})
    link.children = _entry(children)
    paragraph = Node("p")
    paragraph.transparent = True
    paragraph.children = [link]
    item = Node("li")
    item.children = [paragraph]
    return item


def _entry(children: list[Child]) -> list[Child]:
    """A header's content as it stands in the list: without footnotes, links replaced by their text."""
    found: list[Child] = []
    for child in children:
        if not isinstance(child, Node):
            found.append(child)
        elif child.kind == "a":
            found.extend(_entry(child.children))
        elif child.kind != "footnote":
            same = Node(child.kind, child.value, child.line, child.attrs)
            same.tag, same.model, same.closed = child.tag, child.model, child.closed
            same.children = _entry(child.children)
            found.append(same)
    return found
