"""Links and images: inline, by reference, with titles. Source: kramdown's syntax page, "Links And Images"."""

from __future__ import annotations

import re

from pelican_memoir.kramdown.document import normalize_link_id
from pelican_memoir.kramdown.escape import unescape
from pelican_memoir.kramdown.lexis import BLANKS, WS
from pelican_memoir.kramdown.spans import DEEPEST, FAIL, Scanner
from pelican_memoir.kramdown.tree import AttributeList, Child, Node

_BY_NAME = re.compile(rf"{WS}*?\[([^\]]+)?\]")
_ANGLE = re.compile(r"\(<(.*?)>")
_PARENTHESES = re.compile(rf"(\()|(\))|{WS}(?=['\"])")
_TITLE = re.compile(rf"{WS}*?([\"'])(.+?)\1{WS}*?\)", re.DOTALL)


def parse(scanner: Scanner, pos: int) -> int:
    """A link or an image; where its text has no end, or its target is not known, the bracket is text."""
    text = scanner.text
    mark = "![" if text[pos] == "!" else "["
    start = pos + len(mark)
    if not text.startswith("[", start - 1) or text[start : start + 1] in ("", "^"):
        return FAIL
    kind = "img" if mark == "![" else "a"
    nested = "a" in scanner.open or "img" in scanner.open
    too_deep = len(scanner.open) >= DEEPEST
    if (kind == "a" and nested) or too_deep or not scanner.has("]", start) or not scanner.patient():
        scanner.children.append(mark)
        return start
    node = Node(kind)
    end = _text_and_target(scanner, node, start)
    if end < 0:
        scanner.children.append(mark)
        return start
    scanner.children.append(node)
    return end


def _text_and_target(scanner: Scanner, node: Node, start: int) -> int:
    count = 1
    text = scanner.text

    def stop(at: int) -> bool:
        nonlocal count
        if text[at] == "]":
            count -= 1
        elif text[at] == "[" or text.startswith("![", at):
            count += 1
        else:
            return False
        return count == _images(scanner.children)

    found, node.children = scanner.inside(node.kind, start, stop, in_link=True)
    if not found:
        return FAIL
    closing = scanner.pos
    end = _target(scanner, node, text[start:closing], closing + 1)
    if end < 0:
        scanner.waste(closing - start)
    return end


def _images(children: list[Child]) -> int:
    return sum(1 for child in children if isinstance(child, Node) and child.kind == "img")


def _target(scanner: Scanner, node: Node, written: str, pos: int) -> int:
    """Read what stands behind the text of a link: a name, or a target in parentheses."""
    text = scanner.text
    named = _BY_NAME.match(text, pos)
    if named or not text.startswith("(", pos):
        name = normalize_link_id((named and named.group(1)) or unescape(written))
        definition = scanner.document.links.get(name)
        if definition is None:
            return FAIL
        _add(
            scanner, node, definition.url, definition.title, written, definition.mark and definition.mark.ial
        )
        return named.end() if named else pos
    if angle := _ANGLE.match(text, pos):
        url, end = angle.group(1), angle.end()
        if text.startswith(")", end):
            _add(scanner, node, url, None, written)
            return end + 1
    else:
        end, url, closed = _parentheses(text, pos)
        if closed:
            _add(scanner, node, url, None, written)
            return end
    if title := _TITLE.match(text, end):
        _add(scanner, node, url, title.group(2), written)
        return title.end()
    return FAIL


def _parentheses(text: str, pos: int) -> tuple[int, str, bool]:
    """The target from the opening parenthesis on: where it stops, the target, and whether its parentheses are closed."""
    depth, end = 0, pos
    while match := _PARENTHESES.search(text, end):
        end = match.end()
        if match.group(2):
            depth -= 1
            if depth == 0:
                break
        elif match.group(1):
            depth += 1
        else:
            break
    return end, text[pos + 1 : end - 1].strip(BLANKS), depth == 0


def _add(
    scanner: Scanner, node: Node, url: str, title: str | None, written: str, ial: AttributeList | None = None
) -> None:
    if ial is not None:
        node.ial = ial
        scanner.document.apply(node.attrs, ial)
    if node.kind == "a":
        node.attrs["href"] = url
    else:
        node.attrs["src"] = url
        node.attrs["alt"] = unescape(written)
        node.children = []
    if title is not None:
        node.attrs["title"] = title
