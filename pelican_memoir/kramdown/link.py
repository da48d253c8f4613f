"""Links and images: inline, by reference, with titles. Source: kramdown's syntax page, "Links And Images"."""

from __future__ import annotations

import re

from pelican_memoir.kramdown.document import normalize_link_id
from pelican_memoir.kramdown.escape import unescape
from pelican_memoir.kramdown.lexis import BLANKS, WS
from pelican_memoir.kramdown.spans import DEEPEST, FAIL, Scanner
from pelican_memoir.kramdown.tree import AttributeList, Node

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
    if (kind == "a" and nested) or too_deep or not scanner.ahead.has("]", start) or not scanner.patient():
        scanner.children.append(mark)
        return start
    node = Node(kind)
    end = FAIL if kind == "a" and _is_hopeless(scanner, start) else _text_and_target(scanner, node, start)
    if end < 0:
        scanner.children.append(mark)
        return start
    scanner.children.append(node)
    return end


def _is_hopeless(scanner: Scanner, start: int) -> bool:
    """Whether the search for an outer bracket's end has shown that this one has no end, or nothing behind its end."""
    around = tuple(scanner.open)
    if ("[", start, *around) in scanner.failed:
        return True
    closing = scanner.closed.get((start, around))
    if (
        closing is None
        or scanner.text.startswith("(", closing + 1)
        or _BY_NAME.match(scanner.text, closing + 1)
    ):
        return False
    links = scanner.document.links
    return not links or normalize_link_id(unescape(scanner.text[start:closing])) not in links


def _text_and_target(scanner: Scanner, node: Node, start: int) -> int:
    text = scanner.text
    depth, images, counted = 1, 0, 0
    around = tuple(scanner.open)
    inner: list[int] = []

    def stop(at: int) -> bool:
        nonlocal depth, images, counted
        if text[at] == "]":
            depth -= 1
            if inner:
                scanner.closed[(inner.pop(), around)] = at
        elif text[at] == "[" or text.startswith("![", at):
            depth += 1
            if text[at] == "[":
                inner.append(at + 1)
        else:
            return False
        new = scanner.children[counted:]
        images += sum(1 for child in new if isinstance(child, Node) and child.kind == "img")
        counted += len(new)
        return depth == images

    found, node.children = scanner.inside(node.kind, start, stop, in_link=True)
    if not found:
        scanner.failed.update(("[", begin, *around) for begin in inner)
        return FAIL
    closing = scanner.pos
    end = _target(scanner, node, text[start:closing], closing + 1)
    if end < 0:
        scanner.waste(closing - start)
    return end


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
            scanner,
            node,
            definition.url,
            definition.title,
            written,
            definition.mark.ial if definition.mark else None,
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
    scanner.waste(end - pos)
    return FAIL


def _parentheses(text: str, pos: int) -> tuple[int, str, bool]:
    """The target from its opening parenthesis on: where it stops, the target, whether its parentheses are closed."""
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
