"""Line breaks: two spaces or two backslashes at a line's end; in GFM one backslash, or every line's end.

Source: kramdown's syntax page, "Text Markup"; kramdown-parser-gfm (`hard_wrap`).
"""

from __future__ import annotations

from pelican_memoir.kramdown.spans import FAIL, Scanner, is_text
from pelican_memoir.kramdown.tree import Child, Node


def parse(scanner: Scanner, pos: int) -> int:
    """Two spaces or two backslashes before the end of a line."""
    text = scanner.text
    if text.startswith(("  \n", "\\\\\n"), pos):
        scanner.children.append(Node("br"))
        return pos + 2
    return FAIL


def break_lines(children: list[Child], mark: str, in_block: bool) -> list[Child]:
    """The same children with a `br` where a text holds `mark` (a line's end, or a backslash before one).

    Nothing inside HTML elements is broken. A mark that ends a block leaves no `br` behind.
    """
    found: list[Child] = []
    pending = ""
    for child in children:
        if is_text(child):
            pending += str(child)
            continue
        if pending:
            _break(found, pending, mark, False)
            pending = ""
        if isinstance(child, Node) and child.kind not in ("html_element", "footnote"):
            child.children = break_lines(child.children, mark, False)
        found.append(child)
    if pending:
        _break(found, pending, mark, in_block)
    return found


def _break(found: list[Child], text: str, mark: str, ends_block: bool) -> None:
    lines = text.split(mark)
    omit_last = ends_block and not lines[-1]
    for index, line in enumerate(lines):
        found.append(f"\n{line}" if index else line)
        if index < len(lines) - 2 or (index == len(lines) - 2 and not omit_last):
            found.append(Node("br"))
