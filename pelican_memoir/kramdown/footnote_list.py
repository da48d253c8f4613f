"""Footnotes in the page: the numbers in the text, and the list at its end with links back.

Source: kramdown's syntax page, "Footnotes"; options `footnote_nr`, `footnote_prefix`, `footnote_backlink`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican_memoir.kramdown.entity import NO_BREAK_SPACE, write_entity
from pelican_memoir.kramdown.markup import escape_text
from pelican_memoir.kramdown.tree import Node

if TYPE_CHECKING:
    from pelican_memoir.kramdown.render import Renderer


def marker(renderer: Renderer, node: Node, indent: int) -> str:
    """The number that stands in the text; the first marker of a footnote gives it its number."""
    name = f"{renderer.options.footnote_prefix}{node.value}"
    repeat = ""
    if name in renderer.footnote_numbers:
        entry = renderer.footnote_numbers[name]
        entry[1] += 1
        repeat = f":{entry[1]}"
    else:
        entry = [renderer.options.footnote_nr + len(renderer.footnote_numbers), 0]
        renderer.footnote_numbers[name] = entry
        content = node.children[0]
        assert isinstance(content, Node)
        renderer.footnote_contents.append((name, content))
    return (
        f'<sup id="fnref:{name}{repeat}" role="doc-noteref">'
        f'<a href="#fn:{name}" class="footnote" rel="footnote">{entry[0]}</a></sup>'
    )


def footnotes_html(renderer: Renderer) -> str:
    """The list of all footnotes referred to; footnotes named in footnotes come behind them."""
    items: list[str] = []
    index = 0
    while index < len(renderer.footnote_contents):
        name, content = renderer.footnote_contents[index]
        items.append(_item(renderer, name, content))
        index += 1
    if not items:
        return ""
    first = renderer.options.footnote_nr
    start = f' start="{first}"' if first != 1 else ""
    return f'<div class="footnotes" role="doc-endnotes">\n  <ol{start}>\n{"".join(items)}  </ol>\n</div>\n'


def _item(renderer: Renderer, name: str, content: Node) -> str:
    item = Node("li", None, 0, {"id": f"fn:{name}", "role": "doc-endnote"})
    item.children = list(content.children)
    target, space = _place(item, renderer.options.footnote_backlink_inline)
    holder = Node("root")
    holder.children = [item]
    if renderer.options.footnote_backlink:
        target.children.append(Node("raw", _backlinks(renderer, name, space)))
    return renderer.children(holder, 2)


def _place(item: Node, inline: bool) -> tuple[Node, bool]:
    """The node that takes the links back, copied into `item`; and whether a space goes before them."""
    last = item.children[-1] if item.children else None
    if isinstance(last, Node) and (last.kind == "p" or inline):
        parent = item
        while parent.children:
            child = parent.children[-1]
            if not isinstance(child, Node) or not child.children or child.kind == "html_element":
                break
            parent.children[-1] = child = _copy(child)
            if child.kind in ("p", "header"):
                return child, True
            parent = child
    paragraph = Node("p")
    item.children.append(paragraph)
    return paragraph, False


def _copy(node: Node) -> Node:
    same = Node(node.kind, node.value, node.line, node.attrs)
    same.children = list(node.children)
    same.ial, same.transparent, same.level = node.ial, node.transparent, node.level
    same.tag, same.model, same.closed = node.tag, node.model, node.closed
    return same


def _backlinks(renderer: Renderer, name: str, space: bool) -> str:
    text = escape_text(renderer.options.footnote_backlink)
    repeats = renderer.footnote_numbers[name][1]
    between = write_entity(renderer.options, NO_BREAK_SPACE)
    links = [_backlink(between if space else "", name, text)]
    links.extend(
        _backlink(between, f"{name}:{i}", f"{text}<sup>{i + 1}</sup>") for i in range(1, repeats + 1)
    )
    return "".join(links)


def _backlink(before: str, name: str, text: str) -> str:
    return f'{before}<a href="#fnref:{name}" class="reversefootnote" role="doc-backlink">{text}</a>'
